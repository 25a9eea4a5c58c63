export const ACCOUNT_PARTS = ['profile', 'password', 'second-step', 'recovery-code', 'sessions'] as const
export type AccountPart = (typeof ACCOUNT_PARTS)[number]

/** Which part of the account an address shows, and what is being done there. */
export type AccountPlace = { part: Exclude<AccountPart, 'profile'> } | { part: 'profile'; change?: 'email' }

// The words of the addresses are the same in every language: an address can be passed on.
const PART_WORDS: Record<AccountPart, string> = {
  profile: 'gegevens',
  password: 'wachtwoord',
  'second-step': 'tweede-stap',
  'recovery-code': 'herstelcode',
  sessions: 'sessies',
}
const EMAIL_WORD = 'e-mailadres'

export function readPlace(params: URLSearchParams): AccountPlace {
  const part = ACCOUNT_PARTS.find((known) => PART_WORDS[known] === params.get('deel')) ?? 'profile'
  if (part !== 'profile') return { part }
  return params.get('wijzig') === EMAIL_WORD ? { part, change: 'email' } : { part }
}

export function writePlace(place: AccountPlace): { search: string } {
  const params = new URLSearchParams({ deel: PART_WORDS[place.part] })
  if (place.part === 'profile' && place.change) params.set('wijzig', EMAIL_WORD)
  return { search: `?${params}` }
}
