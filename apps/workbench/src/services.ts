import { join } from 'node:path'
import { seedDemonstration } from '@keyholder/api/seed-demonstration'
import { type Mailbox, startMailbox } from '@keyholder/mailbox'
import { type Embedded, startEmbedded } from '@keyholder/prisma/embedded'
import { migrate } from '@keyholder/prisma/migrate'
import { DEVELOPMENT_SECRETS, type Development } from './development.ts'

/** What the application needs around it on one's own machine: a real database, filled, and a mailbox. */
export async function startServices({ dataDirectory, ports }: Development): Promise<{ stop(): Promise<void> }> {
  const database = await startEmbedded({
    directory: join(dataDirectory, 'postgres'),
    port: ports.database,
    durable: true,
  })
  try {
    await prepare(database)
    const mailbox = await startMailbox({ smtpPort: ports.smtp, httpPort: ports.mailbox })
    return { stop: () => stopAll(mailbox, database) }
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function prepare(database: Embedded): Promise<void> {
  const { DATABASE_ROLE_SECRET: roleSecret, KEYS: keys } = DEVELOPMENT_SECRETS
  const ownerUrl = database.ownerUrl()
  await migrate({ ownerUrl, roleSecret })
  await seedDemonstration({ ownerUrl, keys })
}

async function stopAll(mailbox: Mailbox, database: Embedded): Promise<void> {
  await mailbox.stop()
  await database.stop()
}
