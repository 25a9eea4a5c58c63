import { type UserQuery, writeUserQuery } from './read-user-query.ts'

/** Ready-made filters: who needs attention. The overview counts the same. */
export const PRESETS = {
  withoutSecondStep: { kind: 'person', status: 'active', secondStep: 'none' },
  longAbsent: { kind: 'person', status: 'active', lastSignIn: 'over-90-days' },
  openInvitations: { status: 'invited' },
} as const satisfies Record<string, UserQuery>

export type Preset = keyof typeof PRESETS

export const PRESET_NAMES = ['withoutSecondStep', 'longAbsent', 'openInvitations'] as const satisfies readonly Preset[]

/** The preset that these filters are, exactly. */
export function presetOf(filters: UserQuery): Preset | undefined {
  const search = writeUserQuery(filters).search
  return PRESET_NAMES.find((name) => sorted(writeUserQuery(PRESETS[name]).search) === sorted(search))
}

function sorted(search: string): string {
  const params = new URLSearchParams(search)
  params.sort()
  return params.toString()
}
