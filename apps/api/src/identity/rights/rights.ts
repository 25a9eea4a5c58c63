import type { BuiltInRole, Permission } from '@keyholder/domain'
import { Prisma } from '@keyholder/prisma'

// What a role allows and what a member may do is computed in prisma/functions/role_rights.sql. These are the ways to ask for it, always as `r`.

/** The rights of the member `m`. No row when they are not active: then they have none. */
export const MEMBER_RIGHTS = Prisma.sql`LATERAL member_rights(m.tenant_id, m.id) r`

/** The role of the member `m`, also of one who is invited or deactivated. */
export const ROLE_OF_MEMBER = Prisma.sql`LATERAL role_rights(m.tenant_id, m.role_id) r`

/** The roles of the current organisation. */
export const ROLES_HERE = Prisma.sql`roles here CROSS JOIN LATERAL role_rights(here.tenant_id, here.id) r`

export type Role = { id: string; name: string; builtIn: BuiltInRole | null; rank: number; permissions: Permission[] }

/** The columns of a `Role`. */
export const ROLE_COLUMNS = Prisma.sql`r.role_id AS id, r.name, r.built_in AS "builtIn", r.rank, r.permissions`

/** A `Role` without its permissions, in one column. */
export const ROLE_SHOWN = Prisma.sql`jsonb_build_object('id', r.role_id, 'name', r.name, 'builtIn', r.built_in, 'rank', r.rank)`

/** A `Role` in one column. */
export const ROLE = Prisma.sql`${ROLE_SHOWN} || jsonb_build_object('permissions', r.permissions)`
