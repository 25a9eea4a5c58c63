import { ENROLLABLE_FACTORS, type EnrollableFactor } from '@keyholder/domain'

/** What is being linked: something new (a number takes the place of the one before), or an app in the place of that with this id. */
export type Link = EnrollableFactor | { replaces: string }

// The words of the addresses are the same in every language: an address can be passed on.
const LINK_WORDS: Record<EnrollableFactor, string> = { authenticator: 'app', passkey: 'passkey', sms: 'nummer' }

/** The page of the account that lists the second factors, or where one is linked. */
export function factorAddress(link?: Link): { pathname: string; search: string } {
  const word = typeof link === 'string' ? LINK_WORDS[link] : link?.replaces
  const params = new URLSearchParams({ deel: 'tweede-stap', ...(word && { koppelen: word }) })
  return { pathname: '/account', search: `?${params}` }
}

/** What an address of that page links, or null. */
export function readLink(params: URLSearchParams): Link | null {
  const word = params.get('koppelen')
  if (!word) return null
  return ENROLLABLE_FACTORS.find((kind) => LINK_WORDS[kind] === word) ?? { replaces: word }
}
