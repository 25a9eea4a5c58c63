/** What a member is to the organisation. */
export const MEMBERSHIP_STATUSES = ['invited', 'active', 'deactivated'] as const

export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number]

export const USER_KINDS = ['person', 'api'] as const

export type UserKind = (typeof USER_KINDS)[number]

/** What the list says about somebody's second step. `unlinked` waits for a new authenticator with a re-link code. */
export const SECOND_STEP_STATES = ['none', 'linked', 'unlinked'] as const

export type SecondStepState = (typeof SECOND_STEP_STATES)[number]

export const LANGUAGES = ['nl', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

export const UNLINK_REASONS = ['new-phone', 'lost-or-stolen', 'leaver'] as const

export type UnlinkReason = (typeof UNLINK_REASONS)[number]

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

export const RELINK_CODE_LIFETIME_SECONDS = 24 * 3600

/** Several phones or apps may be linked, not endlessly many. */
export const AUTHENTICATORS_PER_ACCOUNT = 5

export const PASSKEYS_PER_ACCOUNT = 10

/** One number may be shared by a few accounts of one person, not by fifty (ENR-14). */
export const ACCOUNTS_PER_PHONE = 5

/** How long a code from a message lives, and how soon another may be asked for. */
export const SENT_CODE_LIFETIME_SECONDS = 600
export const RESEND_AFTER_SECONDS = 30

/** A passkey signs its challenge within this. */
export const CHALLENGE_LIFETIME_SECONDS = 300

/** How long the code lives that somebody reads to their package holder. */
export const SUPPORT_CODE_LIFETIME_SECONDS = 7 * 86_400
