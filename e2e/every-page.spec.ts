import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { signInFirst, watchConsole } from './story.ts'

const OUTSIDE = ['/sign-in', '/forgot-password', '/reset-password', '/invitation', '/api-credential', '/nowhere']
const INSIDE = [
  '/',
  '/users',
  '/users?search=niemand-heet-zo',
  '/users?secondStep=none&status=active',
  '/users/invite',
  '/users/new-api-user',
  '/users/00000000-0000-7000-8000-0000000000aa',
  '/roles',
  '/audit',
  '/audit?action=sign-in.completed',
  '/account',
]
const LOOKS = [
  { name: 'light, wide', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { name: 'dark, wide', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  { name: 'light, 320 px', colorScheme: 'light', viewport: { width: 320, height: 700 } },
  { name: 'dark, 320 px', colorScheme: 'dark', viewport: { width: 320, height: 700 } },
] as const
const EXTREMES = [LOOKS[0], LOOKS[3]]

async function look(page: Page, address: string): Promise<void> {
  await test.step(address, async () => {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(page.getByRole('main')).toBeVisible()
    // What is still being fetched would be judged half drawn.
    await page.waitForLoadState('networkidle')
    await expect(page).toHaveTitle(/.+ – Keyholder$/)
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    const found = violations.map(({ id, nodes }) => `${address} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    expect(found).toEqual([])
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect([address, sideways]).toEqual([address, 0])
  })
}

test.describe('every page, in every look, is accessible, fits and obeys the policy (CSR-07)', () => {
  for (const locale of ['nl-NL', 'en-GB']) {
    test(`before the sign-in, ${locale}`, async ({ browser }) => {
      for (const { colorScheme, viewport } of locale === 'nl-NL' ? LOOKS : EXTREMES) {
        const context = await browser.newContext({ locale, colorScheme, viewport })
        const troubles = watchConsole(context)
        const page = await context.newPage()
        for (const address of OUTSIDE) await look(page, address)
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
      await lookInside(context)
      await context.close()
    }
  })

  test('as an operator, and in a package without users', async ({ browser }) => {
    test.setTimeout(120_000)
    for (const [email, addresses] of [
      ['olga@keyholder.example', ['/', '/platform', '/account', '/audit']],
      ['marijke@aandegracht.example', ['/', '/users', '/users/invite', '/users/new-api-user']],
    ] as const) {
      const context = await browser.newContext()
      const troubles = watchConsole(context)
      const page = await context.newPage()
      await signInFirst(page, email)
      for (const address of addresses) await look(page, address)
      expect(troubles).toEqual([])
    }
  })
})

async function lookInside(context: BrowserContext): Promise<void> {
  const troubles = watchConsole(context)
  const page = await context.newPage()
  for (const address of INSIDE) await look(page, address)
  expect(troubles).toEqual([])
}
