import type { Answer, Caller } from './caller.ts'
import type { World } from './world.ts'

/** Asks for the session of a caller. */
export const ask = (caller: Caller): Promise<Answer> => caller.send('GET', '/api/v1/session')

/** A browser with nothing but this session cookie. */
export function withCookie(value: string | undefined, from: Pick<World, 'stranger'>): Caller {
  const caller = from.stranger()
  caller.cookies.set('keyholder', value ?? '')
  return caller
}
