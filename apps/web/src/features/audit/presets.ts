import type { AuditQuery } from './read-audit-query.ts'

/** Ready-made filters. */
export const PRESETS = {
  failures: { outcome: 'failure' },
  denied: { outcome: 'denied' },
  unlinked: { action: 'authenticator.unlinked' },
} as const satisfies Record<string, AuditQuery>

export const PRESET_NAMES = ['failures', 'denied', 'unlinked'] as const satisfies (keyof typeof PRESETS)[]

/** The ready-made filter that these filters are, if they are one. */
export function presetOf(filters: AuditQuery): (typeof PRESET_NAMES)[number] | undefined {
  const wanted = JSON.stringify(filters)
  return PRESET_NAMES.find((name) => JSON.stringify(PRESETS[name]) === wanted)
}
