import { Client } from 'pg'

/** One statement on a connection of its own. */
export async function queryOnce(url: string, sql: string, values: unknown[] = []) {
  const client = new Client({ connectionString: url })
  client.on('error', () => {}) // The statement that is under way reports it.
  try {
    await client.connect()
    return (await client.query<Record<string, unknown>>(sql, values)).rows
  } finally {
    await client.end()
  }
}
