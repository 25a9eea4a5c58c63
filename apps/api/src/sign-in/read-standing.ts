import type { signIn as contract } from '@keyholder/contracts'
import type { SignInDb } from '@keyholder/prisma'
import type { Handler } from '../http/serve.ts'

/** Where this sign-in stands, so that a page that was closed or reloaded goes on where it was. */
export const readStanding: Handler<typeof contract.standing> = async (_, { attempt, signIn }) => {
  const { tenantId, userId, step, email, expiresAt } = attempt
  return {
    step,
    email,
    methods: step === 'factor' ? ['authenticator'] : [],
    expiresAt: expiresAt.toISOString(),
    unlinked: step === 'relink' ? await unlinkingOf(signIn, { tenantId, userId }) : null,
  }
}

async function unlinkingOf(signIn: SignInDb, user: { tenantId: string; userId: string }) {
  const relink = await signIn.read((tx) =>
    tx.relinkCode.findFirst({ where: user, select: { madeAt: true, madeBy: true } }),
  )
  return relink && { at: relink.madeAt.toISOString(), by: relink.madeBy }
}
