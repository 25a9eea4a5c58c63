/** The people of the demonstration. Each test has its own, so that tests can run in any order and side by side. */
export const PEOPLE = {
  fatima: { name: 'Fatima el Amrani', email: 'fatima@delinde.example' },
  willem: { name: 'Willem Bakker', email: 'willem@delinde.example' },
  jan: { name: 'Jan de Vries', email: 'jan@delinde.example' },
  sanne: { name: 'Sanne Visser', email: 'sanne@delinde.example' },
  celik: { name: 'Çelik Yıldız', email: 'celik@delinde.example' },
  elise: { name: 'Élise van den Berg-Óskarsdóttir', email: 'elise@delinde.example' },
  pieter: { name: 'Pieter Jansen', email: 'pieter@noorderlicht.example' },
  aisha: { name: 'Aisha Bouzid', email: 'aisha@noorderlicht.example' },
  kees: { name: 'Kees Smit', email: 'kees@noorderlicht.example' },
  hanna: { name: 'Hanna Postma', email: 'hanna@hetbaken.example' },
  omar: { name: 'Omar Haddad', email: 'omar@hetbaken.example' },
  lotte: { name: 'Lotte Kuipers', email: 'lotte@hetbaken.example' },
  daan: { name: 'Daan Mulder', email: 'daan@hetbaken.example' },
  yara: { name: 'Yara Smits', email: 'yara@hetbaken.example' },
  bram: { name: 'Bram Verhoeven', email: 'bram@hetbaken.example' },
  meilin: { name: 'Mei-Lin Chen', email: 'meilin@hetbaken.example' },
  marijke: { name: 'Marijke de Boer', email: 'marijke@aandegracht.example' },
  tom: { name: 'Tom Hendriks', email: 'tom@hendriks.example' },
  olga: { name: 'Olga Operator', email: 'olga@keyholder.example' },
} as const

export type PersonKey = keyof typeof PEOPLE

/** What a person types to sign in: the password of the demonstration where none is given. */
export type Credentials = { email: string; password?: string }

export const DEMONSTRATION_PASSWORD = 'welkom bij keyholder'
