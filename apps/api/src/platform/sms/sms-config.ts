import type { BirdConfig } from './bird.ts'
import type { CmConfig } from './cm.ts'
import type { GatewayConfig } from './gateway.ts'
import type { MailboxConfig } from './mailbox.ts'
import type { SpryngConfig } from './spryng.ts'
import type { TwilioConfig } from './twilio.ts'

export const SMS_PROVIDERS = ['none', 'mailbox', 'http', 'spryng', 'cm', 'bird', 'twilio'] as const
export type SmsProvider = Exclude<(typeof SMS_PROVIDERS)[number], 'none'>

/** Through whom text messages go, and what that provider has to be told. */
export type SmsConfig =
  | ({ provider: 'mailbox' } & MailboxConfig)
  | ({ provider: 'http' } & GatewayConfig)
  | ({ provider: 'spryng' } & SpryngConfig)
  | ({ provider: 'cm' } & CmConfig)
  | ({ provider: 'bird' } & BirdConfig)
  | ({ provider: 'twilio' } & TwilioConfig)

/** Whose delivery reports are taken, and what they are authenticated with. */
export type SmsReports = { provider: Exclude<SmsProvider, 'mailbox'>; secret: string }
