import type { Page } from '@playwright/test'

export type PasskeyDevice = {
  /** From now on the browser fills in a passkey where a field allows it, as people do who choose the first one offered. */
  fillIn: () => void
}

/**
 * Gives the browser of a page a device that keeps passkeys and knows its owner by a finger, as a laptop does. It agrees to whatever
 * is asked, also when a field offers a passkey: that waits for `fillIn`.
 */
export async function addPasskeyDevice(page: Page): Promise<PasskeyDevice> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  let fillsIn = false
  await page.exposeFunction('fillsPasskeyIn', () => fillsIn)
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Reflect.get(window, 'fillsPasskeyIn')()
  })
  return {
    fillIn: () => {
      fillsIn = true
    },
  }
}
