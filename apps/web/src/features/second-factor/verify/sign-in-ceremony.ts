import { api } from '../../../client/api.ts'
import type { SignInFlow } from '../sign-in-flow.ts'
import type { Ceremony, SentCode } from './ceremony.ts'

/** The second factor as the second step of a sign-in. `method` is that of the offer; a code goes by text message or mail only. */
export function signInCeremony(method: string, sent: SentCode | null, flow: SignInFlow): Ceremony {
  const { call, onStep, onSent, problemText } = flow
  return {
    verifyTotp: async (code) => onStep((await call(() => api.signIn.authenticator({ body: { code } }))).step),
    sendCode: async () => {
      const by = method === 'email' ? 'email' : 'sms'
      onSent(await call(() => api.signIn.sendCode({ body: { method: by } })))
    },
    sent,
    verifyCode: async (code) => onStep((await call(() => api.signIn.verifySentCode({ body: { code } }))).step),
    startPasskey: () => call(() => api.signIn.startPasskey()),
    verifyPasskey: async (passkey) => onStep((await call(() => api.signIn.passkey({ body: { passkey } }))).step),
    problemText,
  }
}
