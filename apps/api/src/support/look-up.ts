import { type support as contract, WHY_REASONS } from '@keyholder/contracts'
import { readSupportCode } from '@keyholder/domain'
import * as z from 'zod/mini'
import type { ActorContext } from '../context.ts'
import type { Handler } from '../http/serve.ts'
import { record } from '../identity/audit/record.ts'
import { requireTry } from '../identity/throttle/throttle.ts'
import { Problem } from '../problem.ts'

const Details = z.object({ at: z.nullable(z.string()), by: z.nullable(z.string()), offSeconds: z.nullable(z.int()) })

/** Why a user cannot sign in, for the colleague who helps them. Codes of other organisations are not found. */
export const lookUpSupportCode: Handler<typeof contract.lookUp> = async ({ body }, context) => {
  const { actor, db } = context
  const { tenantId } = actor
  const code = readSupportCode(body.code)
  // No code of ours looks like this: it costs no try.
  if (code === null) throw new Problem('support_code.not_found')
  await countLookUp(context)
  return db.write(async (tx) => {
    const found = await tx.supportCode.findFirst({
      where: { tenantId, code, expiresAt: { gt: context.now } },
      select: { reason: true, details: true, madeAt: true, membership: { select: { id: true, name: true } } },
    })
    const reason = WHY_REASONS.find((one) => one === found?.reason)
    if (!found || !reason) throw new Problem('support_code.not_found')
    const { id, name } = found.membership
    await record(tx, context, {
      tenantId,
      action: 'support-code.looked-up',
      object: { kind: 'user', id, name },
      after: { reason },
    })
    return { userId: id, name, madeAt: found.madeAt.toISOString(), reason, ...z.parse(Details, found.details) }
  })
}

/** In a transaction of its own: a code that is not there is counted like one that is. */
async function countLookUp({ db, actor, now }: ActorContext): Promise<void> {
  const tries = [{ name: 'supportByTenant', parts: [actor.tenantId] }] as const
  await db.write((tx) => requireTry(tx, now, tries, 'request.too_many'))
}
