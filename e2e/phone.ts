import { setTimeout as pause } from 'node:timers/promises'
import { generate } from 'otplib'

const STEP_SECONDS = 30
const stepNow = () => Math.floor(Date.now() / 1000 / STEP_SECONDS)

/**
 * Somebody's phone with an authenticator app. The server takes a code one step before or after its own time and never one that is
 * not newer than the last, so three sign-ins can follow each other; a fourth waits for the app's next code, as people do.
 */
export class Phone {
  #secret: string
  #lastStep = 0

  constructor(secret: string) {
    this.#secret = secret.replaceAll(/\s/g, '')
  }

  /** The code that the app shows while the clock of the phone is ahead. */
  async codeOfClockAhead(seconds: number): Promise<string> {
    return generate({ secret: this.#secret, epoch: Math.floor(Date.now() / 1000) + seconds })
  }

  /** A code that was not used yet. */
  async nextCode(): Promise<string> {
    const step = Math.max(this.#lastStep + 1, stepNow() - 1)
    while (step > stepNow() + 1) await pause(250)
    this.#lastStep = step
    return generate({ secret: this.#secret, epoch: step * STEP_SECONDS })
  }
}
