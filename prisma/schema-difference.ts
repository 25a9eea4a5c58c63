import type { Pool } from 'pg'
import { withSchemaEngine } from './schema-engine.ts'
import { readSchema, WHOLE_SCHEMA } from './schema-folder.ts'

/**
 * What a migrated database lacks, as SQL, to be what schema.prisma says: '' when they agree. Only what Prisma can model
 * counts: row-level security, functions, triggers, checks, views, grants and partial or expression indexes it does not
 * see, and other indexes beyond its model are left out here.
 * @param folder where schema.prisma is; the package's own when not given
 */
export async function schemaDifference(ownerUrl: string, folder: string = import.meta.dirname): Promise<string> {
  const schema = await readSchema(folder)
  return withSchemaEngine({ ownerUrl, schema }, async (engine, pool) => {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files: schema.files, configDir: folder },
      to: { tag: 'schemaDatamodel', files: schema.files },
      script: true,
      exitCode: null,
      filters: WHOLE_SCHEMA,
    })
    const unmodelled = await readUnmodelledIndexes(pool)
    const steps = (stdout ?? '')
      .split(/^(?=-- )/m)
      .filter((step) => !unmodelled.has(droppedIndex(step)) && step !== NOTHING)
    return steps.join('').trim()
  })
}

const NOTHING = '-- This is an empty migration.'

const droppedIndex = (step: string) => /^-- DropIndex\nDROP INDEX "(.+)";\s*$/.exec(step)?.[1] ?? ''

/** Indexes that a model cannot tell from simpler ones: with INCLUDE, NULLS NOT DISTINCT or a collation of their own. */
async function readUnmodelledIndexes(pool: Pool) {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relname AS name
     FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
     WHERE relnamespace = 'public'::regnamespace AND (
       indnkeyatts < indnatts OR indnullsnotdistinct OR EXISTS (
         SELECT FROM unnest(indkey::int2[], indcollation::oid[]) AS part (attnum, collation_id)
         JOIN pg_attribute USING (attnum) WHERE attrelid = indrelid AND collation_id NOT IN (0, attcollation)))`,
  )
  return new Set(rows.map(({ name }) => name))
}
