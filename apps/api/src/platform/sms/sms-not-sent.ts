type Facts = { kind: SmsNotSent['kind']; mayHaveLeft: boolean; cause?: unknown }

/** A text message that the provider did not confirm. Its words never hold the number, the text or a key. */
export class SmsNotSent extends Error {
  override readonly name = 'SmsNotSent'
  /** `permanent`: the provider refused this message, and would again. Anything else is worth another try. */
  readonly kind: 'permanent' | 'temporary'
  /** True when it is unknown whether the message was accepted: what must not arrive twice stays unsent. */
  readonly mayHaveLeft: boolean

  constructor(sentence: string, { kind, mayHaveLeft, cause }: Facts) {
    super(sentence, { cause })
    this.kind = kind
    this.mayHaveLeft = mayHaveLeft
  }
}

/** A wrong key, no credit, an unknown URL: not the message's fault; an operator will mend it. */
const FAULT_OF_OURS = [401, 402, 403, 404, 405, 407]
const COME_BACK_LATER = [408, 425, 429]
const ALREADY_HAVE_IT = 409
/** The one of the 5xx that says that nothing was done (RFC 9110 §15.6.4). */
const UNAVAILABLE = 503

/** The provider answered with a status that is no success. */
export function refusedWith(vendor: string, status: number): SmsNotSent {
  const isTemporary = status >= 500 || FAULT_OF_OURS.includes(status) || COME_BACK_LATER.includes(status)
  return new SmsNotSent(`The SMS was not sent: ${vendor} answered ${status}.`, {
    kind: isTemporary ? 'temporary' : 'permanent',
    mayHaveLeft: status === ALREADY_HAVE_IT || (status >= 500 && status !== UNAVAILABLE),
  })
}

/** No answer: a broken connection, silence, or nothing listening. */
export function unanswered(vendor: string, cause: unknown): SmsNotSent {
  const code = codeOf(cause)
  return new SmsNotSent(`The SMS was not sent: no answer of ${vendor} (${code || 'no code'}).`, {
    kind: 'temporary',
    mayHaveLeft: !isBeforeTheMessage(code),
    cause,
  })
}

/** A success that does not read as one: it may have been taken. */
export function unclear(vendor: string, what: string): SmsNotSent {
  return new SmsNotSent(`The SMS may not have been sent: ${vendor} ${what}.`, { kind: 'temporary', mayHaveLeft: true })
}

const BEFORE_THE_MESSAGE = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]

/** The line never came to the point where the message is handed over. Any doubt is false. */
function isBeforeTheMessage(code: string): boolean {
  // Node names the reasons for which a certificate is refused: DEPTH_ZERO_SELF_SIGNED_CERT, ERR_TLS_CERT_ALTNAME_INVALID…
  return BEFORE_THE_MESSAGE.includes(code) || code.includes('CERT')
}

/** `fetch` wraps what went wrong: the code of the socket is in the cause. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if (error.cause instanceof Error) return codeOf(error.cause)
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.name
}
