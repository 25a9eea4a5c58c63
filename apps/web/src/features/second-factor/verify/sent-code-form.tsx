import { type ReactNode, useMemo } from 'react'
import type { CodeProblem } from '../../../client/second-step-problem.ts'
import { onThisClock } from '../../../client/server-clock.ts'
import { ProblemNotice } from '../../../ui/notice.tsx'
import { Stack } from '../../../ui/stack.tsx'
import type { SentCode } from './ceremony.ts'
import { CodeDelivery } from './code-delivery.tsx'
import { CodeForm } from './code-form.tsx'
import { ResendButton } from './resend-button.tsx'

type SentCodeFormProps = {
  sent: SentCode
  /** Asking for another one; left out where that cannot be done from here. */
  resend?: { busy: boolean; problem: string | undefined; onResend: () => void } | undefined
  send: (code: string) => Promise<unknown>
  explain: (error: unknown) => CodeProblem
  in?: 'page' | 'dialog'
  /** The buttons of the form. */
  children: (busy: boolean) => ReactNode
}

/** A code that was sent: where to, what became of it, the field for it, and another one after a while. */
export function SentCodeForm({ sent, resend, children, ...form }: SentCodeFormProps) {
  const { resendAt, expiresAt } = sent
  // Once per code: each answer of the server carries its time, a little earlier or later.
  const times = useMemo(() => ({ resend: onThisClock(resendAt), until: onThisClock(expiresAt) }), [resendAt, expiresAt])
  return (
    <Stack>
      <CodeDelivery {...sent} until={times.until} />
      {/* A new code gets a fresh form. Its key is the server's instant, which does not move. */}
      {sent.delivery !== 'failed' && (
        <CodeForm key={expiresAt} from={sent.method} {...form} takesFocus>
          {children}
        </CodeForm>
      )}
      {resend && (
        <div>
          <ProblemNotice>{resend.problem}</ProblemNotice>
          <ResendButton at={times.resend} busy={resend.busy} onResend={resend.onResend} />
        </div>
      )}
    </Stack>
  )
}
