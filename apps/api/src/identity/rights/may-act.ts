import { apiUsers, type Definition, USER_ACTIONS, users } from '@keyholder/contracts'
import { type MembershipStatus, mayGrant, outranks, type ProblemCode } from '@keyholder/domain'
import type { Actor } from '../../context.ts'
import type { Member } from '../members/find-member.ts'
import { mayGiveRole } from './may-give-role.ts'

export type UserAction = (typeof USER_ACTIONS)[number]

type Subject = Pick<
  Member,
  'id' | 'kind' | 'status' | 'isHolder' | 'isHome' | 'rank' | 'builtIn' | 'permissions' | 'scopes' | 'mayBeUnlinked'
>
type Rule = (actor: Actor, subject: Subject) => ProblemCode | null

/** The endpoint that does each action: whoever has its permission may try. */
export const ENDPOINT_OF = {
  'change-role': users.changeRole,
  deactivate: users.deactivate,
  reactivate: users.reactivate,
  unlink: users.unlinkAuthenticator,
  'resend-invitation': users.resendInvitation,
  'withdraw-invitation': users.withdrawInvitation,
  'end-sessions': users.endSessions,
  'send-credential-link': apiUsers.sendCredentialLink,
} as const satisfies Record<UserAction, Definition>

/** What the caller may do to this user now: what the page offers is what the server does. */
export function actionsOn(actor: Actor, subject: Subject): UserAction[] {
  const actions: UserAction[] = []
  for (const action of USER_ACTIONS) {
    const isPermitted = actor.permissions.some((permission) => ENDPOINT_OF[action].access === `can:${permission}`)
    if (isPermitted && whyNot(action, actor, subject) === null) actions.push(action)
  }
  return actions
}

/** Why this person may not do that to this user, in the words of the one table; null when they may. Pure. */
export function whyNot(action: UserAction, actor: Actor, subject: Subject): ProblemCode | null {
  for (const rule of RULES[action]) {
    const code = rule(actor, subject)
    if (code) return code
  }
  return null
}

const notSelf: Rule = (actor, subject) => (subject.id === actor.membershipId ? 'user.self' : null)
const notHolder: Rule = (_, subject) => (subject.isHolder ? 'user.is_holder' : null)
/** Unlinking and the like are ways to take an account over: strictly higher only (REC-20). */
const ofLowerRank: Rule = (actor, subject) => (outranks(actor.role.rank, subject.rank) ? null : 'user.outranks_you')
const atHomeHere: Rule = (_, subject) => (subject.isHome ? null : 'user.other_home')
const withAuthenticator: Rule = (_, subject) => (subject.mayBeUnlinked ? null : 'authenticator.none')
const invited: Rule = (_, subject) => (subject.status === 'invited' ? null : 'invitation.not_open')
/** A person's role is given by hand, a machine's never. */
const withRoleOfPeople: Rule = (_, subject) => (subject.kind === 'person' ? null : 'role.not_givable')
/** Letting somebody in, or in again, gives them their role once more. */
const withGivableRole: Rule = (actor, subject) => {
  const may = subject.kind === 'api' ? mayGrant(actor.permissions, subject.scopes) : mayGiveRole(actor, subject)
  return may ? null : 'role.not_givable'
}
const withGrantableScopes: Rule = (actor, subject) =>
  mayGrant(actor.permissions, subject.scopes) ? null : 'scope.not_grantable'
/** Only an active person has sessions. */
const withSessions: Rule = (_, subject) =>
  subject.kind === 'person' && subject.status === 'active' ? null : 'user.wrong_status'
const withCredentials: Rule = (_, subject) => (subject.kind === 'api' ? null : 'user.not_found')

function inStatus(...allowed: MembershipStatus[]): Rule {
  return (_, subject) => (allowed.includes(subject.status) ? null : 'user.wrong_status')
}

const RULES: Readonly<Record<UserAction, readonly Rule[]>> = {
  'change-role': [notSelf, notHolder, ofLowerRank, withRoleOfPeople, inStatus('invited', 'active')],
  deactivate: [notSelf, notHolder, ofLowerRank, inStatus('active')],
  reactivate: [notSelf, ofLowerRank, inStatus('deactivated'), withGivableRole],
  unlink: [notSelf, notHolder, ofLowerRank, inStatus('active', 'deactivated'), atHomeHere, withAuthenticator],
  'resend-invitation': [invited, withGivableRole],
  'withdraw-invitation': [invited],
  'end-sessions': [notSelf, ofLowerRank, withSessions],
  'send-credential-link': [withCredentials, ofLowerRank, withGrantableScopes, inStatus('active')],
}
