import { expect, test } from '@playwright/test'
import { givePassword, signInFirst } from './story.ts'

test('of two browsers that use one code at the same moment, one gets in (REC-02)', async ({ browser }) => {
  const email = 'kees@noorderlicht.example'
  const phone = await signInFirst(await (await browser.newContext()).newPage(), email)
  const pages = await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()))
  for (const page of pages) await givePassword(page, email)
  const code = await phone.nextCode()
  for (const page of pages) await page.getByLabel('Code van 6 cijfers').pressSequentially(code)
  await Promise.all(pages.map((page) => page.getByRole('button', { name: 'Ga verder' }).click()))
  const outcomes = await Promise.all(
    pages.map(async (page) => {
      const isIn = page.getByRole('navigation', { name: 'Hoofdmenu' })
      const isRefused = page.getByText(/De code klopt niet, of is al gebruikt/).first()
      await expect(isIn.or(isRefused).first()).toBeVisible()
      return (await isIn.isVisible()) ? 'in' : 'refused'
    }),
  )
  expect(outcomes.sort()).toEqual(['in', 'refused'])
})
