/**
 * Everything a role can allow. The one list: the contracts, the guard, the matrix page and the
 * `role_permissions` table all speak these words.
 */
export const PERMISSIONS = [
  'users:read',
  'users:invite',
  'users:edit',
  'roles:read',
  'roles:assign',
  'authenticators:unlink',
  'sessions:end',
  'api-users:manage',
  'audit:read',
  'package:read',
  'policy:read',
  'policy:edit',
  'content:read',
  'content:edit',
  'platform:read',
  'platform:edit',
] as const

export type Permission = (typeof PERMISSIONS)[number]

/** The roles that come with every organisation, and the one of the platform itself. */
export const BUILT_IN_ROLES = ['holder', 'administrator', 'editor', 'reader', 'api', 'operator'] as const

export type BuiltInRole = (typeof BUILT_IN_ROLES)[number]

type RoleRule = { rank: number; permissions: readonly Permission[] }

const READER = ['content:read', 'package:read'] as const
const EDITOR = [...READER, 'content:edit'] as const
const ADMINISTRATOR = [
  ...EDITOR,
  'users:read',
  'users:invite',
  'users:edit',
  'roles:read',
  'roles:assign',
  'authenticators:unlink',
  'sessions:end',
  'api-users:manage',
  'policy:read',
] as const

/**
 * What each built-in role may do, and its rank. A rank decides who may act upon whom: only someone of strictly
 * higher rank unlinks, deactivates or changes the role of another (security.md, "unlinking is a takeover primitive").
 */
export const ROLE_RULES: Readonly<Record<BuiltInRole, RoleRule>> = {
  holder: { rank: 100, permissions: [...ADMINISTRATOR, 'audit:read', 'policy:edit'] },
  administrator: { rank: 80, permissions: ADMINISTRATOR },
  editor: { rank: 40, permissions: EDITOR },
  reader: { rank: 20, permissions: READER },
  // An API user has no permissions of its own: its scopes say what its tokens may do.
  api: { rank: 10, permissions: [] },
  operator: { rank: 100, permissions: ['platform:read', 'platform:edit', 'audit:read'] },
}

/** Roles that a person can be given by hand. The holder's moves by transfer only; `api` is for API users. */
export const GIVABLE_ROLES = ['administrator', 'editor', 'reader'] as const satisfies readonly BuiltInRole[]

/** Permissions that may be an API user's scope: what the API offers to machines. */
export const SCOPES = ['users:read'] as const satisfies readonly Permission[]

export type Scope = (typeof SCOPES)[number]

/** What an actor may do now, by their role where they work. For a machine: the scopes of its token. */
export type Rights = {
  roleId: string
  builtIn: BuiltInRole | null
  rank: number
  permissions: readonly Permission[]
}

/** Nobody gives what they do not have: true when every permission of `wanted` is among `own`. */
export function mayGrant(own: readonly Permission[], wanted: readonly Permission[]): boolean {
  return wanted.every((permission) => own.includes(permission))
}

/** True when someone of `actorRank` may act upon someone of `subjectRank`: strictly higher only. */
export function outranks(actorRank: number, subjectRank: number): boolean {
  return actorRank > subjectRank
}
