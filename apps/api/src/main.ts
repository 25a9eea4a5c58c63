import { createApp } from './app.ts'
import { ConfigurationError, readConfig } from './config/read-config.ts'
import { createPlatform } from './create-platform.ts'
import { remindMembers } from './jobs/remind-members.ts'
import { startMaintenance } from './jobs/start-maintenance.ts'
import { startOutbox } from './outbox/start-outbox.ts'
import { createMailTransport } from './platform/mail-transport.ts'
import { createSmsTransport } from './platform/sms/create-sms-transport.ts'

/** The process: reads the configuration, starts, and stops in an orderly way when it is told to. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const platform = createPlatform(config)
  const mail = createMailTransport({ url: config.smtpUrl, from: config.mailFrom, requireTls: config.smtpRequireTls })
  const sms = config.sms ? createSmsTransport(config.sms) : null
  const app = await createApp(platform)
  const outbox = startOutbox({ platform, mail, sms, log: app.log })
  const also = [(stopping: AbortSignal) => remindMembers(platform, stopping)]
  const maintenance = startMaintenance({ platform, log: app.log, also })
  await app.listen({ host: config.host, port: config.port })
  app.log.info({ address: config.settings.publicUrl }, 'Keyholder is ready')

  const stop = async () => {
    await app.close()
    await Promise.all([outbox.stop(), maintenance.stop()])
    mail.close()
    await platform.database.close()
  }
  // Ctrl+C tells everybody, and npm start tells us once more: it is done once and waited for.
  let stopped: Promise<void> | undefined
  const end = () => {
    stopped ??= stop()
    stopped.then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end)
  // Started by another process of ours (npm start): when that one is gone, however it went, so is this.
  process.on('disconnect', end)
}

main().catch((error: unknown) => {
  console.error(sentences(error))
  process.exit(1)
})

function sentences(error: unknown): string {
  if (error instanceof ConfigurationError)
    return `Keyholder cannot start:\n${error.mistakes.map((line) => `- ${line}`).join('\n')}`
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'The port is in use. Set PORT to a free one.'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
