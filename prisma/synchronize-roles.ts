import { BUILT_IN_ROLES, ROLE_RULES } from '@keyholder/domain'
import type { PoolClient } from 'pg'

/**
 * Gives the built-in roles of every organisation the rank and the permissions that domain gives them: so a new permission
 * reaches those that are there already. Roles that an organisation made are its own.
 * @param client inside a transaction
 */
export async function synchronizeRoles(client: PoolClient): Promise<void> {
  for (const statement of [SET_RANKS, TAKE_PERMISSIONS, GIVE_PERMISSIONS]) await client.query(statement, [RULES])
}

const RULES = JSON.stringify(BUILT_IN_ROLES.map((builtIn) => ({ built_in: builtIn, ...ROLE_RULES[builtIn] })))

const WITH_RULES = `
  WITH rule AS (SELECT * FROM jsonb_to_recordset($1) AS r (built_in text, rank integer, permissions text[]))`

const SET_RANKS = `${WITH_RULES}
  UPDATE roles SET rank = rule.rank FROM rule WHERE roles.built_in = rule.built_in AND roles.rank <> rule.rank`

const TAKE_PERMISSIONS = `${WITH_RULES}
  DELETE FROM role_permissions p USING roles r JOIN rule ON rule.built_in = r.built_in
  WHERE p.tenant_id = r.tenant_id AND p.role_id = r.id AND p.permission <> ALL (rule.permissions)`

const GIVE_PERMISSIONS = `${WITH_RULES}
  INSERT INTO role_permissions (tenant_id, role_id, permission)
  SELECT r.tenant_id, r.id, unnest(rule.permissions) FROM rule JOIN roles r ON r.built_in = rule.built_in
  ON CONFLICT DO NOTHING`
