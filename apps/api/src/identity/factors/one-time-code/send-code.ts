import type { Subject } from '@keyholder/domain'
import type { Actor, PublicContext } from '../../../context.ts'
import { requireNotDisabled } from '../count-wrong-codes.ts'
import { findLinkedNumber } from '../sms/find-linked-number.ts'
import { countSending } from './count-sending.ts'
import { keepSentCode } from './keep-sent-code.ts'
import type { Bound } from './target.ts'

type Context = PublicContext & { actor?: Actor }
type Wanted = { owner: Subject; bound: Bound; way: 'sms' | 'email'; email: string }

/**
 * Sends a code for a second step, to the linked number or the address of the account; whether the way may be used is decided
 * before. An earlier code for the same is void (CHN-01).
 * @throws Problem `sms.unavailable`, `factor.disabled`, `code.too_soon`, `code.send_limit`
 */
export async function sendCode(context: Context, { owner, bound, way, email }: Wanted) {
  const { signIn } = context
  await requireNotDisabled(signIn, owner)
  const target = way === 'email' ? { way, sentTo: email } : await findLinkedNumber(context, owner)
  await countSending(context, owner, target)
  return signIn.write((tx) => keepSentCode(tx, context, { owner, bound, target }))
}
