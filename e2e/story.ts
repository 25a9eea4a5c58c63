import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import { scan } from './camera.ts'
import { Phone } from './phone.ts'

export const DEMONSTRATION_PASSWORD = 'welkom bij keyholder'

/** Step one, on the page. */
export async function givePassword(page: Page, email: string, password = DEMONSTRATION_PASSWORD): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
}

/** Scans the QR code with a phone, types its code, keeps the recovery code. Ends behind the sign-in. */
export async function linkPhone(page: Page): Promise<{ phone: Phone; recoveryCode: string }> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Koppel een authenticator-app')
  const uri = new URL(await scan(page.getByRole('img', { name: /QR-code/ })))
  expect(uri.protocol).toBe('otpauth:')
  const phone = new Phone(uri.searchParams.get('secret') ?? '')
  await page
    .getByLabel(/Code van 6 cijfers|Vul de code in die de app laat zien/)
    .pressSequentially(await phone.nextCode())
  await page.getByRole('button', { name: 'Koppel de app' }).click()
  return { phone, recoveryCode: await keepRecoveryCode(page) }
}

/** Keeps the recovery code that is shown, and goes on behind the sign-in. */
export async function keepRecoveryCode(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bewaar je herstelcode')
  const recoveryCode = await seen(page.getByRole('region', { name: 'Je herstelcode' }).locator('code'))
  await page.getByLabel('Ik heb de code bewaard').check()
  await page.getByRole('button', { name: 'Ga verder' }).click()
  await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toBeVisible()
  return recoveryCode
}

/** The first sign-in of somebody of the demonstration. */
export async function signInFirst(page: Page, email: string): Promise<Phone> {
  await givePassword(page, email)
  const { phone } = await linkPhone(page)
  return phone
}

/** Signs out, by the menu of the account. */
export async function signOut(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Mijn account|account/i })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Uitloggen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Inloggen')
}

/** The text of an element, as it is read. */
export async function seen(element: Locator): Promise<string> {
  return ((await element.textContent()) ?? '').trim()
}

/** Fails the test on anything that the Content-Security-Policy refused, or that threw, in any page of this browser. */
export function watchConsole(context: BrowserContext): string[] {
  const troubles: string[] = []
  context.on('console', (message) => {
    if (/Content.Security.Policy|TrustedHTML|TrustedScript|Refused to/i.test(message.text()))
      troubles.push(message.text())
  })
  context.on('weberror', (error) => troubles.push(String(error.error())))
  return troubles
}
