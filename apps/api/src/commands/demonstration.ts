import type { BuiltInRole, Language, PackageKind } from '@keyholder/domain'

export type DemonstrationPerson = { name: string; email: string; role: BuiltInRole; language?: Language }
type Organisation = { name: string; package: PackageKind; seats: number; people: readonly DemonstrationPerson[] }

export const DEMONSTRATION_PASSWORD = 'welkom bij keyholder'

/** Who is in the demonstration. Nobody has a second step yet: the first sign-in links one. */
export const DEMONSTRATION: readonly Organisation[] = [
  {
    name: 'Zorggroep De Linde',
    package: 'institution',
    seats: 50,
    people: [
      { name: 'Fatima el Amrani', email: 'fatima@delinde.example', role: 'holder' },
      { name: 'Willem Bakker', email: 'willem@delinde.example', role: 'administrator' },
      { name: 'Jan de Vries', email: 'jan@delinde.example', role: 'editor' },
      { name: 'Sanne Visser', email: 'sanne@delinde.example', role: 'editor' },
      { name: 'Çelik Yıldız', email: 'celik@delinde.example', role: 'reader' },
      { name: 'Élise van den Berg-Óskarsdóttir', email: 'elise@delinde.example', role: 'reader' },
    ],
  },
  {
    name: 'Ziekenhuis Noorderlicht',
    package: 'institution',
    seats: 10,
    people: [
      { name: 'Pieter Jansen', email: 'pieter@noorderlicht.example', role: 'holder' },
      { name: 'Aisha Bouzid', email: 'aisha@noorderlicht.example', role: 'administrator', language: 'en' },
      { name: 'Kees Smit', email: 'kees@noorderlicht.example', role: 'reader' },
    ],
  },
  {
    name: 'Streekziekenhuis Het Baken',
    package: 'institution',
    seats: 25,
    people: [
      { name: 'Hanna Postma', email: 'hanna@hetbaken.example', role: 'holder' },
      { name: 'Omar Haddad', email: 'omar@hetbaken.example', role: 'administrator' },
      { name: 'Lotte Kuipers', email: 'lotte@hetbaken.example', role: 'editor' },
      { name: 'Daan Mulder', email: 'daan@hetbaken.example', role: 'editor' },
      { name: 'Yara Smits', email: 'yara@hetbaken.example', role: 'reader' },
      { name: 'Bram Verhoeven', email: 'bram@hetbaken.example', role: 'reader' },
      { name: 'Mei-Lin Chen', email: 'meilin@hetbaken.example', role: 'reader' },
    ],
  },
  {
    name: 'Huisartsenpraktijk Aan de Gracht',
    package: 'entry',
    seats: 1,
    people: [{ name: 'Marijke de Boer', email: 'marijke@aandegracht.example', role: 'holder' }],
  },
  {
    name: 'Fysiotherapeut Tom Hendriks',
    package: 'provider',
    seats: 1,
    people: [{ name: 'Tom Hendriks', email: 'tom@hendriks.example', role: 'holder' }],
  },
]

export const OPERATOR: DemonstrationPerson = {
  name: 'Olga Operator',
  email: 'olga@keyholder.example',
  role: 'operator',
}
