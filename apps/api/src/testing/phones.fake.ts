import type { Sms, SmsTransport } from '../platform/sms/sms-transport.ts'

type Phones = SmsTransport & {
  /** What was sent, to whichever number, oldest first. */
  received: Sms[]
  /** What the provider throws from now on, or null when it takes everything again. */
  failWith(error: Error | null): void
}

/** A provider of SMS that takes everything and keeps it, or fails as it is told to. */
export function fakePhones(): Phones {
  const received: Sms[] = []
  let failure: Error | null = null
  return {
    received,
    failWith: (error) => {
      failure = error
    },
    send: async (sms) => {
      if (failure) throw failure
      received.push(sms)
      return { id: `provider-${sms.reference}` }
    },
  }
}
