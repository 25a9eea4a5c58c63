import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { Authenticator } from './authenticator.ts'
import { Inbox } from './inbox.ts'
import { addPasskeyDevice, type PasskeyDevice } from './passkey.ts'
import { PEOPLE, type PersonKey } from './people.ts'
import { Phone } from './phone.ts'
import { signIn } from './sign-in.ts'

export { expect } from '@playwright/test'

type Fixtures = {
  /** Opens a page in a new browser, signed out. An error on the page, or a refusal by its policy, fails the test. */
  visitor: (options?: BrowserContextOptions) => Promise<Page>
  /** Opens a page in a new browser, where a person of the demonstration signs in with their authenticator. */
  as: (person: PersonKey, options?: BrowserContextOptions) => Promise<Page>
  /** The mail and text messages of all. */
  inbox: Inbox
  /** A mobile phone with a number of its own. */
  phone: Phone
  /** A virtual device that keeps passkeys, in the browser of `page`. */
  passkey: PasskeyDevice
}

type WorkerFixtures = {
  /** The authenticator app of an owner, by any name. Tests that run in order (`serial`) find it as the last one left it. */
  authenticator: (owner: string) => Authenticator
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  visitor: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    const troubles: string[] = []
    await use(async (options) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      watch(context, troubles)
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
    expect(troubles).toEqual([])
  },
  page: async ({ visitor }, use) => use(await visitor()),
  as: async ({ visitor, authenticator }, use) =>
    use(async (person, options) => {
      const page = await visitor(options)
      await signIn(page, PEOPLE[person], authenticator(person))
      return page
    }),
  inbox: async ({ request }, use) => use(new Inbox(request)),
  phone: async ({ inbox }, use, { testId }) => use(new Phone(inbox, sixDigitsOf(testId))),
  passkey: async ({ page }, use) => use(await addPasskeyDevice(page)),
  authenticator: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const apps = new Map<string, Authenticator>()
      await use((owner) => {
        const app = apps.get(owner) ?? new Authenticator()
        apps.set(owner, app)
        return app
      })
    },
    { scope: 'worker' },
  ],
})

/** Collects what the Content-Security-Policy refused, what was thrown and every dialog of the browser, in any page of a context. */
function watch(context: BrowserContext, troubles: string[]): void {
  context.on('console', (message) => {
    const text = message.text()
    if (/Content.Security.Policy|TrustedHTML|TrustedScript|Refused to/i.test(text))
      troubles.push(`${message.page()?.url()}: ${text}`)
  })
  context.on('weberror', (error) => troubles.push(`${error.page()?.url()}: ${error.error()}`))
  context.on('dialog', async (dialog) => {
    troubles.push(`${dialog.page()?.url()}: a dialog says ${dialog.message()}`)
    await dialog.dismiss()
  })
}

/** The same for the same test, so that a run can be repeated. */
function sixDigitsOf(testId: string): string {
  return String(Number.parseInt(testId.replaceAll(/\W/g, '').slice(-8), 16) % 1_000_000).padStart(6, '0')
}
