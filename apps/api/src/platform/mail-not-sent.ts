import type { NodemailerError } from 'nodemailer'

/** A mail that the relay did not confirm. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent'
  /** `permanent`: the relay refused this mail or this address, and would again. Anything else is worth another try. */
  readonly kind: 'permanent' | 'temporary'
  /** True when the line broke at a moment at which the mail may have been taken: what must not come twice stays unsent. */
  readonly mayHaveLeft: boolean

  constructor(sentence: string, kind: MailNotSent['kind'], mayHaveLeft: boolean, options?: ErrorOptions) {
    super(sentence, options)
    this.kind = kind
    this.mayHaveLeft = mayHaveLeft
  }
}

/** What nodemailer threw, as what it means to a mail that waits in the outbox. */
export function notSent(cause: unknown): MailNotSent {
  const error: NodemailerError = cause instanceof Error ? cause : new Error(String(cause))
  const kind = isPermanent(error) ? 'permanent' : 'temporary'
  // The words of the relay quote the address: they are for the cause, not for the sentence that is logged.
  const sentence = `The mail was not sent: ${error.code ?? 'no code'} ${error.responseCode ?? 'without an answer'}.`
  return new MailNotSent(sentence, kind, !isKnownUnsent(error), { cause })
}

/** Refused for its own sake. A wrong password of ours (535) or a missing TLS (530) is no fault of the mail. */
function isPermanent({ code, permanent, responseCode }: NodemailerError): boolean {
  return permanent === true && (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== 530
}

const BEFORE_THE_MAIL = ['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EENVELOPE', 'ECONFIG']

/** The relay said no, or the line never came to the point where the mail is handed over. Any doubt is false. */
function isKnownUnsent({ code = '', originalCode = '', responseCode, timeoutType, syscall }: NodemailerError): boolean {
  if (responseCode !== undefined || syscall === 'connect') return true
  if (timeoutType !== undefined) return timeoutType !== 'SOCKET_TIMEOUT'
  // Node names the reasons for which a certificate is refused: DEPTH_ZERO_SELF_SIGNED_CERT, ERR_TLS_CERT_ALTNAME_INVALID…
  return BEFORE_THE_MAIL.includes(code) || originalCode.includes('CERT')
}
