import { normaliseCode } from '@keyholder/domain'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { CodeInput } from './code-input.tsx'
import { Form } from './form.tsx'
import { Notice } from './notice.tsx'

/** Where a code comes from: what is wrong with it is said in words that fit. */
export type CodeSource = 'authenticator' | 'sms' | 'email'

/** What went wrong with a code: with the code itself, told at its field, with its cause when that is known; or something else. */
export type CodeProblem = { wrong: string; cause?: 'clock' } | { problem: string }

// One wrong code is a slip of the finger; after two it is worth to look elsewhere.
const WRONG_BEFORE_ADVICE = 2

type CodeFormProps = {
  from: CodeSource
  /** Sends the code; rejects with the problem. */
  send: (code: string) => Promise<unknown>
  explain: (error: unknown) => CodeProblem
  /** Its id, where the page has another field for a code. */
  name?: string
  /** What to look at when the code stays wrong. */
  advice?: string
  takesFocus?: boolean
  /** The buttons. */
  children: (busy: boolean) => ReactNode
}

/** Six digits from an app or a message, wherever they are asked for. */
export function CodeForm({ from, send, explain, name = 'code', advice, takesFocus = false, children }: CodeFormProps) {
  const t = useTranslations('secondStep.code')
  const [wrong, setWrong] = useState(0)
  const sending = useMutation({ mutationFn: send, gcTime: 0 })
  const form = useForm<Record<string, string>>({
    mode: 'uncontrolled',
    initialValues: { [name]: '' },
    validate: (values) => (normaliseCode(values[name] ?? '') === null ? { [name]: t(`${from}.missing`) } : {}),
  })
  const submit = async (values: Record<string, string>) => {
    try {
      await sending.mutateAsync(values[name] ?? '')
    } catch (error) {
      form.setFieldValue(name, '')
      const told = explain(error)
      if (!('wrong' in told)) return
      form.setErrors({ [name]: told.wrong })
      setWrong((count) => (told.cause ? 0 : count + 1)) // no guess beside what is known
    }
  }
  return (
    <Form form={form} problem={problemOf(sending.error, explain)} onSubmit={submit}>
      {wrong >= WRONG_BEFORE_ADVICE && (advice ?? from === 'authenticator') && (
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

function problemOf(error: unknown, explain: (error: unknown) => CodeProblem): string | undefined {
  const told = error ? explain(error) : null
  return told && 'problem' in told ? told.problem : undefined
}
