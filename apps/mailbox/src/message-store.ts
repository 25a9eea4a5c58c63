import type { Message } from './message.ts'

const MESSAGES_KEPT = 500
const BYTES_KEPT = 64 * 1024 * 1024

export type MessageStore = ReturnType<typeof createMessageStore>

/** Keeps the newest messages in memory, newest first; what does not fit any more is forgotten. */
export function createMessageStore({ messagesKept = MESSAGES_KEPT, bytesKept = BYTES_KEPT } = {}) {
  let messages: readonly Message[] = []

  return {
    add(message: Message): void {
      messages = newestThatFit([message, ...messages], { messagesKept, bytesKept })
    },

    list(): readonly Message[] {
      return messages
    },

    /** Finds a message, or the newest by the id `latest`, and counts it as read. */
    open(id: string): Message | null {
      const message = id === 'latest' ? messages[0] : messages.find((one) => one.id === id)
      if (!message) return null
      message.isRead = true
      return message
    },

    remove(ids: ReadonlySet<string>): void {
      messages = messages.filter((message) => !ids.has(message.id))
    },

    clear(): void {
      messages = []
    },
  }
}

function newestThatFit(messages: readonly Message[], room: { messagesKept: number; bytesKept: number }): Message[] {
  const kept: Message[] = []
  let bytes = 0
  for (const message of messages.slice(0, room.messagesKept)) {
    bytes += message.bytes
    if (bytes > room.bytesKept && kept.length > 0) break
    kept.push(message)
  }
  return kept
}
