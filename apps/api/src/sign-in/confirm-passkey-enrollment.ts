import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { completeEnrollment } from '../identity/attempts/complete-enrollment.ts'
import { checkNew } from '../identity/factors/passkey/check-new.ts'
import { storePasskey } from '../identity/factors/passkey/store-passkey.ts'
import { requireTry } from '../identity/throttle/throttle.ts'

/** What a first passkey is called until its owner names it. */
const FIRST_NAME = 'Passkey'

/** Links the passkey that was made and makes the recovery code; there is still no session. */
export const confirmPasskeyEnrollment: Handler<typeof contract.confirmPasskeyEnrollment> = async (
  { body },
  context,
) => {
  const { attempt, signIn, now } = context
  await requireTry(signIn, now, [{ name: 'enrollmentByUser', parts: [attempt.userId] }], 'code.too_many')
  const made = await checkNew(context, { purpose: 'link', owner: attempt, boundTo: attempt.id }, body.passkey)
  const linking = { owner: attempt, made, name: FIRST_NAME, begunBy: attempt.id }
  return signIn.write((tx) =>
    completeEnrollment(tx, context, { kind: 'passkey', link: () => storePasskey(tx, context, linking) }),
  )
}
