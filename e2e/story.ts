import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import { scan } from './camera.ts'
import { smsCodeTo } from './inbox.ts'
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
  await expect(heading(page)).toContainText('Koppel een authenticator-app')
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
  await expect(heading(page)).toContainText('Bewaar je herstelcode')
  const recoveryCode = await seen(page.getByRole('region', { name: 'Je herstelcode' }).locator('code'))
  await page.getByLabel('Ik heb de code bewaard').check()
  await page.getByRole('button', { name: 'Ga verder' }).click()
  await expect(mainMenu(page)).toBeVisible()
  return recoveryCode
}

/** The first sign-in of somebody of the demonstration. */
export async function signInFirst(page: Page, email: string): Promise<Phone> {
  await givePassword(page, email)
  const { phone } = await linkPhone(page)
  return phone
}

/** What a page is about. */
export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 })

/** Is there behind the sign-in, and nowhere else. */
export const mainMenu = (page: Page): Locator => page.getByRole('navigation', { name: 'Hoofdmenu' })

/** Types six digits and goes on, at the second step of a sign-in. */
export async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code van 6 cijfers').pressSequentially(code)
  await page.getByRole('button', { name: 'Ga verder' }).click()
}

/** A later sign-in, with the code that the phone shows. */
export async function signInAgain(page: Page, who: { email: string; password?: string; phone: Phone }): Promise<void> {
  await givePassword(page, who.email, who.password)
  await giveCode(page, await who.phone.nextCode())
  await expect(mainMenu(page)).toBeVisible()
}

/** What else there is than the way that is offered first. */
export const otherMethods = (page: Page): Locator => page.locator('summary', { hasText: 'Andere manier' })

export async function chooseMethod(page: Page, name: RegExp): Promise<void> {
  await otherMethods(page).click()
  await page.getByRole('link', { name }).click()
}

/** From the page that links an app to the one that links a number. */
export async function chooseSms(page: Page): Promise<void> {
  await expect(heading(page)).toContainText('Koppel een authenticator-app')
  await page.getByText('Liever een andere manier?').click()
  await page.getByRole('link', { name: 'Een code per sms' }).click()
}

/** Gives a number, types the code that comes to it, keeps the recovery code. Ends behind the sign-in. */
export async function sendNumber(page: Page, { typed, number }: { typed: string; number: string }): Promise<void> {
  await page.getByLabel('Mobiel nummer').fill(typed)
  await page.getByRole('button', { name: 'Stuur een code naar dit nummer' }).click()
  await expect(page.getByText(`We hebben een sms gestuurd naar …${number.slice(-2)}.`).first()).toBeVisible()
  await page.getByLabel('Code van 6 cijfers').pressSequentially(await smsCodeTo(number, new Set()))
  await page.getByRole('button', { name: 'Koppel het nummer' }).click()
  await keepRecoveryCode(page)
}

/** Chooses a password on the page of a link, which leads to the second step. */
export async function chooseNewPassword(page: Page, password: string): Promise<void> {
  await expect(heading(page)).toContainText('Kies een nieuw wachtwoord')
  await page.getByLabel('Nieuw wachtwoord').fill(password)
  await page.getByRole('button', { name: 'Sla het wachtwoord op' }).click()
  await expect(heading(page)).toContainText('Vul de code uit je app in')
}

/** Signs out, by the menu of the account. */
export async function signOut(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Mijn account|account/i })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Uitloggen' }).click()
  await expect(heading(page)).toContainText('Inloggen')
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
