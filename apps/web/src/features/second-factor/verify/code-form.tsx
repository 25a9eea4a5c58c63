import { OneTimeCode } from '@keyholder/contracts'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { bodyOf } from '../../../client/body-of.ts'
import type { CodeProblem, CodeSource } from '../../../client/second-step-problem.ts'
import { useContractForm } from '../../../client/use-contract-form.ts'
import { CodeInput } from '../../../ui/code-input.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'

// One wrong code is a slip of the finger; after two it is worth looking elsewhere.
const WRONG_BEFORE_ADVICE = 2

type CodeFormProps = {
  from: CodeSource
  /** A dialog may stand over a page that has a field for a code too. */
  in?: 'page' | 'dialog' | undefined
  /** Sends the code; rejects with the problem. */
  send: (code: string) => Promise<unknown>
  explain: (error: unknown) => CodeProblem
  /** What to look at when the code stays wrong. */
  advice?: string
  takesFocus?: boolean
  /** The buttons. */
  children: (busy: boolean) => ReactNode
}

/** Six digits from an app or a message, wherever they are asked for. */
export function CodeForm({ advice, takesFocus = false, children, ...asked }: CodeFormProps) {
  const t = useTranslations('secondStep.code')
  const { name, wrong, form, field, busy, isIdle, props } = useCodeForm(asked)
  return (
    <Form {...props}>
      {wrong >= WRONG_BEFORE_ADVICE && (advice ?? asked.from === 'authenticator') && (
        <Notice tone="info" live>
          {advice ?? t('clock')}
        </Notice>
      )}
      <CodeInput
        {...field(name)}
        key={form.key(name)}
        label={t('label')}
        takesFocus={takesFocus && isIdle} // after a try the focus is on what went wrong
      />
      {children(busy)}
    </Form>
  )
}

/** `wrong` counts the codes that were wrong without a known cause. */
function useCodeForm({ from, in: place, send, explain }: Pick<CodeFormProps, 'from' | 'in' | 'send' | 'explain'>) {
  const t = useTranslations('secondStep.code')
  const name = place === 'dialog' ? 'stepUpCode' : 'code'
  const [wrong, setWrong] = useState(0)
  const made = useContractForm<Record<string, string>>({
    body: bodyOf(name, OneTimeCode),
    initialValues: { [name]: '' },
    texts: { [name]: t(`${from}.missing`) },
    send: (values) => send(values[name] ?? ''),
    onProblem: (error) => {
      made.form.setFieldValue(name, '')
      const told = explain(error)
      if ('wrong' in told) setWrong((count) => (told.cause ? 0 : count + 1)) // no guess beside what is known
    },
    atField: (error) => {
      const told = explain(error)
      return 'wrong' in told ? { [name]: told.wrong } : {}
    },
    problemText: (error) => {
      const told = explain(error)
      return 'problem' in told ? told.problem : undefined
    },
  })
  return { ...made, name, wrong }
}
