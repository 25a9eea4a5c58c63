import { expect, test } from '@playwright/test'
import { expectAccessible } from './look.ts'
import { giveCode, givePassword, mainMenu, seen, signInFirst, signOut, watchConsole } from './story.ts'

test('whose phone has the wrong time is told so, with a code for the package holder', async ({ browser }) => {
  const context = await browser.newContext()
  const troubles = watchConsole(context)
  const page = await context.newPage()
  const email = 'elise@delinde.example'
  const phone = await signInFirst(page, email)
  await signOut(page)
  await givePassword(page, email)
  // One such code may be a guess. The next one of that phone agrees with it.
  await giveCode(page, await phone.codeOfClockAhead(90))
  await expect(page.getByText('De code klopt niet, of is al gebruikt.').first()).toBeVisible()
  await giveCode(page, await phone.codeOfClockAhead(120))
  await expect(page.getByText(/^De klok van je telefoon loopt 2 minuten voor\./).first()).toBeVisible()
  await page.getByRole('button', { name: 'Waarom kom ik er niet in?' }).click()
  const why = page.getByRole('region', { name: 'Waarom kom ik er niet in?' })
  await expect(why.getByText('De klok van je telefoon loopt 2 minuten voor.')).toBeVisible()
  await expect(why.getByText(/Daardoor kloppen de codes in je app niet/)).toBeVisible()
  await expectAccessible(page)
  expect(await seen(page.getByRole('region', { name: 'Code voor je pakkethouder' }).locator('code'))).toMatch(
    /^[A-Z2-9]{4}-[A-Z2-9]{4}$/,
  )
  await giveCode(page, await phone.nextCode())
  await expect(mainMenu(page)).toBeVisible()
  expect(troubles).toEqual([])
})
