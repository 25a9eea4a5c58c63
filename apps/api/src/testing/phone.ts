import { generate } from 'otplib'

/** An authenticator app: keeps a secret and shows the code of a moment. */
export async function codeAt(secret: string, at: Date, { steps = 0 }: { steps?: number } = {}): Promise<string> {
  return generate({ secret, epoch: Math.floor(at.getTime() / 1000) + steps * 30 })
}

/** A code that this app shows at no moment near: wrong, and of no other clock either. */
export async function wrongCodeAt(secret: string, at: Date): Promise<string> {
  const near = await Promise.all(Array.from({ length: 61 }, (_, index) => codeAt(secret, at, { steps: index - 30 })))
  return ['000000', '111111', '222222', '333333'].find((code) => !near.includes(code)) ?? '444444'
}
