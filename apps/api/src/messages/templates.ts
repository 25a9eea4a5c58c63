/** What each message is filled in with. Moments are ISO 8601; links carry their secret in the fragment. */
export type MessageData = {
  invitation: { link: string; tenantName: string; invitedBy: string; expiresAt: string }
  'password-reset': { link: string; expiresAt: string }
  'password-changed': { at: string; byLink: boolean }
  'authenticator-linked': { name: string; at: string }
  'authenticator-unlinked': { tenantName: string; by: string; at: string }
  'authenticator-removed': { name: string; at: string }
  'authenticator-switched-off': { at: string }
  /** `role`: the word of a built-in role (`administrator`), said in the reader's language, or the name of another role. */
  'role-changed': { tenantName: string; role: string; by: string }
  deactivated: { tenantName: string; by: string }
  reactivated: { tenantName: string; by: string }
  'api-credential': { link: string; apiUserName: string; tenantName: string; responsible: string; expiresAt: string }
  'operator-invitation': { link: string; expiresAt: string }
}

export type MessageTemplate = keyof MessageData
