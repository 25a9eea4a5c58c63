export type Sms = {
  /** E.164: `+31612345678`. */
  to: string
  /** In the alphabet of SMS (GSM 03.38): at most 160 characters is one message. */
  text: string
  /** Ours, a UUID, the same each time that this message is tried. */
  reference: string
}

/** What every provider of SMS is behind. */
export type SmsTransport = {
  /**
   * Hands one message to the provider. The id is the one by which the provider's delivery reports will name it: the
   * provider's own, or our reference where its reports carry that.
   * @throws SmsNotSent which says whether trying again can help, and whether the message may have left all the same
   */
  send(sms: Sms): Promise<{ id: string }>
}

/** Who sends, and how long a whole call may take. */
export type CallOptions = { timeoutMilliseconds?: number }
