import type { z } from 'zod'
import * as registry from './registry.ts'

/** A mail or a text message, as this build writes it. */
export type Message = (typeof registry)[keyof typeof registry]

/** What each message is filled in with, by its name. */
export type MessageData = { [M in Message as M['name']]: z.output<M['data']> }
export type MessageName = keyof MessageData

/** All that this build can write, by mail and by SMS. */
export const MESSAGES: readonly Message[] = Object.values(registry)

/** Undefined when this build cannot write it: what waits in the outbox may be of a newer one. */
export function findMessage(name: string): Message | undefined {
  return MESSAGES.find((message) => message.name === name)
}
