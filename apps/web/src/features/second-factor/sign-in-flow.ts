import type { Received, signIn } from '@keyholder/contracts'
import type { SignInStep } from '@keyholder/domain'
import type { SentCode } from './verify/ceremony.ts'

export type SignInState = Received<typeof signIn.state>

/** What the sign-in gives to the screens of its second step. */
export type SignInFlow = {
  /** For the calls of the step: when the sign-in turns out to stand elsewhere, its page follows. */
  call: <T>(call: () => Promise<T>) => Promise<T>
  /** Goes on with what follows, as the server says. */
  onStep: (step: SignInStep | 'done') => Promise<void>
  /** Shows at once what was sent. */
  onSent: (sent: SentCode) => void
  problemText: (error: unknown) => string
}
