import type { signIn as contract } from '@keyholder/contracts'
import { offerCreation } from '../factors/passkey/offer-creation.ts'
import type { Handler } from '../http/serve.ts'

export const startPasskeyEnrolment: Handler<typeof contract.startPasskeyEnrolment> = (_, context) => {
  const { attempt, signIn } = context
  const ceremony = { purpose: 'link', owner: attempt, boundTo: attempt.id } as const
  return signIn.write((tx) => offerCreation(tx, context, ceremony, attempt))
}
