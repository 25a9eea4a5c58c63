import type { SignInDb } from '@keyholder/prisma'

type Sent = {
  way: 'sms' | 'email'
  sentTo: string
  delivery: 'sending' | 'sent' | 'failed'
  resendAt: string
  expiresAt: string
}

/** The code that was sent last for a sign-in or a session, while it works; with what became of its message. */
export async function findSentCode(
  _signIn: SignInDb,
  _bound: { boundTo: string; purpose: 'sign-in' | 'link' | 'fresh' },
  _now: Date,
): Promise<Sent | null> {
  return null
}
