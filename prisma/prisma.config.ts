import { defineConfig } from 'prisma/config'

// For `prisma generate` and other commands of Prisma. Our own `db:migrate` does not read this.
const url = process.env.DATABASE_OWNER_URL

export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
  ...(url ? { datasource: { url } } : {}),
})
