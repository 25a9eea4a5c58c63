import { generate } from 'otplib'

/** An authenticator app: keeps a secret and shows the code of a moment. */
export async function codeAt(secret: string, at: Date, { steps = 0 }: { steps?: number } = {}): Promise<string> {
  return generate({ secret, epoch: Math.floor(at.getTime() / 1000) + steps * 30 })
}
