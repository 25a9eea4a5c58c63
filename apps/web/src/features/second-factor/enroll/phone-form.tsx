import { account } from '@keyholder/contracts'
import type { ReactNode } from 'react'
import { problemCode } from '../../../client/errors.ts'
import { useContractForm } from '../../../client/use-contract-form.ts'
import { Form } from '../../../ui/form.tsx'
import { TextField } from '../../../ui/text-field.tsx'

type PhoneFormProps = {
  words: { label: string; hint: string; missing: string }
  /** Above the field. */
  intro?: ReactNode
  /** Sends a code to the number; rejects with the problem. */
  send: (phone: string) => Promise<unknown>
  problemText: (error: unknown) => string | undefined
  /** The buttons. */
  children: (busy: boolean) => ReactNode
}

/** A mobile number. Which ones take a code is for the server to say; what is wrong with it stands at the field. */
export function PhoneForm({ words, intro, send, problemText, children }: PhoneFormProps) {
  const { field, busy, props } = useContractForm({
    body: account.startPhone.body, // that of the sign-in is the same
    initialValues: { phone: '' },
    texts: { phone: words.missing },
    check: ({ phone }) => ({ phone: phone.trim() === '' ? words.missing : null }),
    send: ({ phone }) => send(phone),
    atField: (error) => (isOfNumber(error) ? { phone: problemText(error) ?? null } : {}),
    problemText,
  })
  return (
    <Form {...props}>
      {intro}
      <TextField
        {...field('phone')}
        label={words.label}
        hint={words.hint}
        type="tel"
        autoComplete="tel"
        maxLength={40}
      />
      {children(busy)}
    </Form>
  )
}

function isOfNumber(error: unknown): boolean {
  const code = problemCode(error)
  return code === 'phone.invalid' || code === 'phone.limit'
}
