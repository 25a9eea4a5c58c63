import { normaliseCode } from '@keyholder/domain'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { problemCode } from '../../app/errors.ts'
import { CodeInput } from '../../ui/code-input.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSignInProblem } from './use-sign-in-problem.ts'

// One wrong code is a slip of the finger; after two it is worth to look elsewhere.
const WRONG_BEFORE_ADVICE = 2

type CodeFormProps = {
  /** Sends the code; rejects with the problem. */
  send: (code: string) => Promise<unknown>
  /** Its id, where the page has another field for a code. */
  name?: string
  /** What to look at when the code stays wrong. */
  advice?: string
  takesFocus?: boolean
  /** The buttons. */
  children: (busy: boolean) => ReactNode
}

/** The code of an authenticator app, wherever it is asked for. */
export function CodeForm({ send, name = 'code', advice, takesFocus = false, children }: CodeFormProps) {
  const t = useTranslations('signIn.code')
  const problemText = useSignInProblem()
  const [wrong, setWrong] = useState(0)
  const sending = useMutation({ mutationFn: send, gcTime: 0 })
  const form = useForm<Record<string, string>>({
    mode: 'uncontrolled',
    initialValues: { [name]: '' },
    validate: (values) => (normaliseCode(values[name] ?? '') === null ? { [name]: t('missing') } : {}),
  })
  const submit = async (values: Record<string, string>) => {
    try {
      await sending.mutateAsync(values[name] ?? '')
    } catch (error) {
      form.setFieldValue(name, '')
      if (problemCode(error) !== 'code.wrong') return
      form.setErrors({ [name]: t('wrong') })
      setWrong((count) => count + 1)
    }
  }
  const problem = problemCode(sending.error) === 'code.wrong' ? null : sending.error
  return (
    <Form form={form} problem={problem ? problemText(problem) : undefined} onSubmit={submit}>
      {wrong >= WRONG_BEFORE_ADVICE && (
        <Notice tone="info" live>
          {advice ?? t('clock')}
        </Notice>
      )}
      <CodeInput
        {...form.getInputProps(name)}
        key={form.key(name)}
        name={name}
        label={t('label')}
        takesFocus={takesFocus && sending.isIdle} // after a try the focus is on what went wrong
      />
      {children(sending.isPending)}
    </Form>
  )
}
