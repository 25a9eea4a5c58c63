export type Greeting = 'night' | 'morning' | 'afternoon' | 'evening'

/** What one says at that hour (0 to 23) of the day. */
export function greetingAt(hour: number): Greeting {
  if (hour < 6) return 'night'
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}

/** How a colleague says it: "Élise van den Berg" → "Élise". */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}
