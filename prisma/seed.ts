import type { BuiltInRole, Language, PackageKind } from '@keyholder/domain'
import { makePerson, makeTenant } from './make-tenant.ts'
import { asOwner } from './owner.ts'

type Person = { name: string; email: string; role: BuiltInRole; language?: Language }
type Organisation = { name: string; package: PackageKind; seats: number; people: readonly Person[] }

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

type Seed = {
  ownerUrl: string
  ids: { uuid(): string }
  now: Date
  platformTenantId: string
  /** argon2id of the password, made by the application's own hasher. */
  passwordHash: string
}

/**
 * Fills an empty database with the demonstration; leaves any other alone. All of it or nothing, one transaction.
 * @returns whether it was filled
 */
export async function seed({ ownerUrl, ids, now, platformTenantId, passwordHash }: Seed): Promise<boolean> {
  return asOwner(ownerUrl, async (tx) => {
    if ((await tx.tenant.count()) > 0) return false
    const platform = await makeTenant(tx, ids, now, {
      id: platformTenantId,
      name: 'Keyholder',
      package: 'platform',
      seats: 100,
    })
    const operator = {
      name: 'Olga Operator',
      email: 'olga@keyholder.example',
      role: 'operator',
      language: 'nl',
      passwordHash,
    } as const
    await makePerson(tx, ids, now, platform, operator)
    for (const organisation of DEMONSTRATION) {
      const made = await makeTenant(tx, ids, now, organisation)
      for (const person of organisation.people)
        await makePerson(tx, ids, now, made, { language: 'nl', ...person, passwordHash })
    }
    return true
  })
}
