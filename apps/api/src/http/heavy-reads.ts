import { createGate } from '../platform/gate.ts'
import { Problem } from '../problem.ts'

const AT_ONCE = 2
const MOST_WAITING = 8
/** By then running reads have ended and a waiting one has started: no statement takes longer (FLT-04). */
const RETRY_SECONDS = 5

type Gate = ReturnType<typeof createGate>

/**
 * What costs the database much goes two at a time for each organisation in each process, with a short queue: one that asks for
 * a hundred at once leave connections for other organisations (RTL-16).
 * @returns runs a read, or throws Problem `request.too_many` when too many of its organisation wait
 */
export function createHeavyReads(): <T>(tenantId: string, read: () => Promise<T>) => Promise<T> {
  const gates = new Map<string, Gate>()
  return async (tenantId, read) => {
    const gate = gates.get(tenantId) ?? gateOfOne()
    gates.set(tenantId, gate)
    try {
      return await gate.run(read)
    } finally {
      if (gate.depth() === 0) gates.delete(tenantId)
    }
  }
}

function gateOfOne(): Gate {
  const refusal = () => new Problem('request.too_many', { retryAfterSeconds: RETRY_SECONDS })
  return createGate({ concurrency: AT_ONCE, queueLimit: MOST_WAITING, refusal })
}
