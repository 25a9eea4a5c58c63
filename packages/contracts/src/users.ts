import {
  BUILT_IN_ROLES,
  ENROLLABLE_FACTORS,
  MEMBERSHIP_STATUSES,
  SECOND_STEP_STATES,
  UNLINK_REASONS,
  USER_ACTION_NAMES,
  USER_KINDS,
} from '@keyholder/domain'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Cursor, Email, Id, Instant, LanguageField, Name, paged, SearchText } from './fields.ts'

/** A role as it stands beside a name. Somebody acts upon a user of strictly lower rank only, whether the role is built in or not. */
export const RoleSummary = z.object({
  id: Id,
  name: z.string(),
  builtIn: z.nullable(z.enum(BUILT_IN_ROLES)),
  rank: z.int(),
})

/** One row of the list. `id` is the membership: the same person has another id in another organisation. */
export const User = z.object({
  id: Id,
  kind: z.enum(USER_KINDS),
  name: z.string(),
  /** Of an API user: where its developer gets mail. */
  email: z.string(),
  role: RoleSummary,
  status: z.enum(MEMBERSHIP_STATUSES),
  secondStep: z.enum(SECOND_STEP_STATES),
  lastSignInAt: z.nullable(Instant),
  createdAt: Instant,
  invitationExpiresAt: z.nullable(Instant),
  isHolder: z.boolean(),
})

const Device = z.object({
  id: Id,
  openedAt: Instant,
  lastUsedAt: Instant,
  userAgent: z.string(),
  ip: z.string(),
  current: z.boolean(),
})

/** A user with everything that the detail page shows. */
export const UserDetail = z.extend(User, {
  language: LanguageField,
  invitedBy: z.nullable(z.string()),
  /** What the user linked for the second step. */
  factors: z
    .array(
      z.object({
        id: Id,
        kind: z.enum(ENROLLABLE_FACTORS),
        name: z.string(),
        /** The last two digits of a number. */
        ending: z.nullable(z.string()),
        linkedAt: Instant,
        lastUsedAt: z.nullable(Instant),
      }),
    )
    .check(z.maxLength(20)),
  sessions: z.array(Device).check(z.maxLength(50)),
  /** Until when the re-link code works that was made when the authenticator was unlinked. */
  relinkCodeExpiresAt: z.nullable(Instant),
  /** Whether this organisation may help with the second step: only the home organisation may. */
  isHome: z.boolean(),
  /** What the caller may do to this user now; the page shows these and no other. */
  actions: z.array(z.enum(USER_ACTION_NAMES)).check(z.maxLength(USER_ACTION_NAMES.length)),
})

export const USER_SORTS = ['name', '-name', 'lastSignInAt', '-lastSignInAt', 'createdAt', '-createdAt'] as const

export const LAST_SIGN_IN_FILTERS = ['never', 'within-30-days', 'over-90-days'] as const

/** The list's state, in the URL of the page and of the API alike. */
export const UserQuery = z.strictObject({
  search: z.optional(SearchText),
  role: z.optional(Id),
  status: z.optional(z.enum(MEMBERSHIP_STATUSES)),
  secondStep: z.optional(z.enum(SECOND_STEP_STATES)),
  lastSignIn: z.optional(z.enum(LAST_SIGN_IN_FILTERS)),
  kind: z.optional(z.enum(USER_KINDS)),
  sort: z.optional(z.enum(USER_SORTS)),
  cursor: z.optional(Cursor),
})

export const NewUser = z.strictObject({ name: Name, email: Email, roleId: Id, language: LanguageField })

const params = { id: Id }

export const users = {
  list: endpoint({
    method: 'GET',
    path: '/users',
    access: 'can:users:read',
    summary: 'List users: people, invitations and API users',
    machines: true,
    heavy: true,
    query: UserQuery,
    returns: z.extend(paged(User), {
      /** Counted up to a thousand: `more` says that there are more than `count`. */
      count: z.int(),
      more: z.boolean(),
    }),
  }),
  read: endpoint({
    method: 'GET',
    path: '/users/:id',
    access: 'can:users:read',
    summary: 'Read one user',
    params,
    returns: UserDetail,
    fails: ['user.not_found'],
  }),
  invite: endpoint({
    method: 'POST',
    path: '/users',
    access: 'can:users:invite',
    summary: 'Invite a person by e-mail',
    body: NewUser,
    status: 201,
    returns: User,
    fails: ['package.has_no_users', 'package.seats_full', 'role.not_givable', 'user.exists', 'request.too_many'],
    records: ['user.invited'],
  }),
  resendInvitation: endpoint({
    method: 'POST',
    path: '/users/:id/invitation',
    access: 'can:users:invite',
    summary: 'Resend the invitation; the earlier link stops working',
    params,
    returns: User,
    fails: ['user.not_found', 'invitation.not_open', 'role.not_givable', 'request.too_many'],
    records: ['user.invitation-resent'],
  }),
  withdrawInvitation: endpoint({
    method: 'DELETE',
    path: '/users/:id/invitation',
    access: 'can:users:invite',
    summary: 'Withdraw the invitation; its link stops working',
    params,
    fails: ['user.not_found', 'invitation.not_open'],
    records: ['user.invitation-withdrawn'],
  }),
  changeRole: endpoint({
    method: 'PUT',
    path: '/users/:id/role',
    access: 'can:roles:assign',
    summary: 'Change the role',
    fresh: true,
    params,
    body: z.strictObject({ roleId: Id }),
    returns: User,
    fails: [
      'user.not_found',
      'user.self',
      'user.is_holder',
      'user.outranks_you',
      'user.wrong_status',
      'role.not_givable',
    ],
    records: ['user.role-changed'],
  }),
  deactivate: endpoint({
    method: 'POST',
    path: '/users/:id/deactivate',
    access: 'can:users:edit',
    summary: 'Deactivate: ends sessions and tokens at once',
    fresh: true,
    params,
    returns: User,
    fails: ['user.not_found', 'user.self', 'user.is_holder', 'user.outranks_you', 'user.wrong_status'],
    records: ['user.deactivated'],
  }),
  reactivate: endpoint({
    method: 'POST',
    path: '/users/:id/reactivate',
    access: 'can:users:edit',
    summary: 'Reactivate a deactivated user',
    fresh: true,
    params,
    returns: User,
    fails: [
      'user.not_found',
      'user.self',
      'user.outranks_you',
      'user.wrong_status',
      'package.seats_full',
      'role.not_givable',
    ],
    records: ['user.reactivated'],
  }),
  unlinkAuthenticator: endpoint({
    method: 'POST',
    path: '/users/:id/unlink-authenticator',
    access: 'can:authenticators:unlink',
    summary: 'Unlink the second step: signs the user out everywhere and creates a re-link code to pass on',
    fresh: true,
    params,
    body: z.strictObject({ reason: z.enum(UNLINK_REASONS) }),
    returns: z.object({ relinkCode: z.string(), expiresAt: Instant }),
    fails: [
      'user.not_found',
      'user.self',
      'user.is_holder',
      'user.outranks_you',
      'user.other_home',
      'user.wrong_status',
      'authenticator.none',
    ],
    showsOnce: ['relinkCode'],
    records: ['authenticator.unlinked'],
  }),
  endSessions: endpoint({
    method: 'DELETE',
    path: '/users/:id/sessions',
    access: 'can:sessions:end',
    summary: 'End all sessions of a user in this organisation',
    params,
    fails: ['user.not_found', 'user.self', 'user.outranks_you', 'user.wrong_status'],
    records: ['user.sessions-ended'],
  }),
}
