import { expect, test } from './fixtures.ts'
import { fieldError, mainMenu } from './page.ts'
import { PEOPLE } from './people.ts'
import { givePassword, goOn, typeCode } from './sign-in.ts'

test('a code lets one browser in, even when two use it at the same moment (REC-02)', async ({
  as,
  visitor,
  authenticator,
}) => {
  await as('kees')
  const pages = [await visitor(), await visitor()]
  for (const page of pages) await givePassword(page, PEOPLE.kees)
  const code = await authenticator('kees').nextCode()
  for (const page of pages) await typeCode(page, code)
  await Promise.all(pages.map(goOn))
  const outcomes = await Promise.all(
    pages.map(async (page) => {
      const isIn = mainMenu(page)
      await expect(isIn.or(fieldError(page, /De code klopt niet, of is al gebruikt/))).toBeVisible()
      return (await isIn.isVisible()) ? 'in' : 'refused'
    }),
  )
  expect(outcomes.sort()).toEqual(['in', 'refused'])
})
