type Sms = {
  /** E.164: `+31612345678`. */
  to: string
  text: string
  /** Ours, the same each time that this message is tried. */
  reference: string
}

/** What every provider of SMS is behind. The id is the provider's, by which its reports are matched. */
export type SmsTransport = { send(sms: Sms): Promise<{ id: string }> }

type Options = { url: string; timeoutMilliseconds?: number }

/** Puts messages into the development mailbox, where they can be read as if on a phone. `url` is the mailbox's own. */
export function createMailboxSmsTransport({ url, timeoutMilliseconds = 20_000 }: Options): SmsTransport {
  return {
    async send({ to, text, reference }) {
      const response = await fetch(new URL('/sms', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to, text, reference }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMilliseconds),
      })
      const answer: unknown = await response.json()
      if (!response.ok || !hasId(answer)) throw new Error(`The mailbox did not take the message: ${response.status}.`)
      return { id: answer.id }
    },
  }
}

function hasId(answer: unknown): answer is { id: string } {
  return typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string'
}
