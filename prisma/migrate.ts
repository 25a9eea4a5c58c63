import { migrate } from './apply-migrations.ts'
import { writeNewMigration } from './new-migration.ts'

export { type MigrateOptions, migrate } from './apply-migrations.ts'
export { newMigrationSql } from './new-migration.ts'
export { pendingMigrations } from './pending-migrations.ts'
export { schemaDifference } from './schema-difference.ts'

// `node migrate.ts` migrates; `node migrate.ts new <name>` writes a migration for what schema.prisma has more.
if (import.meta.main) {
  try {
    console.log(await run(process.argv.slice(2)))
  } catch (error) {
    console.error(sentenceOf(error))
    process.exitCode = 1
  }
}

async function run([command, name]: string[]) {
  if (command === 'new') return writeNewMigration(name ?? '')
  if (command) throw new Error(`Unknown command ${command}. Use: migrate.ts, or: migrate.ts new <name>`)
  const { applied } = await migrate(readEnvironment())
  return applied.length ? applied.map((migration) => `Applied ${migration}`).join('\n') : 'The database is up to date.'
}

function readEnvironment() {
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_ROLE_SECRET: roleSecret } = process.env
  const mistakes = [
    ownerUrl ? [] : 'DATABASE_OWNER_URL is missing: set it to the URL of the role that owns the database.',
    roleSecret
      ? []
      : 'DATABASE_ROLE_SECRET is missing: set it to the secret, of 32 characters or more, that the servers use.',
  ].flat()
  if (!ownerUrl || !roleSecret) throw new Error(mistakes.join('\n'))
  return { ownerUrl, roleSecret }
}

/** A name with two addresses, such as localhost, fails with one error for each and no message of its own. */
function sentenceOf(error: unknown) {
  if (error instanceof AggregateError) return error.errors.map(String).join('\n')
  return error instanceof Error ? error.message : String(error)
}
