import { expect, test } from 'vitest'
import { endOfSession } from './end-of-session.ts'

const minutes = (count: number) => count * 60_000
const read = { readAt: minutes(0), idleUntil: minutes(30), endsAt: minutes(720), lastUseAt: 0 }

test('a session that is not used ends at the idle limit, a minute early at most', () => {
  expect(endOfSession(read)).toEqual({ at: minutes(29), because: 'idle' })
})

test('every use moves the idle limit on', () => {
  expect(endOfSession({ ...read, lastUseAt: minutes(10) })).toEqual({ at: minutes(39), because: 'idle' })
})

test('no use moves the last moment of a session', () => {
  expect(endOfSession({ ...read, lastUseAt: minutes(710) })).toEqual({ at: minutes(720), because: 'age' })
})

test('a use before the session was read changes nothing', () => {
  expect(endOfSession({ ...read, lastUseAt: minutes(-5) })).toEqual({ at: minutes(29), because: 'idle' })
})
