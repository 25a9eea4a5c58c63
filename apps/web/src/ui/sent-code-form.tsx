import type { ReactNode } from 'react'
import { CodeDelivery } from './code-delivery.tsx'
import { CodeForm, type CodeProblem } from './code-form.tsx'
import { Notice } from './notice.tsx'
import { ResendButton } from './resend-button.tsx'
import { Stack } from './stack.tsx'

type SentCodeFormProps = {
  sent: { method: 'sms' | 'email'; sentTo: string; delivery: 'sending' | 'sent' | 'failed'; expiresAt: string }
  /** From when on another may be sent, and until when this one works: milliseconds on this device's clock. */
  resendAt: number
  until: number
  /** Asking for another one; left out where that cannot be done from here. */
  resend?: { busy: boolean; problem: string | undefined; onResend: () => void }
  send: (code: string) => Promise<unknown>
  explain: (error: unknown) => CodeProblem
  name?: string
  /** The buttons of the form. */
  children: (busy: boolean) => ReactNode
}

/** A code that was sent: where to, what became of it, the field for it, and another one after a while. */
export function SentCodeForm({ sent, resendAt, until, resend, send, explain, name, children }: SentCodeFormProps) {
  return (
    <Stack>
      <CodeDelivery {...sent} until={until} />
      {/* A new one begins anew: what was wrong with the one before is over. By the server's own word for it, which does not move. */}
      {sent.delivery !== 'failed' && (
        <CodeForm
          key={sent.expiresAt}
          from={sent.method}
          send={send}
          explain={explain}
          {...(name && { name })}
          takesFocus
        >
          {children}
        </CodeForm>
      )}
      {resend && (
        <div>
          {resend.problem && (
            <Notice tone="error" live>
              {resend.problem}
            </Notice>
          )}
          <ResendButton at={resendAt} busy={resend.busy} onResend={resend.onResend} />
        </div>
      )}
    </Stack>
  )
}
