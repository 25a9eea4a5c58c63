import type { operators as contract } from '@keyholder/contracts'
import type { Handler } from '../http/serve.ts'
import { findSwitchedOff } from '../identity/factors/sms/require-sms.ts'

export const readSms: Handler<typeof contract.sms> = async (_, { platform, signIn }) => {
  const off = await findSwitchedOff(signIn)
  return { configured: platform.settings.sms !== null, off: off && { at: off.at.toISOString(), reason: off.reason } }
}
