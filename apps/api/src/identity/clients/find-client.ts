import type { MembershipStatus, PackageStatus, Scope } from '@keyholder/domain'
import { Prisma, type SignInDb } from '@keyholder/prisma'
import { CLIENT_ID } from './client-credential.ts'

/** A credential and the API user that it belongs to, in whatever state they are. */
export type Client = {
  credentialId: string
  clientId: string
  secretHash: Buffer
  revokedAt: Date | null
  lastUsedAt: Date | null
  tenantId: string
  membershipId: string
  userId: string
  name: string
  roleName: string
  status: MembershipStatus
  packageStatus: PackageStatus
  scopes: Scope[]
  epoch: number
}

/** One statement, whatever the id: an unknown one costs the same, and one that is no id of ours is never sent along. */
export async function findClient(signIn: SignInDb, clientId: string): Promise<Client | null> {
  const [row] = await signIn.query<Client>(Prisma.sql`
    SELECT c.id AS "credentialId", c.client_id AS "clientId", c.secret_hash AS "secretHash", c.revoked_at AS "revokedAt",
      c.last_used_at AS "lastUsedAt", c.tenant_id AS "tenantId", m.id AS "membershipId", c.user_id AS "userId", m.name,
      r.name AS "roleName", m.status, k.status AS "packageStatus", a.scopes, a.epoch
    FROM api_credentials c
    JOIN api_users a ON a.tenant_id = c.tenant_id AND a.user_id = c.user_id
    JOIN memberships m ON m.tenant_id = c.tenant_id AND m.user_id = c.user_id AND m.kind = 'api'
    JOIN roles r ON r.tenant_id = m.tenant_id AND r.id = m.role_id
    JOIN packages k ON k.tenant_id = c.tenant_id
    WHERE c.client_id = ${CLIENT_ID.test(clientId) ? clientId : 'none'}`)
  return row ?? null
}
