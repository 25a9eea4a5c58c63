import type { Tx } from '@keyholder/prisma'
import type { PublicContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import type { Login } from '../logins/find-login.ts'
import { findLastLockout } from './find-last-lockout.ts'
import { makeSupportCode, type Reason } from './make-support-code.ts'

/**
 * A refusal with what whoever proved who they are may know beside it: since when, by whom, and a code to read to their package
 * holder. Never for anybody else (AUT-01).
 */
export async function explainRefusal(tx: Tx, context: PublicContext, login: Login, refusal: Problem): Promise<Problem> {
  const why = await reasonOf(tx, login, refusal)
  if (!why) return refusal
  const supportCode = await makeSupportCode(tx, context, { member: login, why })
  const { at, by } = why
  return new Problem(refusal.code, {
    told: { supportCode, ...(at ? { at: at.toISOString() } : {}), ...(by ? { by } : {}) },
  })
}

async function reasonOf(tx: Tx, login: Login, { code }: Problem): Promise<Reason | null> {
  switch (code) {
    case 'sign_in.deactivated':
      return { reason: 'deactivated', ...(await findLastLockout(tx, login, 'user.deactivated')) }
    case 'sign_in.package_ended':
      return { reason: 'package-ended', at: login.packageEndsAt ?? undefined }
    case 'sign_in.password_void':
      return { reason: 'password-void', at: login.passwordVoidAt ?? undefined }
    case 'factor.disabled': {
      // Whoever typed the wrong codes is not known: only when it became too many.
      const { at } = await findLastLockout(tx, login, 'authenticator.switched-off')
      return { reason: 'switched-off', at }
    }
    default:
      return null
  }
}
