import { expect, type Locator, type Page } from '@playwright/test'

/** The heading of a page. */
export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 })

/** The part of a page in sight; the line that is announced to screen readers stands outside it. */
export const main = (page: Page): Locator => page.getByRole('main')

/** Only shown to people who are signed in. */
export const mainMenu = (page: Page): Locator => page.getByRole('navigation', { name: 'Hoofdmenu' })

/** An error in the summary above a form: a link to the field, which repeats it. */
export const fieldError = (page: Page, text: string | RegExp): Locator => main(page).getByRole('link', { name: text })

/** The code in a named block, without the space around it. */
export async function shownCode(page: Page, block: string): Promise<string> {
  return textOf(page.getByRole('region', { name: block, exact: true }).locator('code'))
}

/** The text of an element, without the space around it. */
export async function textOf(element: Locator): Promise<string> {
  return ((await element.textContent()) ?? '').trim()
}

/** Fails unless the page is one behind the sign-in. */
export async function expectInside(page: Page): Promise<void> {
  await expect(mainMenu(page)).toBeVisible()
}

/** Fails unless the page asks to sign in. */
export async function expectSignedOut(page: Page): Promise<void> {
  await expect(heading(page)).toContainText('Inloggen')
}
