import { useEffect, useState } from 'react'
import { secondsLeft } from './seconds-left.ts'

/** Counts down to `at` (milliseconds on this device's clock), each second, and stops at 0. */
export function useSecondsLeft(at: number): number {
  const [left, setLeft] = useState(() => secondsLeft(at, Date.now()))
  useEffect(() => {
    const look = () => {
      const now = secondsLeft(at, Date.now())
      setLeft(now)
      if (now === 0) clearInterval(timer)
    }
    const timer = setInterval(look, 1000)
    look()
    return () => clearInterval(timer)
  }, [at])
  return left
}
