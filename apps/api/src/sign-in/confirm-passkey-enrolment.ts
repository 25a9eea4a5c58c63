import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { passLinking } from '../identity/attempts/pass-linking.ts'
import { checkNew } from '../identity/factors/passkey/check-new.ts'
import { keepPasskey } from '../identity/factors/passkey/keep-passkey.ts'
import { requireTry } from '../identity/throttle/throttle.ts'

/** What a first passkey is called until its owner names it. */
const FIRST_NAME = 'Passkey'

/** Links the passkey that was made and makes the recovery code; there is still no session. */
export const confirmPasskeyEnrolment: Handler<typeof contract.confirmPasskeyEnrolment> = async ({ body }, context) => {
  const { attempt, signIn, now } = context
  await requireTry(signIn, now, [{ name: 'enrolmentByUser', parts: [attempt.userId] }], 'code.too_many')
  const made = await checkNew(context, { purpose: 'link', owner: attempt, boundTo: attempt.id }, body.passkey)
  const linking = { owner: attempt, made, name: FIRST_NAME, begunBy: attempt.id }
  return signIn.write((tx) =>
    passLinking(tx, context, { kind: 'passkey', link: () => keepPasskey(tx, context, linking) }),
  )
}
