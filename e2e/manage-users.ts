import { expect, type Page } from '@playwright/test'
import { main } from './page.ts'
import { WORDS } from './words.ts'

const words = WORDS.nl

/** Fills in an invitation, on its own page, and sends it. */
export async function invite(page: Page, user: { name: string; email: string; role: string }): Promise<void> {
  await page.getByLabel('Voor- en achternaam').fill(user.name)
  await page.getByLabel(words.email).fill(user.email)
  await page.getByLabel(user.role).check()
  await page.getByRole('button', { name: 'Verstuur de uitnodiging' }).click()
}

/** Opens a user from the list that is in sight, and deactivates them. */
export async function deactivate(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name }).click()
  await page.getByRole('button', { name: 'Deactiveer' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Deactiveer' }).click()
  await expect(main(page).getByText(`${name} is gedeactiveerd.`)).toBeVisible()
}
