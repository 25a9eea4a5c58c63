import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { expectSignedOut, main } from './page.ts'
import { PEOPLE } from './people.ts'
import { signOut } from './sign-in.ts'

const { tom } = PEOPLE
/** Of the organisation: whoever is in its list of users, and its name. */
const SECRET = /Tom Hendriks|tom@hendriks|Fysiotherapeut/

test('after signing out nothing of the organisation can be seen: not by Back, offline or in a kept page (SES-07)', async ({
  as,
}) => {
  const page = await as('tom')
  const context = page.context()
  const kept = await context.newPage()
  await lookAround(page)
  await hearNothing(kept)
  await lookAround(kept)

  await signOut(page)
  await expectNothing(page)

  await test.step('Back, and the address once more', async () => {
    for (let times = 0; times < 3; times++) {
      await page.goBack()
      await expectSignIn(page)
    }
    await page.goto('/users')
    await expectSignIn(page)
  })

  await test.step('a page that the browser kept as it was', async () => {
    await expect(rowOfTom(kept)).toBeVisible()
    await kept.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
    await expectSignIn(kept)
  })

  await test.step('what the browser stores for us', async () => {
    expect(await stored(page)).not.toMatch(SECRET)
  })

  await test.step('offline: reload and Back', async () => {
    await context.setOffline(true)
    for (const tab of [page, kept]) {
      await tab.reload().catch(() => null)
      await expectNothing(tab)
      await tab.goBack().catch(() => null)
      await expectNothing(tab)
    }
  })
})

/** Pages with data, each a document of its own in the history. */
async function lookAround(page: Page): Promise<void> {
  await page.goto('/audit')
  await expect(main(page).getByRole('button', { name: `${tom.name} heeft ingelogd` })).toBeVisible()
  await page.goto('/users')
  await expect(rowOfTom(page)).toBeVisible()
}

const rowOfTom = (page: Page) => page.getByRole('table').getByText(tom.email)

/** As a page that is asleep in the browser: what other tabs tell does not reach it. Headless browsers keep no pages themselves. */
async function hearNothing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    BroadcastChannel.prototype.addEventListener = () => {}
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set: () => {} })
  })
}

async function expectSignIn(page: Page): Promise<void> {
  await expectSignedOut(page)
  await expectNothing(page)
}

/** Neither to be seen nor hidden in the document. */
async function expectNothing(page: Page): Promise<void> {
  await page.waitForLoadState()
  await expect(page.locator('html')).not.toContainText(SECRET)
}

/** Everything that a page of ours can leave behind. */
async function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const [caches, databases] = await Promise.all([window.caches.keys(), indexedDB.databases()])
    return JSON.stringify([localStorage, sessionStorage, caches, databases, document.cookie, history.state])
  })
}
