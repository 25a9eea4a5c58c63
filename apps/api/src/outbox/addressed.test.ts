import { expect } from 'vitest'
import { days } from '../platform/clock.fake.ts'
import { it } from '../testing/outbox-harness.ts'
import { deliverDue } from './deliver-due.ts'

it('goes to the address that it was made for, even when its member has another by then, and uses no name there', async ({
  harness,
}) => {
  const jan = await harness.addReader('Jan de Vries')
  const expiresAt = harness.clock.later(days(1)).toISOString()
  const link = `${harness.origin}/stop-email-change#${'x'.repeat(43)}`
  const at = harness.clock.now().toISOString()
  await harness.post(jan, 'email-change-asked', { to: jan.email, newEmail: 'kwaad@example.nl', at, link, expiresAt })
  const where = { id: jan.membershipId }
  await harness.asOwner((tx) => tx.membership.updateMany({ where, data: { email: 'kwaad@example.nl' } }))
  await deliverDue(harness.outbox())
  const [mail, ...more] = await harness.inbox()
  expect(more).toEqual([])
  expect(mail?.To).toEqual([{ Name: '', Address: jan.email }])
  expect(mail?.Text).toMatch(/^Hallo,\n/)
})
