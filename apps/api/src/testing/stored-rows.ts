import * as z from 'zod/mini'
import type { World } from './world.ts'

const Payload = z.record(z.string(), z.union([z.string(), z.boolean()]))

/** What the outbox holds for a member, oldest first, opened as the worker would open it. */
export async function mailsTo(world: World, membershipId: string) {
  const { secretBox } = world.platform
  const rows = await world.asOwner((tx) => tx.message.findMany({ where: { membershipId }, orderBy: { id: 'asc' } }))
  return rows.map(({ tenantId, id, template, payloadSealed }) => ({
    template,
    data: z.parse(Payload, JSON.parse(secretBox.open('message', payloadSealed ?? '', [tenantId, id]))),
  }))
}

const REPORTS = ['/not-me', '/stop-email-change']

/**
 * The secret part of the newest link that was mailed to a member, to the page named: what they would click on. Without a page it
 * is the newest of all but those by which they would say that something was not them.
 */
export async function newestToken(world: World, membershipId: string, page?: string): Promise<string> {
  const mails = await mailsTo(world, membershipId)
  const links = mails.flatMap(({ data }) => (typeof data.link === 'string' ? [new URL(data.link)] : []))
  const wanted = links.filter(({ pathname }) => (page ? pathname === page : !REPORTS.includes(pathname)))
  return (wanted.at(-1) ?? new URL('http://localhost/#none')).hash.slice(1)
}

/** The log of an organisation, oldest first. */
export async function eventsOf(world: World, tenantId: string) {
  return world.asOwner((tx) => tx.auditEvent.findMany({ where: { tenantId }, orderBy: { id: 'asc' } }))
}

/** The log in short: `action outcome reason`. */
export async function actionsOf(world: World, tenantId: string): Promise<string[]> {
  const events = await eventsOf(world, tenantId)
  return events.map(({ action, outcome, reason }) => [action, outcome, reason].filter(Boolean).join(' '))
}
