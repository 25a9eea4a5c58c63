import type { Platform } from '../context.ts'
import type { MailTransport } from '../platform/mail-transport.ts'
import type { Log } from '../platform/repeat.ts'
import type { SmsTransport } from '../platform/sms/sms-transport.ts'

/** What delivering needs. */
export type Outbox = {
  platform: Pick<Platform, 'database' | 'clock' | 'secretBox' | 'settings'>
  mail: Pick<MailTransport, 'send'>
  /** Null: no text messages. */
  sms: SmsTransport | null
  log: Log
}
