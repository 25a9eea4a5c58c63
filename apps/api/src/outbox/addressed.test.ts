import { expect } from 'vitest'
import { days } from '../platform/clock.fake.ts'
import { it } from '../testing/post-office.ts'
import { deliverDue } from './deliver-due.ts'

it('goes to the address that it was made for, also when its member has another by then, and calls nobody by a name there', async ({
  office,
}) => {
  const jan = await office.addReader('Jan de Vries')
  const expiresAt = office.clock.later(days(1)).toISOString()
  const link = `${office.origin}/stop-email-change#${'x'.repeat(43)}`
  const at = office.clock.now().toISOString()
  await office.post(jan, 'email-change-asked', { to: jan.email, newEmail: 'kwaad@example.nl', at, link, expiresAt })
  const where = { id: jan.membershipId }
  await office.asOwner((tx) => tx.membership.updateMany({ where, data: { email: 'kwaad@example.nl' } }))
  await deliverDue(office.outbox())
  const [mail, ...more] = await office.inbox()
  expect(more).toEqual([])
  expect(mail?.To).toEqual([{ Name: '', Address: jan.email }])
  expect(mail?.Text).toMatch(/^Hallo,\n/)
})
