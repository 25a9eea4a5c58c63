/** Where a message of the outbox stands. */
export const MESSAGE_STATES = ['waiting', 'sent', 'failed'] as const

export type MessageState = (typeof MESSAGE_STATES)[number]

/** What the vendor says became of a text message. */
export const DELIVERIES = ['delivered', 'undelivered'] as const

export type Delivery = (typeof DELIVERIES)[number]

/** What operators, or a limit that trips, can switch off on the whole platform. */
export const KILL_SWITCHES = ['sms'] as const
