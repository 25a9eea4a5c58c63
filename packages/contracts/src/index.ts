import { account } from './account.ts'
import { apiUsers } from './api-users.ts'
import { audit } from './audit.ts'
import { invitations } from './invitations.ts'
import { links } from './links.ts'
import { operators } from './operators.ts'
import { passwordReset } from './password-reset.ts'
import { policy } from './policy.ts'
import { reports } from './reports.ts'
import { roles } from './roles.ts'
import { session } from './session.ts'
import { signIn } from './sign-in.ts'
import { support } from './support.ts'
import { tenant } from './tenants.ts'
import { users } from './users.ts'

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
export * from './interface.ts'
export * from './invitations.ts'
export * from './links.ts'
export * from './operators.ts'
export * from './passkeys.ts'
export * from './password-reset.ts'
export * from './policy.ts'
export * from './problem.ts'
export * from './reports.ts'
export * from './roles.ts'
export * from './session.ts'
export * from './sign-in.ts'
export * from './support.ts'
export * from './tenants.ts'
export * from './user-actions.ts'
export * from './users.ts'
