export const ACCOUNT_PARTS = ['gegevens', 'wachtwoord', 'authenticators', 'herstelcode', 'sessies'] as const
export type AccountPart = (typeof ACCOUNT_PARTS)[number]

/** Which part of the account an address shows. The words are the same in every language: an address can be passed on. */
export type AccountPlace =
  | { part: Exclude<AccountPart, 'authenticators'> }
  /** `link`: a new authenticator is being linked, or one in the place of the one with this id. */
  | { part: 'authenticators'; link?: 'nieuw' | { replaces: string } }

export function readPlace(params: URLSearchParams): AccountPlace {
  const part = ACCOUNT_PARTS.find((known) => known === params.get('deel')) ?? 'gegevens'
  if (part !== 'authenticators') return { part }
  const link = params.get('koppelen')
  if (!link) return { part }
  return { part, link: link === 'nieuw' ? link : { replaces: link } }
}

export function writePlace(place: AccountPlace): { search: string } {
  const params = new URLSearchParams({ deel: place.part })
  if (place.part === 'authenticators' && place.link) {
    params.set('koppelen', place.link === 'nieuw' ? place.link : place.link.replaces)
  }
  return { search: `?${params}` }
}
