import type { apiUsers as contract, Returned } from '@keyholder/contracts'
import type { Scope } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import { Problem } from '../../problem.ts'
import { isLinkOpen } from '../links/open-links.ts'
import { ROLE_OF_MEMBER } from '../rights/rights.ts'

export type ApiUserRow = {
  id: string
  name: string
  rank: number
  responsible: string
  contactEmail: string
  scopes: Scope[]
  clientId: string | null
  lastFour: string
  credentialMadeAt: Date
  lastUsedAt: Date | null
  linkExpiresAt: Date | null
}

/**
 * One API user of this organisation, with the credential that works now and the link that is still open.
 * @throws Problem `user.not_found`: unknown, a person, or another organisation's
 */
export async function findApiUser(
  tx: Tx,
  { tenantId, id, now }: { tenantId: string; id: string; now: Date },
): Promise<ApiUserRow> {
  const [row] = await tx.$queryRaw<ApiUserRow[]>`
    SELECT m.id, m.name, r.rank, a.responsible, a.contact_email AS "contactEmail", a.scopes,
      c.client_id AS "clientId", c.last_four AS "lastFour", c.created_at AS "credentialMadeAt", c.last_used_at AS "lastUsedAt",
      l.expires_at AS "linkExpiresAt"
    FROM memberships m
    CROSS JOIN ${ROLE_OF_MEMBER}
    JOIN api_users a ON a.tenant_id = m.tenant_id AND a.user_id = m.user_id
    LEFT JOIN api_credentials c ON c.tenant_id = a.tenant_id AND c.user_id = a.user_id AND c.revoked_at IS NULL
    LEFT JOIN links l ON l.tenant_id = m.tenant_id AND l.membership_id = m.id AND l.purpose = 'api-credential'
      AND ${isLinkOpen(now)}
    WHERE m.tenant_id = ${tenantId}::uuid AND m.id = ${id}::uuid
    ORDER BY c.created_at DESC LIMIT 1`
  if (!row) throw new Problem('user.not_found')
  return row
}

/** An API user as the page shows it. The secret is not there to be shown. */
export function toApiUser(row: ApiUserRow): Returned<typeof contract.read> {
  const { id, name, responsible, contactEmail, scopes, clientId, lastFour } = row
  return {
    id,
    name,
    responsible,
    contactEmail,
    scopes,
    credential:
      clientId === null
        ? null
        : {
            clientId,
            lastFour,
            createdAt: row.credentialMadeAt.toISOString(),
            lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
          },
    linkExpiresAt: row.linkExpiresAt?.toISOString() ?? null,
  }
}
