import type { signIn as contract, Returned } from '@keyholder/contracts'
import { type UserKey, usableMethods } from '@keyholder/domain'
import type { SignInDb } from '@keyholder/prisma'
import type { Handler } from '../http/serve.ts'
import { type AccountFactorState, findFactorState } from '../identity/factors/find-factor-state.ts'
import { enrollableHere, inOrder, sentTo } from '../identity/factors/offer-methods.ts'
import { findSentCode } from '../identity/factors/one-time-code/find-sent-code.ts'

type SignInState = Returned<typeof contract.state>

/** Where this sign-in stands, so that a page that was closed or reloaded goes on where it was. */
export const readSignInState: Handler<typeof contract.state> = async (_, { attempt, signIn, platform, now }) => {
  const { id, homeTenantId, userId, step, email, expiresAt, shown } = attempt
  const factorState = await findFactorState(signIn, attempt, now)
  return {
    step,
    email,
    expiresAt: expiresAt.toISOString(),
    methods: step === 'factor' ? methodsOf(factorState, now) : [],
    enrollable: step === 'enrol' ? enrollableHere(factorState, platform.settings) : [],
    noLongerAllowed: step === 'enrol' && shown !== null && shown !== 'recovery-code' ? shown : null,
    sent: await findSentCode(
      signIn,
      { homeTenantId, boundTo: id, purpose: step === 'enrol' ? 'link' : 'sign-in' },
      now,
    ),
    unlinked: step === 'relink' ? await unlinkingOf(signIn, { homeTenantId, userId }) : null,
  }
}

function methodsOf(factorState: AccountFactorState, now: Date): SignInState['methods'] {
  return inOrder(usableMethods(factorState, now), factorState).map((method) => ({
    method,
    sentTo: sentTo(method, factorState),
  }))
}

async function unlinkingOf(signIn: SignInDb, user: UserKey) {
  const relink = await signIn.read((tx) =>
    tx.relinkCode.findFirst({ where: user, select: { madeAt: true, madeBy: true } }),
  )
  return relink && { at: relink.madeAt.toISOString(), by: relink.madeBy }
}
