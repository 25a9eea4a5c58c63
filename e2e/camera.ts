import type { Locator } from '@playwright/test'
import jsqr from 'jsqr'
import { PNG } from 'pngjs'

/** What a phone's camera reads from a QR code on the screen: the picture itself is read, not the page behind it. */
export async function scan(code: Locator): Promise<string> {
  const { data, width, height } = PNG.sync.read(await code.screenshot())
  // The package is CommonJS: under Node its function is the default of its default.
  const read = 'default' in jsqr ? jsqr.default : jsqr
  const found = read(new Uint8ClampedArray(data), width, height)
  if (!found) throw new Error('There is no QR code that a camera can read.')
  return found.data
}
