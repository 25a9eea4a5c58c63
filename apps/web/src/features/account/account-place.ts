import { LINKED_KINDS, type LinkedKind } from '@keyholder/domain'

export const ACCOUNT_PARTS = ['profile', 'password', 'second-step', 'recovery-code', 'sessions'] as const
export type AccountPart = (typeof ACCOUNT_PARTS)[number]

/** What is being linked: something new (a number takes the place of the one before), or an app in the place of that with this id. */
export type Link = LinkedKind | { replaces: string }

/** Which part of the account an address shows, and what is being done there. */
export type AccountPlace =
  | { part: Exclude<AccountPart, 'profile' | 'second-step'> }
  | { part: 'profile'; change?: 'email' }
  | { part: 'second-step'; link?: Link }

// The words of the addresses are the same in every language: an address can be passed on.
const PART_WORDS: Record<AccountPart, string> = {
  profile: 'gegevens',
  password: 'wachtwoord',
  'second-step': 'tweede-stap',
  'recovery-code': 'herstelcode',
  sessions: 'sessies',
}
const LINK_WORDS: Record<LinkedKind, string> = { authenticator: 'app', passkey: 'passkey', sms: 'nummer' }
const EMAIL_WORD = 'e-mailadres'

export function readPlace(params: URLSearchParams): AccountPlace {
  const part = ACCOUNT_PARTS.find((known) => PART_WORDS[known] === params.get('deel')) ?? 'profile'
  if (part === 'profile') return params.get('wijzig') === EMAIL_WORD ? { part, change: 'email' } : { part }
  if (part !== 'second-step') return { part }
  const link = params.get('koppelen')
  return link ? { part, link: readLink(link) } : { part }
}

function readLink(word: string): Link {
  return LINKED_KINDS.find((known) => LINK_WORDS[known] === word) ?? { replaces: word }
}

export function writePlace(place: AccountPlace): { search: string } {
  const params = new URLSearchParams({ deel: PART_WORDS[place.part] })
  if (place.part === 'profile' && place.change) params.set('wijzig', EMAIL_WORD)
  if (place.part === 'second-step' && place.link) {
    params.set('koppelen', typeof place.link === 'string' ? LINK_WORDS[place.link] : place.link.replaces)
  }
  return { search: `?${params}` }
}
