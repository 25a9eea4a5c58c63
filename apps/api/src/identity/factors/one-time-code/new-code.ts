import { ONE_TIME_CODE_DIGITS } from '@keyholder/domain'

const CODES = 10 ** ONE_TIME_CODE_DIGITS
/** Above this the remainder would favour the lowest codes. */
const FAIR = Math.floor(2 ** 32 / CODES) * CODES

/** Six digits, each code as likely as any other; `randomBytes` is the CSPRNG. */
export function newSentCode(randomBytes: (size: number) => Buffer): string {
  for (;;) {
    const number = randomBytes(4).readUInt32BE()
    if (number < FAIR) return String(number % CODES).padStart(ONE_TIME_CODE_DIGITS, '0')
  }
}
