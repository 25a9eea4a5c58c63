import type { Definition } from '@keyholder/contracts'
import type { FastifyInstance } from 'fastify'
import type { Platform } from '../context.ts'
import type { Caller, Guard } from './access.ts'
import type { createHeavyReads } from './heavy-reads.ts'

export type App = FastifyInstance

/** What the edge needs besides the contracts; put on the app once, in app.ts. */
type Edge = {
  platform: Platform
  guard: Guard
  /** Every endpoint served; a 405 lists the methods of its path from here. */
  routes: { method: string; pattern: RegExp }[]
  heavyReads: ReturnType<typeof createHeavyReads>
}

declare module 'fastify' {
  interface FastifyInstance {
    edge: Edge
  }
  interface FastifyRequest {
    /** Whoever the guard recognised; null where anybody may call. */
    caller: Caller | null
  }
  interface FastifyContextConfig {
    definition?: Definition
  }
}
