import type { signIn as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { offerCreation } from '../identity/factors/passkey/offer-creation.ts'

export const startPasskeyEnrollment: Handler<typeof contract.startPasskeyEnrollment> = (_, context) => {
  const { attempt, signIn } = context
  const ceremony = { purpose: 'link', owner: attempt, boundTo: attempt.id } as const
  return signIn.write((tx) => offerCreation(tx, context, ceremony, attempt))
}
