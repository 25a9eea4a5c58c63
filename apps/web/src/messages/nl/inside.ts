import { account } from './account.ts'
import { apiUsers } from './api-users.ts'
import { audit } from './audit.ts'
import { list } from './list.ts'
import { overview } from './overview.ts'
import { platform } from './platform.ts'
import { policy } from './policy.ts'
import { problems } from './problems.ts'
import { roles } from './roles.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { support } from './support.ts'
import { tenantPackage } from './tenant-package.ts'
import { users } from './users.ts'

/** What only the pages behind the sign-in need. */
export const inside = {
  platform,
  audit,
  account,
  list,
  shell,
  apiUsers,
  overview,
  policy,
  problems,
  roles,
  session,
  support,
  tenantPackage,
  users,
} as const
