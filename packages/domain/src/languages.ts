export const LANGUAGES = ['nl', 'en'] as const

export type Language = (typeof LANGUAGES)[number]
