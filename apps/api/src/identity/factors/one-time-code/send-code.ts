import type { CodeMethod, Subject } from '@keyholder/domain'
import type { Actor, PublicContext } from '../../../context.ts'
import { requireNotDisabled } from '../count-wrong-codes.ts'
import { findLinkedPhone } from '../sms/find-linked-phone.ts'
import { countSending } from './count-sending.ts'
import { storeSentCode } from './store-sent-code.ts'
import type { Bound } from './target.ts'

type Context = PublicContext & { actor?: Actor }
type Wanted = { owner: Subject; bound: Bound; method: CodeMethod; email: string }

/**
 * Sends a code for a second step, to the linked number or the address of the account; whether the method may be used is decided
 * before. An earlier code for the same is void (CHN-01).
 * @throws Problem `sms.unavailable`, `factor.disabled`, `code.too_soon`, `code.send_limit`
 */
export async function sendCode(context: Context, { owner, bound, method, email }: Wanted) {
  const { signIn } = context
  await requireNotDisabled(signIn, owner)
  const target = method === 'email' ? { method, sentTo: email } : await findLinkedPhone(context, owner)
  await countSending(context, owner, target)
  return signIn.write((tx) => storeSentCode(tx, context, { owner, bound, target }))
}
