import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { linkIn, mailTo } from './inbox.ts'
import { pressEnterOn, pressSpaceOn, tabTo, typeInto } from './keyboard.ts'
import { Phone } from './phone.ts'
import { DEMONSTRATION_PASSWORD, seen, watchConsole } from './story.ts'

const ADMINISTRATOR = 'aisha@noorderlicht.example'
const COLLEAGUE = { name: 'Robin Peters', email: 'robin@noorderlicht.example', password: 'four purple elephants' }

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('the same in English, at 320 px, by keyboard alone', async ({ browser }) => {
  test.setTimeout(180_000)
  const narrow = { locale: 'en-GB', viewport: { width: 320, height: 700 } }
  const contexts = [await browser.newContext(narrow), await browser.newContext(narrow)]
  const troubles = contexts.map(watchConsole)
  const [administrator, colleague] = await Promise.all(contexts.map((context) => withoutMouse(context)))
  if (!administrator || !colleague) throw new Error('Two people are needed.')

  await givePassword(administrator, ADMINISTRATOR, DEMONSTRATION_PASSWORD)
  await linkPhone(administrator)

  // Invite.
  await administrator.goto('/users')
  await pressEnterOn(administrator, administrator.getByRole('link', { name: 'Invite someone' }))
  await expect(heading(administrator)).toContainText('Invite someone')
  await typeInto(administrator, administrator.getByLabel('First and last name'), COLLEAGUE.name)
  await typeInto(administrator, administrator.getByLabel('E-mail address'), COLLEAGUE.email)
  await chooseByArrows(administrator, 'Reader')
  await chooseByArrows(administrator, 'English')
  await pressEnterOn(administrator, administrator.getByRole('button', { name: 'Send the invitation' }))
  await expect(administrator.getByText('The invitation is on its way').first()).toBeVisible()

  // Accept, link, in.
  await colleague.goto(linkIn(await mailTo(COLLEAGUE.email, /invited|invitation/i)))
  await typeInto(colleague, colleague.getByLabel('Choose a password'), COLLEAGUE.password)
  await pressEnterOn(colleague, colleague.getByRole('button', { name: 'Accept the invitation' }))
  await linkPhone(colleague)

  // Unlink: the icon in the list, the question, the code.
  await administrator.goto('/users?search=robin')
  await pressEnterOn(
    administrator,
    administrator.getByRole('button', { name: `Unlink the second step of ${COLLEAGUE.name}` }),
  )
  const dialog = administrator.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await pressSpaceOn(administrator, dialog.getByLabel('New phone'))
  await pressSpaceOn(administrator, dialog.getByLabel('Yes, I have checked that'))
  await pressEnterOn(administrator, dialog.getByRole('button', { name: /^Unlink/ }))
  const relinkCode = await seen(administrator.getByRole('region', { name: 'Re-link code' }).locator('code'))

  // Out, and in again with the code.
  await colleague.reload()
  await expect(heading(colleague)).toContainText('Sign in')
  await givePassword(colleague, COLLEAGUE.email, COLLEAGUE.password)
  await typeInto(colleague, colleague.getByLabel('Re-link code'), relinkCode)
  await pressEnterOn(colleague, colleague.getByRole('button', { name: 'Continue' }))
  await linkPhone(colleague)
  expect(troubles.flat()).toEqual([])
})

/** A page that the mouse cannot be used on: a click fails the test. */
async function withoutMouse(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.addInitScript(() => {
    addEventListener('mousedown', () => console.error('Refused to use the mouse'), true)
  })
  return page
}

async function givePassword(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await typeInto(page, page.getByLabel('E-mail address'), email)
  await typeInto(page, page.getByLabel('Password', { exact: true }), password)
  await page.keyboard.press('Enter')
}

/** Types the key over from the page, as one does when the screen cannot be scanned. */
async function linkPhone(page: Page): Promise<void> {
  await expect(heading(page)).toContainText('Link an authenticator app')
  const key = page.getByRole('region', { name: 'Key' }).locator('code')
  await pressEnterOn(page, page.getByText('Can’t scan the QR code?'))
  const phone = new Phone(await seen(key))
  await typeInto(page, page.getByLabel(/6-digit code|Enter the code that the app shows/), await phone.nextCode())
  await page.keyboard.press('Enter')
  await expect(heading(page)).toContainText('Save your recovery code')
  await pressSpaceOn(page, page.getByLabel('I have saved the code'))
  await pressEnterOn(page, page.getByRole('button', { name: 'Continue' }))
  await expect(heading(page)).not.toContainText('Save your recovery code')
  await expect(page.getByRole('main')).toBeVisible()
}

/** Of a group of choices the Tab key reaches one; the arrows go through them. */
async function chooseByArrows(page: Page, name: string): Promise<void> {
  const choice = page.getByRole('radio', { name: new RegExp(`^${name}`) })
  const group = page.getByRole('radio').and(page.locator(`[name="${await choice.getAttribute('name')}"]`))
  const first = group.first()
  await expect(first).toBeVisible()
  const checked = group.and(page.locator(':checked'))
  await tabTo(page, (await checked.count()) > 0 ? checked : first)
  if ((await checked.count()) === 0) await page.keyboard.press('Space')
  for (let steps = 0; steps < 10 && !(await choice.isChecked()); steps++) await page.keyboard.press('ArrowDown')
  await expect(choice).toBeChecked()
}
