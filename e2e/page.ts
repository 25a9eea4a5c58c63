import { expect, type Locator, type Page } from '@playwright/test'

/** What a page is about. */
export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 })

/** What the page says in sight: what is read out to screen readers as well is outside it. */
export const main = (page: Page): Locator => page.getByRole('main')

/** Is there behind the sign-in, and nowhere else. */
export const mainMenu = (page: Page): Locator => page.getByRole('navigation', { name: 'Hoofdmenu' })

/** What is wrong with a field, in the summary above the form: a link to the field, where the same is said. */
export const fieldError = (page: Page, text: string | RegExp): Locator => main(page).getByRole('link', { name: text })

/** The code that a named block shows, as it is read. */
export async function shownCode(page: Page, block: string): Promise<string> {
  return textOf(page.getByRole('region', { name: block, exact: true }).locator('code'))
}

/** The text of an element, as it is read. */
export async function textOf(element: Locator): Promise<string> {
  return ((await element.textContent()) ?? '').trim()
}

/** Fails unless somebody is in. */
export async function expectInside(page: Page): Promise<void> {
  await expect(mainMenu(page)).toBeVisible()
}

/** Fails unless the page asks to sign in. */
export async function expectSignedOut(page: Page): Promise<void> {
  await expect(heading(page)).toContainText('Inloggen')
}
