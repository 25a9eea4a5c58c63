import type { Pool, PoolClient } from 'pg'

/** Runs `work` in one transaction on one connection of the pool: all of it is kept, or nothing. */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  client.on('error', ignore) // The statement that is under way reports it.
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(ignore)
    throw error
  } finally {
    client.off('error', ignore)
    client.release()
  }
}

const ignore = () => {}
