import { expect, test } from './fixtures.ts'
import { expectAccessible } from './look.ts'
import { expectInside, fieldError, shownCode } from './page.ts'
import { PEOPLE } from './people.ts'
import { giveCode, givePassword, signOut } from './sign-in.ts'

test('a user whose phone has the wrong time is told so, with a code for the package holder', async ({
  as,
  authenticator,
}) => {
  const page = await as('elise')
  const app = authenticator('elise')
  await signOut(page)
  await givePassword(page, PEOPLE.elise)
  // One such code may be a guess. The next one of that phone agrees with it.
  await giveCode(page, await app.codeOfClockAhead(90))
  await expect(fieldError(page, 'De code klopt niet, of is al gebruikt.')).toBeVisible()
  await giveCode(page, await app.codeOfClockAhead(120))
  await expect(fieldError(page, /^De klok van je telefoon loopt 2 minuten voor\./)).toBeVisible()
  await page.getByRole('button', { name: 'Waarom kom ik er niet in?' }).click()
  const why = page.getByRole('region', { name: 'Waarom kom ik er niet in?' })
  await expect(why.getByText('De klok van je telefoon loopt 2 minuten voor.')).toBeVisible()
  await expect(why.getByText(/Daardoor kloppen de codes in je app niet/)).toBeVisible()
  await expectAccessible(page)
  expect(await shownCode(page, 'Code voor je pakkethouder')).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/)
  await giveCode(page, await app.nextCode())
  await expectInside(page)
})
