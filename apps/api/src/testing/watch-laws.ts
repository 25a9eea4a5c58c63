import type { Definition } from '@keyholder/contracts'
import { codesOf } from '@keyholder/contracts/openapi'
import type { ProblemCode } from '@keyholder/domain'
import type { Owner } from '@keyholder/prisma/owner'
import type { App } from '../http/serve.ts'

type Change = { requestId: string; definition: Definition }

/**
 * Watches every request of every test for two laws: no problem that the contract does not declare, and no change without
 * its event. What it saw is judged when the world closes.
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
      const events = await ask((tx) => tx.auditEvent.findMany({ select: { requestId: true, action: true } }))
      const silent = changes.filter(({ requestId, definition }) => {
        // 202 answers the same whether anything was done.
        if (definition.status === 202 || definition.method === 'GET') return false
        const actions: readonly string[] = definition.records ?? []
        return !events.some((event) => event.requestId === requestId && actions.includes(event.action))
      })
      const broken = [
        ...undeclared,
        ...silent.map(({ definition }) => `${definition.method} ${definition.path} changed without an event`),
      ]
      if (broken.length > 0) throw new Error(`Laws of the contracts were broken:\n${[...new Set(broken)].join('\n')}`)
    },
  }
}
