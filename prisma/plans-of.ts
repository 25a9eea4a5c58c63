import { Client } from 'pg'
import type { Prisma } from './generated/client.ts'

/** A statement of an organisation, and the database that it is asked of. */
type Asked = { superuserUrl: string; databaseUrl: string; tenantId: string; sql: Prisma.Sql }

/**
 * Runs a statement as requests of an organisation do, for tests of its plan.
 * @returns the text and the plan of it, and of every statement that functions ran for it: EXPLAIN does not look into those
 */
export async function plansOf({ superuserUrl, databaseUrl, tenantId, sql }: Asked): Promise<string[]> {
  const url = new URL(superuserUrl)
  url.pathname = new URL(databaseUrl).pathname
  const client = new Client({ connectionString: url.href })
  const plans: string[] = []
  client.on('error', () => {}) // The query that is under way reports it.
  client.on('notice', ({ message }) => plans.push(message ?? ''))
  try {
    await client.connect()
    await client.query(`LOAD 'auto_explain'; ${LOUD}; SET ROLE keyholder_tenant`)
    await client.query({ text: 'SELECT set_config($1, $2, false)', values: ['app.tenant_id', tenantId] })
    plans.length = 0
    await client.query({ text: sql.text, values: sql.values })
    return plans
  } finally {
    await client.end()
  }
}

const LOUD = `SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on; SET client_min_messages = log`
