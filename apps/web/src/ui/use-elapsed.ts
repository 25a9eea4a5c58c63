import { useEffect, useState } from 'react'

/** How many of the given moments (milliseconds after the first render, ascending) have passed. */
export function useElapsed(moments: readonly number[]): number {
  const [passed, setPassed] = useState(0)
  const next = moments[passed]
  const wait = next === undefined ? undefined : next - (moments[passed - 1] ?? 0)
  useEffect(() => {
    if (wait === undefined) return
    const timer = setTimeout(() => setPassed((count) => count + 1), wait)
    return () => clearTimeout(timer)
  }, [wait])
  return passed
}
