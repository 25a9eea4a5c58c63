import type { MembershipStatus, SecondStepState, UserKind } from './members.ts'
import { mayAddUsers, type PackageKind } from './packages.ts'
import {
  type BuiltInRole,
  GIVABLE_ROLES,
  mayGrant,
  outranks,
  type Permission,
  type Rights,
  type Scope,
} from './permissions.ts'
import type { ProblemCode } from './problems.ts'

/** What can be done to a user, besides reading, and the permission that each needs. */
export const USER_ACTIONS = {
  'change-role': 'roles:assign',
  'resend-invitation': 'users:invite',
  unlink: 'authenticators:unlink',
  'end-sessions': 'sessions:end',
  reactivate: 'users:edit',
  deactivate: 'users:edit',
  'withdraw-invitation': 'users:invite',
  'send-credential-link': 'api-users:manage',
} as const satisfies Record<string, Permission>

export type UserAction = keyof typeof USER_ACTIONS

type Role = { builtIn: BuiltInRole | null; rank: number; permissions?: readonly Permission[] }

/** The actions in the order in which a menu offers them. */
export const USER_ACTION_NAMES = Object.keys(USER_ACTIONS) as [UserAction, ...UserAction[]]

/** Whoever acts: their place in the organisation, and what they may do there now. */
export type Acting = { membershipId: string; rights: Pick<Rights, 'rank' | 'permissions'> }

/**
 * The user who is acted upon. A list knows less than a user's own page: what it leaves out refuses nothing, and the server, which
 * knows all of it, decides.
 */
export type ActedUpon = {
  id: string
  kind: UserKind
  status: MembershipStatus
  secondStep: SecondStepState
  isHolder: boolean
  role: Role
  /** Whether this organisation is their home, which alone helps with the second step. */
  isHome?: boolean
  /** Of an API user; none for people. */
  scopes?: readonly Permission[]
  /** Whether there is a factor to unlink, or one was unlinked and no other was linked since. */
  mayBeUnlinked?: boolean
}

/** What the actor may do to this user now: the pages offer what the server does. Pure. */
export function actionsOn(by: Acting, user: ActedUpon): UserAction[] {
  return USER_ACTION_NAMES.filter(
    (action) => by.rights.permissions.includes(USER_ACTIONS[action]) && refusalFor(action, by, user) === null,
  )
}

/** Why an actor with the permission may still not do that to this user: the first broken rule; null when they may. Pure. */
export function refusalFor(action: UserAction, by: Acting, user: ActedUpon): ProblemCode | null {
  for (const rule of RULES[action]) {
    const code = rule(by, user)
    if (code) return code
  }
  return null
}

/**
 * Whether an actor may give this role: never one that moves by transfer or belongs to machines, never one above
 * their own, and never a right that they do not have (AZV-03). Pure.
 */
export function mayGiveRole(
  { rights }: Pick<Acting, 'rights'>,
  { builtIn, rank, permissions }: Required<Role>,
): boolean {
  if (builtIn !== null && !BY_HAND.includes(builtIn)) return false
  return rank <= rights.rank && mayGrant(rights.permissions, permissions)
}

/** Why an actor may not make an API user with these scopes; null when they may. Pure. */
export function refusalForApiUser(
  { rights }: Pick<Acting, 'rights'>,
  { packageKind, scopes }: { packageKind: PackageKind; scopes: readonly Scope[] },
): ProblemCode | null {
  if (!mayAddUsers(packageKind)) return 'package.has_no_users'
  return mayGrant(rights.permissions, scopes) ? null : 'scope.not_grantable'
}

const BY_HAND: readonly BuiltInRole[] = GIVABLE_ROLES

type Rule = (by: Acting, user: ActedUpon) => ProblemCode | null

const notSelf: Rule = (by, user) => (user.id === by.membershipId ? 'user.self' : null)
const notHolder: Rule = (_, user) => (user.isHolder ? 'user.is_holder' : null)
/** Unlinking and the like are ways to take an account over: strictly higher only (REC-20). */
const ofLowerRank: Rule = ({ rights }, { role }) => (outranks(rights.rank, role.rank) ? null : 'user.outranks_you')
const atHomeHere: Rule = (_, { isHome = true }) => (isHome ? null : 'user.other_home')
const withFactor: Rule = (_, { secondStep, mayBeUnlinked = secondStep !== 'none' }) =>
  mayBeUnlinked ? null : 'authenticator.none'
const isInvited: Rule = (_, { status }) => (status === 'invited' ? null : 'invitation.not_open')
/** A person's role is given by hand, a machine's never. */
const withRoleOfPeople: Rule = (_, { kind }) => (kind === 'person' ? null : 'role.not_givable')
/** Letting a person in, or in again, gives them their role once more. */
const withGivableRole: Rule = (by, { kind, role, scopes = [] }) => {
  const { permissions = [] } = role
  const may = kind === 'api' ? mayGrant(by.rights.permissions, scopes) : mayGiveRole(by, { ...role, permissions })
  return may ? null : 'role.not_givable'
}
const withGrantableScopes: Rule = ({ rights }, { scopes = [] }) =>
  mayGrant(rights.permissions, scopes) ? null : 'scope.not_grantable'
/** Only an active person has sessions. */
const withSessions: Rule = (_, { kind, status }) =>
  kind === 'person' && status === 'active' ? null : 'user.wrong_status'
const withCredentials: Rule = (_, { kind }) => (kind === 'api' ? null : 'user.not_found')

function inStatus(...allowed: MembershipStatus[]): Rule {
  return (_, { status }) => (allowed.includes(status) ? null : 'user.wrong_status')
}

const RULES: Readonly<Record<UserAction, readonly Rule[]>> = {
  'change-role': [notSelf, notHolder, ofLowerRank, withRoleOfPeople, inStatus('invited', 'active')],
  deactivate: [notSelf, notHolder, ofLowerRank, inStatus('active')],
  reactivate: [notSelf, ofLowerRank, inStatus('deactivated'), withGivableRole],
  unlink: [notSelf, notHolder, ofLowerRank, inStatus('active', 'deactivated'), atHomeHere, withFactor],
  'resend-invitation': [isInvited, withGivableRole],
  'withdraw-invitation': [isInvited],
  'end-sessions': [notSelf, ofLowerRank, withSessions],
  'send-credential-link': [withCredentials, ofLowerRank, withGrantableScopes, inStatus('active')],
}
