import { expect, type Page } from '@playwright/test'
import type { Authenticator } from './authenticator.ts'
import { expectInside, heading, shownCode } from './page.ts'
import type { Phone } from './phone.ts'
import { WORDS } from './words.ts'

const words = WORDS.nl

/** Scans the QR code with the app, types its code, saves the recovery code and gives it. Ends behind the sign-in. */
export async function linkAuthenticator(page: Page, app: Authenticator): Promise<string> {
  await expect(heading(page)).toContainText(words.linkAuthenticator)
  await app.scan(page.getByRole('img', { name: /QR-code/ }))
  await page.getByLabel(words.sixDigits).pressSequentially(await app.nextCode())
  await page.getByRole('button', { name: 'Koppel de app' }).click()
  return saveRecoveryCode(page)
}

/** From the page that links an app to the one that links a number. */
export async function chooseSms(page: Page): Promise<void> {
  await expect(heading(page)).toContainText(words.linkAuthenticator)
  await page.getByText('Liever een andere manier?').click()
  await page.getByRole('link', { name: 'Een code per sms' }).click()
}

/** Asks for a code to a number. */
export async function sendToNumber(page: Page, typed: string): Promise<void> {
  await page.getByLabel('Mobiel nummer').fill(typed)
  await page.getByRole('button', { name: 'Stuur een code naar dit nummer' }).click()
}

/** Gives the number of a phone, types the code that comes to it, saves the recovery code. Ends behind the sign-in. */
export async function linkPhone(page: Page, phone: Phone): Promise<void> {
  await sendToNumber(page, phone.typed)
  await expect(page.getByText(`We hebben een sms gestuurd naar …${phone.number.slice(-2)}.`)).toBeVisible()
  await confirmNumber(page, await phone.code())
}

/** Types the code that came to a number, and saves the recovery code. */
export async function confirmNumber(page: Page, code: string): Promise<void> {
  await page.getByLabel(words.sixDigits).pressSequentially(code)
  await page.getByRole('button', { name: 'Koppel het nummer' }).click()
  await saveRecoveryCode(page)
}

/** Saves the recovery code that is shown, and gives it. Ends behind the sign-in. */
export async function saveRecoveryCode(page: Page): Promise<string> {
  await expect(heading(page)).toContainText(words.saveRecoveryCode)
  const recoveryCode = await shownCode(page, 'Je herstelcode')
  await page.getByLabel(words.isSaved).check()
  await page.getByRole('button', { name: words.goOn }).click()
  await expectInside(page)
  return recoveryCode
}
