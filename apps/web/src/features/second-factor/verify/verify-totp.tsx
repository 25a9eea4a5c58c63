import { useCodeProblem } from '../../../client/second-step-problem.ts'
import { Actions } from './actions.tsx'
import type { VerifyProps } from './ceremony.ts'
import { CodeForm } from './code-form.tsx'

/** The code that the linked app shows now. */
export function VerifyTotp({ ceremony: { verifyTotp, problemText }, words, frame }: VerifyProps) {
  const explain = useCodeProblem('authenticator', problemText)
  return (
    <>
      {words.intro}
      <CodeForm from="authenticator" in={frame.place} send={verifyTotp} explain={explain} takesFocus>
        {(busy) => <Actions frame={frame} label={words.submit} busy={busy} />}
      </CodeForm>
      {words.note}
    </>
  )
}
