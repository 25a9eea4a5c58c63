import { createBirdTransport } from './bird.ts'
import { createCmTransport } from './cm.ts'
import { createGatewayTransport } from './gateway.ts'
import { createMailboxTransport } from './mailbox.ts'
import type { SmsConfig } from './sms-config.ts'
import type { CallOptions, SmsTransport } from './sms-transport.ts'
import { createSpryngTransport } from './spryng.ts'
import { createTwilioTransport } from './twilio.ts'

/** The transport of the configured provider. A call may take ten seconds unless `timeoutMilliseconds` says otherwise. */
export function createSmsTransport(config: SmsConfig, options: CallOptions = {}): SmsTransport {
  switch (config.provider) {
    case 'mailbox':
      return createMailboxTransport(config, options)
    case 'http':
      return createGatewayTransport(config, options)
    case 'spryng':
      return createSpryngTransport(config, options)
    case 'cm':
      return createCmTransport(config, options)
    case 'bird':
      return createBirdTransport(config, options)
    case 'twilio':
      return createTwilioTransport(config, options)
    default:
      return config satisfies never
  }
}
