import { AUTH_METHODS, type AuthMethod } from '@keyholder/domain'

// The words are the same in every language: a page that is loaded again is the same one.
const WORDS: Record<AuthMethod, string> = {
  authenticator: 'app',
  passkey: 'passkey',
  sms: 'sms',
  email: 'mail',
  'recovery-code': 'herstelcode',
}

/** The method that an address asks for, or null. */
export function methodIn(search: string): AuthMethod | null {
  const word = new URLSearchParams(search).get('manier')
  return AUTH_METHODS.find((method) => WORDS[method] === word) ?? null
}

/** The same page by another method. Where to go on after the sign-in comes along. */
export function withMethod(search: string, method: AuthMethod): string {
  const next = new URLSearchParams(search).get('next')
  return `?${new URLSearchParams({ manier: WORDS[method], ...(next && { next }) })}`
}

/** What is wanted when it is offered, or else the first: what one begins with. */
export function chosen<Offer>(offers: readonly Offer[], isWanted: (offer: Offer) => boolean): Offer | undefined {
  return offers.find(isWanted) ?? offers[0]
}
