import type { ReactNode } from 'react'
import { Button } from './button.tsx'

type SubmitButtonProps = { busy: boolean; children: ReactNode }

/** Sends a form; as wide as its words, at the end of the fields. */
export function SubmitButton({ busy, children }: SubmitButtonProps) {
  return (
    <div>
      <Button type="submit" busy={busy}>
        {children}
      </Button>
    </div>
  )
}
