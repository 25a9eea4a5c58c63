import { expect, test } from 'vitest'
import { askWhenWeak, isStronger } from './weak-session.ts'

const refusal = (code: string, status = 403) => Response.json({ code }, { status })

test('a refusal for the weak second step is asked about, and the call is done again when a stronger one was shown', async () => {
  let asked = 0
  const stop = askWhenWeak(async () => {
    asked++
  })
  expect(await isStronger(refusal('session.weak'))).toBe(true)
  expect(asked).toBe(1)
  stop()
})

test('after cancelling the refusal stays, and can still be read', async () => {
  const stop = askWhenWeak(() => Promise.reject(new Error('cancelled')))
  const refused = refusal('session.weak')
  expect(await isStronger(refused)).toBe(false)
  expect(await refused.json()).toEqual({ code: 'session.weak' })
  stop()
})

test.each([
  refusal('session.forbidden'),
  refusal('session.weak', 200),
  new Response('<html>', { status: 403 }),
  new Response('null', { status: 403 }),
])('nothing else is asked about', async (response) => {
  const stop = askWhenWeak(() => Promise.resolve())
  expect(await isStronger(response)).toBe(false)
  stop()
})

test('before the sign-in no dialog asks', async () => {
  expect(await isStronger(refusal('session.weak'))).toBe(false)
})
