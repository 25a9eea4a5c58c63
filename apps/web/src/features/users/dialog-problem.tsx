import { Notice } from '../../ui/notice.tsx'
import { useUserProblem } from './use-user-problem.ts'

/** Why what was asked for did not happen, in the dialog where it was asked. */
export function DialogProblem({ error }: { error: unknown }) {
  const problem = useUserProblem()(error)
  return (
    <div role="status">
      {problem && (
        <Notice tone="error">
          <p>{problem}</p>
        </Notice>
      )}
    </div>
  )
}
