export type HashParameters = {
  /** In KiB. */
  memoryCost: number
  timeCost: number
  parallelism: number
}

/** What a stored hash may ask for at most: some times today's, so that parameters can rise and come back. */
const BOUNDS: HashParameters = { memoryCost: 131_072, timeCost: 10, parallelism: 4 }

/** Key id, and the hash as argon2 writes it; some libraries write t before p. */
const STORED =
  /^([a-z][a-z0-9]{0,15})(\$argon2id\$v=19\$(m=\d{1,7},p=\d{1,2},t=\d{1,2}|m=\d{1,7},t=\d{1,2},p=\d{1,2})\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43})$/

/**
 * A stored hash in its parts, or null when we would never have written it: it is malformed, or asks for more than the bounds.
 * Looking costs nothing: a row that was changed to ask for a gibibyte is never tried (AUT-14).
 */
export function readStoredHash(stored: string): { keyId: string; phc: string; parameters: HashParameters } | null {
  const [, keyId = '', phc = '', written = ''] = STORED.exec(stored) ?? []
  const numberAt = (letter: string) => Number(new RegExp(`${letter}=(\\d+)`).exec(written)?.[1] ?? 0)
  const [memoryCost, timeCost, parallelism] = [numberAt('m'), numberAt('t'), numberAt('p')]
  const within =
    isBetween(parallelism, 1, BOUNDS.parallelism) &&
    isBetween(timeCost, 1, BOUNDS.timeCost) &&
    // RFC 9106 §3.1: eight blocks per lane at least.
    isBetween(memoryCost, 8 * parallelism, BOUNDS.memoryCost)
  return within ? { keyId, phc, parameters: { memoryCost, timeCost, parallelism } } : null
}

/** A hash as argon2 writes it, behind the id of its pepper. */
export function writeStoredHash(keyId: string, parameters: HashParameters, salt: Buffer, hash: Buffer): string {
  const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  const { memoryCost, timeCost, parallelism } = parameters
  return `${keyId}$argon2id$v=19$m=${memoryCost},p=${parallelism},t=${timeCost}$${base64(salt)}$${base64(hash)}`
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}
