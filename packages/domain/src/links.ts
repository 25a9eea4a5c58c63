/** How long each one-time link lives. Each purpose has its own (LNK-05). */
export const LINK_LIFETIME_SECONDS = {
  invitation: 7 * 86_400,
  'password-reset': 3600,
  'api-credential': 72 * 3600,
  operator: 72 * 3600,
  'not-me': 7 * 86_400,
  'email-change': 24 * 3600,
  'email-change-stop': 7 * 86_400,
} as const

export type LinkPurpose = keyof typeof LINK_LIFETIME_SECONDS

export const LINK_PURPOSES = Object.keys(LINK_LIFETIME_SECONDS) as [LinkPurpose, ...LinkPurpose[]]
