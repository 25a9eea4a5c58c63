import type { Permission } from '@keyholder/domain'

/** The permissions in the order in which people look for them. Those of the platform itself concern no organisation. */
export const PERMISSION_GROUPS = [
  {
    name: 'users',
    permissions: ['users:read', 'users:invite', 'users:edit', 'roles:read', 'roles:assign', 'api-users:manage'],
  },
  { name: 'signIn', permissions: ['authenticators:unlink', 'sessions:end'] },
  { name: 'content', permissions: ['content:read', 'content:edit'] },
  { name: 'organisation', permissions: ['package:read', 'policy:read', 'policy:edit', 'audit:read'] },
] as const satisfies readonly { name: string; permissions: readonly Permission[] }[]
