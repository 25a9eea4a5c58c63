import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { expectAccessible, loaded } from './look.ts'

const OUTSIDE = ['/sign-in', '/forgot-password', '/reset-password', '/invitation', '/api-credential', '/nowhere']
const INSIDE = [
  '/',
  '/users',
  '/users?search=niemand-heet-zo',
  '/users?secondStep=none&status=active',
  '/users/invite',
  '/users/new-api-user',
  '/users/support-code',
  '/users/00000000-0000-7000-8000-0000000000aa',
  '/roles',
  '/policy',
  '/audit',
  '/audit?action=sign-in.completed',
  '/account',
  '/account?deel=tweede-stap',
]
/** Small forms of what the pages before are made of: looked at where they fit least. */
const FORMS = [
  '/account?deel=gegevens&wijzig=e-mailadres',
  '/account?deel=wachtwoord',
  '/account?deel=tweede-stap&koppelen=app',
  '/account?deel=tweede-stap&koppelen=passkey',
  '/account?deel=tweede-stap&koppelen=nummer',
  '/account?deel=herstelcode',
  '/account?deel=sessies',
]
const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 320, height: 700 }
const LOOKS = [
  { colorScheme: 'light', viewport: WIDE },
  { colorScheme: 'dark', viewport: WIDE },
  { colorScheme: 'light', viewport: NARROW },
  { colorScheme: 'dark', viewport: NARROW },
] as const
const EXTREMES = [LOOKS[0], LOOKS[3]]

test.describe('every page, in every look, is accessible, fits and obeys the policy (CSR-07)', () => {
  for (const locale of ['nl-NL', 'en-GB']) {
    test(`before the sign-in, ${locale}`, async ({ visitor }) => {
      for (const look of locale === 'nl-NL' ? LOOKS : EXTREMES)
        await lookAt(await visitor({ locale, ...look }), OUTSIDE)
    })
  }

  test('behind the sign-in', async ({ as, visitor }) => {
    test.slow()
    const storageState = await (await as('pieter')).context().storageState()
    for (const look of EXTREMES) {
      const page = await visitor({ ...look, storageState })
      await lookAt(page, look.viewport === NARROW ? [...INSIDE, ...FORMS] : INSIDE)
    }
  })

  test('as an operator', async ({ as }) => {
    await lookAt(await as('olga'), ['/', '/platform', '/account', '/audit'])
  })

  test('in a package without users', async ({ as }) => {
    await lookAt(await as('marijke'), ['/', '/users', '/users/invite', '/users/new-api-user'])
  })
})

async function lookAt(page: Page, urls: readonly string[]): Promise<void> {
  for (const url of urls) {
    await test.step(url, async () => {
      await page.goto(url)
      await loaded(page)
      await expect(page).toHaveTitle(/.+ – Keyholder$/)
      await expectAccessible(page)
    })
  }
  await page.close()
}
