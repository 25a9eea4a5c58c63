import { expect, type Locator } from '@playwright/test'
import { generate } from 'otplib'
import { scan } from './camera.ts'

const STEP_SECONDS = 30
/** A code must still be good when it has been typed and sent. */
const TYPING_SECONDS = 10

const stepAt = (seconds: number) => Math.floor(seconds / STEP_SECONDS)
const secondsNow = () => Date.now() / 1000

/** An authenticator app on a phone. It has no key before it has scanned one. */
export class Authenticator {
  #secret: string | undefined
  #lastStep = 0

  get isLinked(): boolean {
    return this.#secret !== undefined
  }

  /** Reads the key from the QR code on the screen. */
  async scan(qrCode: Locator): Promise<void> {
    const uri = new URL(await scan(qrCode))
    expect(uri.protocol).toBe('otpauth:')
    this.typeKey(uri.searchParams.get('secret') ?? '')
  }

  /** Takes the key as it stands on the page, in groups, for when the screen cannot be scanned. */
  typeKey(key: string): void {
    this.#secret = key.replaceAll(/\s/g, '')
  }

  /** The code that the app shows while the clock of the phone is ahead. */
  async codeOfClockAhead(seconds: number): Promise<string> {
    return this.#codeAt(secondsNow() + seconds)
  }

  /**
   * A code that was not used yet. The server takes a code one step before or after its own time and never one that is not newer than
   * the last, so two or three codes can follow each other; after those one waits for the app's next code, as people do.
   */
  async nextCode(): Promise<string> {
    const oldestGood = stepAt(secondsNow() + TYPING_SECONDS) - 1
    this.#lastStep = Math.max(this.#lastStep + 1, oldestGood)
    await expect
      .poll(() => stepAt(secondsNow()) + 1, { timeout: 2 * STEP_SECONDS * 1000, message: 'the next code of the app' })
      .toBeGreaterThanOrEqual(this.#lastStep)
    return this.#codeAt(this.#lastStep * STEP_SECONDS)
  }

  async #codeAt(epochSeconds: number): Promise<string> {
    if (!this.#secret) throw new Error('No key was scanned.')
    return generate({ secret: this.#secret, epoch: Math.floor(epochSeconds) })
  }
}
