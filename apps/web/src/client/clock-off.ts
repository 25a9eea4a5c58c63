type Off = { is: 'clockBehind' | 'clockAhead'; minutes: number }

/** How wrong a phone's clock is, in whole minutes and never none; null when it is not known. Behind when negative. */
export function clockOff(seconds: number | null | undefined): Off | null {
  if (!seconds) return null
  return { is: seconds < 0 ? 'clockBehind' : 'clockAhead', minutes: Math.max(1, Math.round(Math.abs(seconds) / 60)) }
}
