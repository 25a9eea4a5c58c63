import { Notice } from '../../ui/notice.tsx'
import { useUserProblem } from './use-user-problem.ts'

/** Why what was asked for did not happen, in the dialog where it was asked. */
export function DialogProblem({ error }: { error: unknown }) {
  const problem = useUserProblem()(error)
  if (!problem) return null
  return (
    <Notice tone="error" live>
      <p>{problem}</p>
    </Notice>
  )
}
