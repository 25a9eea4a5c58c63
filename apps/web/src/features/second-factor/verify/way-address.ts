import { SECOND_STEP_WAYS, type SecondStepWay } from '@keyholder/domain'

// The words are the same in every language: a page that is loaded again is the same one.
const WORDS: Record<SecondStepWay, string> = {
  authenticator: 'app',
  passkey: 'passkey',
  sms: 'sms',
  email: 'mail',
  'recovery-code': 'herstelcode',
}

/** The way that an address asks for, or null. */
export function wayIn(search: string): SecondStepWay | null {
  const word = new URLSearchParams(search).get('manier')
  return SECOND_STEP_WAYS.find((way) => WORDS[way] === word) ?? null
}

/** The same page by another way. Where to go on after the sign-in comes along. */
export function withWay(search: string, way: SecondStepWay): string {
  const next = new URLSearchParams(search).get('next')
  return `?${new URLSearchParams({ manier: WORDS[way], ...(next && { next }) })}`
}

/** What is wanted when it is offered, or else the first: what one begins with. */
export function chosen<Offer>(offers: readonly Offer[], isWanted: (offer: Offer) => boolean): Offer | undefined {
  return offers.find(isWanted) ?? offers[0]
}
