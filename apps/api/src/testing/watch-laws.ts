import type { Definition } from '@keyholder/contracts'
import { codesOf } from '@keyholder/contracts/openapi'
import { AUDIT_ACTIONS, EVENTS, type EventShape, type ProblemCode } from '@keyholder/domain'
import type { Owner } from '@keyholder/prisma/owner'
import type { App } from '../http/serve.ts'

const SELECTED = { requestId: true, action: true, outcome: true, objectKind: true, before: true, after: true } as const

type Change = { requestId: string; definition: Definition }

/**
 * Watches every request of every test for three laws: no problem that the contract does not declare, no change without its event, and
 * no event but as the catalogue has it. What it saw is judged when the world closes.
 */
export function watchLaws(app: App) {
  const undeclared = new Set<string>()
  const changes: Change[] = []
  app.addHook('onSend', async (request, reply, payload) => {
    const { definition } = request.routeOptions.config
    if (!definition) return
    if (reply.statusCode < 400) {
      if (definition.records?.length) changes.push({ requestId: request.id, definition })
      return
    }
    const { code } = JSON.parse(String(payload)) as { code: ProblemCode }
    if (!codesOf(definition).includes(code)) undeclared.add(`${definition.method} ${definition.path} gave ${code}`)
  })

  return {
    /** @throws Error that names the endpoints that broke a law */
    async judge(ask: Owner['run']): Promise<void> {
      const events = await ask((tx) => tx.auditEvent.findMany({ select: SELECTED }))
      const silent = changes.filter(({ requestId, definition }) => {
        // 202 answers the same whether anything was done.
        if (definition.status === 202 || definition.method === 'GET') return false
        const actions: readonly string[] = definition.records ?? []
        return !events.some((event) => event.requestId === requestId && actions.includes(event.action))
      })
      const broken = [
        ...undeclared,
        ...events.flatMap(strayOf),
        ...silent.map(({ definition }) => `${definition.method} ${definition.path} changed without an event`),
      ]
      if (broken.length > 0) throw new Error(`Laws of the contracts were broken:\n${[...new Set(broken)].join('\n')}`)
    },
  }
}

type Row = { action: string; outcome: string; objectKind: string | null; before: unknown; after: unknown }

/** What of a stored event the catalogue does not have: another action, object or field. */
function strayOf({ action, outcome, objectKind, before, after }: Row): string[] {
  const known = AUDIT_ACTIONS.find((one) => one === action)
  if (!known) return [`the log holds ${action}, which is no event`]
  const shape: EventShape = EVENTS[known]
  const isStray = (kept: readonly string[] = [], values: unknown) =>
    Object.keys(values ?? {}).some((field) => !kept.includes(field))
  // Of what was tried in vain only the method is kept.
  const keptAfter = outcome === 'success' ? shape.after : ['secondFactor', ...(shape.after ?? [])]
  return [
    ...(shape.object && objectKind && outcome === 'success' && objectKind !== shape.object
      ? [`${action} is about a ${objectKind}`]
      : []),
    ...(isStray(shape.before, before) ? [`${action} has other fields before`] : []),
    ...(isStray(keptAfter, after) ? [`${action} has other fields after`] : []),
  ]
}
