import type { contracts, Received } from '@keyholder/contracts'
import type { ReactNode } from 'react'
import type { signWithPasskey } from '../../../client/passkey.ts'

export type SentCode = Received<typeof contracts.session.sendStepUpCode>

/** A way that is offered, and where its code would go. */
export type Offer = Received<typeof contracts.signIn.state>['methods'][number]

/** Where a second factor is verified, at the sign-in or again in the pages: what the screen of each method asks of it. */
export type Ceremony = {
  verifyTotp: (code: string) => Promise<unknown>
  /** Sends a code by the way of this ceremony's offer; an earlier one no longer works. */
  sendCode: () => Promise<unknown>
  /** The code that was sent last, while it works. */
  sent: SentCode | null
  verifyCode: (code: string) => Promise<unknown>
  startPasskey: () => Promise<Parameters<typeof signWithPasskey>[0]>
  verifyPasskey: (passkey: Awaited<ReturnType<typeof signWithPasskey>>) => Promise<unknown>
  problemText: (error: unknown) => string
}

/** The words around the field and the button. */
export type Words = { intro: ReactNode; note?: ReactNode; submit: string }

/** A page of its own has one wide button; a dialog has ways out beside it, and takes the focus. */
export type Frame = { place: 'page' } | { place: 'dialog'; otherMethods: ReactNode; onCancel: () => void }

export type VerifyProps = { ceremony: Ceremony; words: Words; frame: Frame }
