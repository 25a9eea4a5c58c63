import type { AuthMethod } from '@keyholder/domain'

/**
 * What each message is filled in with. Moments are ISO 8601; links carry their secret in the fragment. Where there is a `to`, the
 * mail goes there, whatever address its member has by then.
 */
export type MessageData = {
  invitation: { link: string; tenantName: string; invitedBy: string; expiresAt: string }
  'password-reset': { link: string; expiresAt: string }
  'password-changed': { at: string; byLink: boolean }
  'authenticator-linked': { name: string; at: string }
  'authenticator-unlinked': { tenantName: string; by: string; at: string }
  'authenticator-removed': { name: string; at: string }
  'authenticator-switched-off': { at: string }
  'passkey-linked': { name: string; at: string }
  'passkey-removed': { name: string; at: string }
  'passkey-counter-regressed': { name: string; at: string }
  'recovery-code-made': { at: string }
  'recovery-code-used': Reported
  /** `code`: six digits. It never stands in a subject. */
  'sign-in-code': { code: string; expiresAt: string }
  /** `ending`: the last two digits of the number. */
  'phone-linked': { ending: string; at: string }
  'phone-removed': { ending: string; at: string }
  /** To operators: which limit switched text messages off, or whose was reached. */
  'sms-switched-off': { limit: 'smsOverall' | 'smsByCountry'; at: string }
  'sms-limit-reached': { limit: 'smsByTenant' | 'smsByRange'; what: string; at: string }
  /** `role`: the word of a built-in role (`administrator`), said in the reader's language, or the name of another role. */
  'role-changed': { tenantName: string; role: string; by: string }
  /** Kinds of second steps with a comma between them, said in the reader's language. Until `at` those that leave still work. */
  'policy-changed': PolicyNews
  'policy-reminder': PolicyNews
  deactivated: { tenantName: string; by: string }
  reactivated: { tenantName: string; by: string }
  'api-credential': { link: string; apiUserName: string; tenantName: string; responsible: string; expiresAt: string }
  'operator-invitation': { link: string; expiresAt: string }
  'new-device': Reported & Device & { method: AuthMethod }
  'password-used': Reported & Device
  'sign-in-reported': { at: string }
  'session-ended-oldest': { at: string; userAgent: string; lastUsedAt: string }
  /** To the new address, whoever reads there. */
  'email-change-confirm': { to: string; link: string; expiresAt: string }
  /** To the account that the address has already. */
  'email-change-taken': { at: string }
  /** To the old address: asked for, and done. */
  'email-change-asked': Reported & { to: string; newEmail: string }
  'email-changed': Reported & { to: string; newEmail: string }
  /** To the new address, once it is that of the account. */
  'email-change-done': { to: string; at: string }
  /** `email`: the address that the account has now. */
  'email-change-stopped': { to: string; at: string; email: string }
}

/** What happened at a moment, with the link by which its reader says that it was not them. */
type Reported = { at: string; link: string; expiresAt: string }
/** What somebody signs in from, as it said of itself. */
type Device = { userAgent: string; ip: string }

type PolicyNews = { tenantName: string; allowed: string; phasedOut: string; at: string }

export type MessageTemplate = keyof MessageData
