/**
 * Every kind of thing that the audit log records. A closed list: the log page has a sentence for each, and a change
 * without an entry here does not compile.
 */
export const AUDIT_ACTIONS = [
  'sign-in.password',
  'sign-in.second-factor',
  'sign-in.relink',
  'sign-in.completed',
  'sign-in.cancelled',
  'session.signed-out',
  'session.fresh',
  'session.switched',
  'session.ended',
  'authenticator.linked',
  'authenticator.unlinked',
  'authenticator.removed',
  'authenticator.renamed',
  'authenticator.switched-off',
  'recovery-code.made',
  'recovery-code.kept',
  'password.reset-asked',
  'password.reset',
  'password.changed',
  'account.changed',
  'user.invited',
  'user.invitation-resent',
  'user.invitation-withdrawn',
  'user.joined',
  'user.role-changed',
  'user.deactivated',
  'user.reactivated',
  'user.sessions-ended',
  'api-user.created',
  'api-user.credential-link-sent',
  'api-user.credential-picked-up',
  'token.issued',
  'token.refused',
  'audit.read',
  'operator.created',
] as const

export type AuditAction = (typeof AUDIT_ACTIONS)[number]

export const AUDIT_OUTCOMES = ['success', 'failure', 'denied'] as const

export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number]
