import { expect } from 'vitest'
import { it } from '../testing/outbox-harness.ts'
import { deliverDue } from './deliver-due.ts'

it('a message with the data of another build waits for that build, and is not sent with holes in it', async ({
  harness,
}) => {
  const jan = await harness.addReader('Jan de Vries')
  const id = await harness.post(jan, 'password-changed', JSON.parse('{"changedAt":"2026-11-21T13:05:00.000Z"}'))
  await deliverDue(harness.outbox())
  expect(await harness.inbox()).toEqual([])
  expect(await harness.row(id)).toMatchObject({ state: 'waiting', error: 'unwritable', sendAttempts: 0 })
})
