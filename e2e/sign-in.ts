import { expect, type Locator, type Page } from '@playwright/test'
import type { Authenticator } from './authenticator.ts'
import { linkAuthenticator } from './link-factor.ts'
import { expectInside, expectSignedOut, heading } from './page.ts'
import { type Credentials, DEMONSTRATION_PASSWORD } from './people.ts'
import { WORDS } from './words.ts'

const words = WORDS.nl

/** Signs in from the first page to behind the sign-in. An app without a key is linked on the way. */
export async function signIn(page: Page, who: Credentials, app: Authenticator): Promise<void> {
  await givePassword(page, who)
  if (app.isLinked) await giveCode(page, await app.nextCode())
  else await linkAuthenticator(page, app)
  await expectInside(page)
}

/** Step one, on the page. */
export async function givePassword(page: Page, who: Credentials): Promise<void> {
  await page.goto('/sign-in')
  await fillInPassword(page, who)
}

/** Step one, on whatever page of signing in is open. */
export async function fillInPassword(
  page: Page,
  { email, password = DEMONSTRATION_PASSWORD }: Credentials,
): Promise<void> {
  await page.getByLabel(words.email).fill(email)
  await page.getByLabel(words.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: words.signIn, exact: true }).click()
}

/** Types six digits and goes on, at the second step of a sign-in. */
export async function giveCode(page: Page, code: string): Promise<void> {
  await typeCode(page, code)
  await goOn(page)
}

/** Types six digits, as a hand does: a code that arrives whole sends itself. */
export async function typeCode(within: Page | Locator, code: string): Promise<void> {
  await within.getByLabel(words.sixDigits).pressSequentially(code)
}

/** Fills in a code of letters, as a recovery code or a re-link code is. */
export async function giveLetters(page: Page, { label, code }: { label: string; code: string }): Promise<void> {
  await page.getByLabel(label).fill(code)
  await goOn(page)
}

export async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.goOn }).click()
}

/** What else there is than the method that is offered first. */
export const otherMethods = (within: Page | Locator): Locator =>
  within.locator('summary', { hasText: words.otherMethod })

export async function chooseMethod(page: Page, name: string | RegExp): Promise<void> {
  await otherMethods(page).click()
  await page.getByRole('link', { name }).click()
}

/** Chooses a password on the page of a link, which leads to the second step. */
export async function chooseNewPassword(page: Page, password: string): Promise<void> {
  await expect(heading(page)).toContainText(words.newPassword)
  await page.getByLabel('Nieuw wachtwoord').fill(password)
  await page.getByRole('button', { name: 'Sla het wachtwoord op' }).click()
  await expect(heading(page)).toContainText('Vul de code uit je app in')
}

/** Signs out, by the menu of the account. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account van / }).click()
  await page.getByRole('menuitem', { name: 'Uitloggen' }).click()
  await expectSignedOut(page)
}
