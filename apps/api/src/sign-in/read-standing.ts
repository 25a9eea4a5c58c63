import type { signIn as contract, Returned } from '@keyholder/contracts'
import { type UserKey, waysToShow } from '@keyholder/domain'
import type { SignInDb } from '@keyholder/prisma'
import type { Handler } from '../http/serve.ts'
import { type AccountStanding, findStanding } from '../identity/factors/find-standing.ts'
import { inOrder, linkableHere, sentTo } from '../identity/factors/offer-ways.ts'
import { findSentCode } from '../identity/factors/one-time-code/find-sent-code.ts'

type Standing = Returned<typeof contract.standing>

/** Where this sign-in stands, so that a page that was closed or reloaded goes on where it was. */
export const readStanding: Handler<typeof contract.standing> = async (_, { attempt, signIn, platform, now }) => {
  const { id, homeTenantId, userId, step, email, expiresAt, shown } = attempt
  const standing = await findStanding(signIn, attempt, now)
  return {
    step,
    email,
    expiresAt: expiresAt.toISOString(),
    ways: step === 'factor' ? waysOf(standing, now) : [],
    linkable: step === 'enrol' ? linkableHere(standing, platform.settings) : [],
    noLongerAllowed: step === 'enrol' && shown !== null && shown !== 'recovery-code' ? shown : null,
    sent: await findSentCode(
      signIn,
      { homeTenantId, boundTo: id, purpose: step === 'enrol' ? 'link' : 'sign-in' },
      now,
    ),
    unlinked: step === 'relink' ? await unlinkingOf(signIn, { homeTenantId, userId }) : null,
  }
}

function waysOf(standing: AccountStanding, now: Date): Standing['ways'] {
  return inOrder(waysToShow(standing, now), standing).map((way) => ({ way, sentTo: sentTo(way, standing) }))
}

async function unlinkingOf(signIn: SignInDb, user: UserKey) {
  const relink = await signIn.read((tx) =>
    tx.relinkCode.findFirst({ where: user, select: { madeAt: true, madeBy: true } }),
  )
  return relink && { at: relink.madeAt.toISOString(), by: relink.madeBy }
}
