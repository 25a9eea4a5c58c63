/** What a member is to the organisation. */
export const MEMBERSHIP_STATUSES = ['invited', 'active', 'deactivated'] as const

export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number]

export const USER_KINDS = ['person', 'api'] as const

export type UserKind = (typeof USER_KINDS)[number]

/** What the list says about a user's second step. `unlinked` waits for a new factor with a re-link code. */
export const SECOND_STEP_STATES = ['none', 'linked', 'unlinked'] as const

export type SecondStepState = (typeof SECOND_STEP_STATES)[number]

export const UNLINK_REASONS = ['new-phone', 'lost-or-stolen', 'leaver'] as const

export type UnlinkReason = (typeof UNLINK_REASONS)[number]
