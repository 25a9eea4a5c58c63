import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible, loaded } from './look.ts'
import { signInFirst, watchConsole } from './story.ts'

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
  { name: 'light, wide', colorScheme: 'light', viewport: WIDE },
  { name: 'dark, wide', colorScheme: 'dark', viewport: WIDE },
  { name: 'light, 320 px', colorScheme: 'light', viewport: NARROW },
  { name: 'dark, 320 px', colorScheme: 'dark', viewport: NARROW },
] as const
const EXTREMES = [LOOKS[0], LOOKS[3]]

async function look(page: Page, url: string): Promise<void> {
  await test.step(url, async () => {
    await page.goto(url)
    await loaded(page)
    await expect(page).toHaveTitle(/.+ – Keyholder$/)
    await expectAccessible(page)
  })
}

test.describe('every page, in every look, is accessible, fits and obeys the policy (CSR-07)', () => {
  for (const locale of ['nl-NL', 'en-GB']) {
    test(`before the sign-in, ${locale}`, async ({ browser }) => {
      for (const { colorScheme, viewport } of locale === 'nl-NL' ? LOOKS : EXTREMES) {
        const context = await browser.newContext({ locale, colorScheme, viewport })
        const troubles = watchConsole(context)
        const page = await context.newPage()
        for (const url of OUTSIDE) await look(page, url)
        expect(troubles).toEqual([])
        await context.close()
      }
    })
  }

  test('behind the sign-in', async ({ browser }) => {
    test.setTimeout(240_000)
    const first = await browser.newContext()
    const page = await first.newPage()
    await signInFirst(page, 'pieter@noorderlicht.example')
    for (const { colorScheme, viewport } of EXTREMES) {
      const context = await browser.newContext({ colorScheme, viewport, storageState: await first.storageState() })
      await lookInside(context, viewport === NARROW ? [...INSIDE, ...FORMS] : INSIDE)
      await context.close()
    }
  })

  test('as an operator, and in a package without users', async ({ browser }) => {
    test.setTimeout(120_000)
    for (const [email, urls] of [
      ['olga@keyholder.example', ['/', '/platform', '/account', '/audit']],
      ['marijke@aandegracht.example', ['/', '/users', '/users/invite', '/users/new-api-user']],
    ] as const) {
      const context = await browser.newContext()
      const troubles = watchConsole(context)
      const page = await context.newPage()
      await signInFirst(page, email)
      for (const url of urls) await look(page, url)
      expect(troubles).toEqual([])
    }
  })
})

async function lookInside(context: BrowserContext, urls: readonly string[]): Promise<void> {
  const troubles = watchConsole(context)
  const page = await context.newPage()
  for (const url of urls) await look(page, url)
  expect(troubles).toEqual([])
}
