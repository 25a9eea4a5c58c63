type Ask = () => Promise<void>

let ask: Ask | undefined

/** Provided by the layout behind the sign-in: the dialog that asks for a stronger second step. Gives the way to stop. */
export function askWhenWeak(provided: Ask): () => void {
  ask = provided
  return () => {
    ask = undefined
  }
}

/**
 * Whether a call may be done once more: it was refused because the session has the weak second step only, and a stronger one has
 * been shown since. For every call, wherever it is made: administrators should not have to know.
 */
export async function isStronger(refused: Response): Promise<boolean> {
  if (refused.status !== 403 || !ask || !(await isWeak(refused.clone()))) return false
  return ask().then(
    () => true,
    () => false,
  )
}

async function isWeak(response: Response): Promise<boolean> {
  const problem: unknown = await response.json().catch(() => null)
  return typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === 'session.weak'
}
