/** Whole seconds until `at`, never too few; 0 from then on. Both in milliseconds. */
export function secondsLeft(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / 1000))
}
