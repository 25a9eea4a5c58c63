import type { Scope } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import type { Platform } from '../context.ts'
import type { ProtocolContext } from '../http/protocol.ts'
import { eventOf } from '../identity/audit/record.ts'
import type { Client } from '../identity/clients/find-client.ts'
import { countEach } from '../identity/throttle/throttle.ts'
import { createGroupCommit } from './group-commit.ts'

/** A token about to leave. */
type Issue = { context: ProtocolContext; client: Client; scopes: readonly Scope[]; tokenId: string }

/** @returns null when the token may leave, else the seconds to wait */
export type RecordIssue = (issue: Issue) => Promise<number | null>

const MOST_AT_ONCE = 100
const WRITTEN_ONCE_IN_SECONDS = 60

/**
 * Counts a token against its client and writes its event before it leaves. Tokens asked for at the same time share a
 * transaction: one insert each would cost a third of the rate (performance.md 8).
 */
export function createIssueRecord({ database }: Platform): RecordIssue {
  return createGroupCommit<Issue, number | null>({
    most: MOST_AT_ONCE,
    commit: (issues) => database.signIn.write((tx) => recordAll(tx, issues)),
  })
}

async function recordAll(tx: Tx, issues: readonly Issue[]): Promise<(number | null)[]> {
  const waits = await countAll(tx, issues)
  const issued = issues.filter((issue) => waits.get(issue) === null)
  if (issued.length > 0) {
    await tx.auditEvent.createMany({ data: issued.map(issuedEvent) })
    await writeLastUse(tx, issued)
  }
  return issues.map((issue) => waits.get(issue) ?? null)
}

/** In the order of their ids: two processes that lock the counters of the same clients then never wait in a ring. */
async function countAll(tx: Tx, issues: readonly Issue[]): Promise<Map<Issue, number | null>> {
  const inOrder = issues.toSorted((a, b) => (a.client.clientId < b.client.clientId ? -1 : 1))
  const tries = inOrder.map(({ client }) => [{ name: 'tokenByClient', parts: [client.clientId] }] as const)
  const waits = await countEach(tx, latest(issues), tries)
  return new Map(inOrder.map((issue, at) => [issue, waits[at] ?? null]))
}

function issuedEvent({ context, client, scopes, tokenId }: Issue) {
  const { tenantId, clientId, membershipId: id, name, roleName: role } = client
  return eventOf(context, {
    tenantId,
    action: 'token.issued',
    actor: { id, name, role },
    object: { kind: 'user', id, name },
    after: { clientId, scope: scopes.join(' '), tokenId },
  })
}

async function writeLastUse(tx: Tx, issued: readonly Issue[]): Promise<void> {
  const now = latest(issued)
  const before = new Date(now.getTime() - WRITTEN_ONCE_IN_SECONDS * 1000)
  const due = issued.filter(({ client }) => client.lastUsedAt === null || client.lastUsedAt <= before)
  if (due.length === 0) return
  const ids = [...new Set(due.map(({ client }) => client.credentialId))]
  await tx.apiCredential.updateMany({ where: { id: { in: ids } }, data: { lastUsedAt: now } })
}

function latest(issues: readonly Issue[]): Date {
  return new Date(Math.max(...issues.map(({ context }) => context.now.getTime())))
}
