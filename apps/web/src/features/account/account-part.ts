export const ACCOUNT_PARTS = ['gegevens', 'wachtwoord', 'tweede-stap', 'herstelcode', 'sessies'] as const
export type AccountPart = (typeof ACCOUNT_PARTS)[number]

const LINKS = ['app', 'passkey', 'nummer'] as const

/** What is being linked: something new (a number takes the place of the one before), or an app in the place of that with this id. */
export type Link = (typeof LINKS)[number] | { replaces: string }

/** Which part of the account an address shows. The words are the same in every language: an address can be passed on. */
export type AccountPlace =
  | { part: Exclude<AccountPart, 'gegevens' | 'tweede-stap'> }
  | { part: 'gegevens'; change?: 'e-mailadres' }
  | { part: 'tweede-stap'; link?: Link }

// As they were when an app was the only second step: addresses in bookmarks, and in pages that are open now.
const FORMER_PARTS: ReadonlyMap<string, AccountPart> = new Map([['authenticators', 'tweede-stap']])
const FORMER_LINKS: ReadonlyMap<string, Link> = new Map([['nieuw', 'app']])

export function readPlace(params: URLSearchParams): AccountPlace {
  const asked = params.get('deel') ?? ''
  const part = FORMER_PARTS.get(asked) ?? ACCOUNT_PARTS.find((known) => known === asked) ?? 'gegevens'
  if (part === 'gegevens') return params.get('wijzig') === 'e-mailadres' ? { part, change: 'e-mailadres' } : { part }
  if (part !== 'tweede-stap') return { part }
  const link = params.get('koppelen')
  return link ? { part, link: readLink(link) } : { part }
}

function readLink(asked: string): Link {
  return FORMER_LINKS.get(asked) ?? LINKS.find((known) => known === asked) ?? { replaces: asked }
}

export function writePlace(place: AccountPlace): { search: string } {
  const params = new URLSearchParams({ deel: place.part })
  if (place.part === 'gegevens' && place.change) params.set('wijzig', place.change)
  if (place.part === 'tweede-stap' && place.link) {
    params.set('koppelen', typeof place.link === 'string' ? place.link : place.link.replaces)
  }
  return { search: `?${params}` }
}
