import { expect } from 'vitest'
import { it } from '../testing/it.ts'

it('a guard that fails itself lets no request through, and nothing is done (AZV-11)', async ({
  world,
  tenant,
  holder,
}) => {
  const { guard } = world.app.edge
  const findSession = guard.findSession
  guard.findSession = () => Promise.reject(new Error('the roles cannot be read'))
  const body = { name: 'Noor', email: 'noor@example.nl', roleId: tenant.roleIds.reader, language: 'nl' }
  const answer = await holder.send('POST', '/api/v1/users', { body })
  guard.findSession = findSession
  expect(answer.status).toBe(500)
  expect(answer.body).not.toContain('roles cannot')
  expect(await world.asOwner((tx) => tx.membership.count({ where: { email: body.email } }))).toBe(0)
})
