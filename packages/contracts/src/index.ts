import { account } from './account.ts'
import { apiUsers } from './api-users.ts'
import { audit } from './audit.ts'
import { invitations, links, passwordReset, reports } from './links.ts'
import { roles } from './roles.ts'
import { session } from './session.ts'
import { signIn } from './sign-in.ts'
import { operators, policy, support, tenant } from './tenant.ts'
import { users } from './users.ts'

/** Where the whole interface lives. A breaking change gets a new one. */
export const BASE_PATH = '/api/v1'

/** The whole interface, as data. */
export const contracts = {
  signIn,
  session,
  links,
  invitations,
  passwordReset,
  reports,
  users,
  roles,
  tenant,
  policy,
  support,
  operators,
  account,
  apiUsers,
  audit,
}

export * from './account.ts'
export * from './api-users.ts'
export * from './audit.ts'
export * from './endpoint.ts'
export * from './fields.ts'
export * from './links.ts'
export * from './passkeys.ts'
export * from './problem.ts'
export * from './roles.ts'
export * from './session.ts'
export * from './sign-in.ts'
export * from './tenant.ts'
export * from './user-actions.ts'
export * from './users.ts'
