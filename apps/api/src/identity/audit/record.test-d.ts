import type { Tx } from '@keyholder/prisma'
import { type Recorder, record } from './record.ts'

const user = { kind: 'user', id: 'id', name: 'Jan' } as const

/** What must not compile: an event that the catalogue does not have like that. */
export async function mistakes(tx: Tx, work: Recorder, tenantId: string): Promise<void> {
  const before = { role: 'Lezer' }
  await record(tx, work, { tenantId, action: 'user.role-changed', object: user, before, after: { role: 'Redacteur' } })
  // @ts-expect-error nothing like that happens
  await record(tx, work, { tenantId, action: 'user.promoted', object: user })
  // @ts-expect-error it is about a user, and not about a session
  await record(tx, work, { tenantId, action: 'user.joined', object: { kind: 'session', id: 'id' } })
  // @ts-expect-error it is about somebody
  await record(tx, work, { tenantId, action: 'user.joined' })
  // @ts-expect-error what it became is missing
  await record(tx, work, { tenantId, action: 'user.role-changed', object: user, before })
  // @ts-expect-error a role has no language
  await record(tx, work, { tenantId, action: 'user.role-changed', object: user, before, after: { language: 'nl' } })
  // @ts-expect-error what fails says why
  await record(tx, work, { tenantId, action: 'user.role-changed', outcome: 'denied', object: user })
  // @ts-expect-error no reason that anybody knows
  await record(tx, work, { tenantId, action: 'user.joined', outcome: 'denied', reason: 'because', object: user })
}
