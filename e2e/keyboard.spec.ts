import type { Page } from '@playwright/test'
import type { Authenticator } from './authenticator.ts'
import { expect, test } from './fixtures.ts'
import { choose, pressEnterOn, pressSpaceOn, typeInto } from './keyboard.ts'
import { heading, main, shownCode } from './page.ts'
import { type Credentials, DEMONSTRATION_PASSWORD, PEOPLE } from './people.ts'
import { WORDS } from './words.ts'

const words = WORDS.en
const COLLEAGUE = { name: 'Robin Peters', email: 'robin@noorderlicht.example', password: 'four purple elephants' }
const NARROW_ENGLISH = { locale: 'en-GB', viewport: { width: 320, height: 700 } }

test('the main job works in English, at 320 px, by keyboard alone', async ({ visitor, inbox, authenticator }) => {
  const administrator = await withoutMouse(await visitor(NARROW_ENGLISH))
  const colleague = await withoutMouse(await visitor(NARROW_ENGLISH))
  await givePassword(administrator, PEOPLE.aisha)
  await linkByKey(administrator, authenticator('aisha'))

  await test.step('the administrator invites', async () => {
    await administrator.goto('/users')
    await pressEnterOn(administrator, administrator.getByRole('link', { name: 'Invite someone' }))
    await expect(heading(administrator)).toContainText('Invite someone')
    await typeInto(administrator, administrator.getByLabel('First and last name'), COLLEAGUE.name)
    await typeInto(administrator, administrator.getByLabel(words.email), COLLEAGUE.email)
    await choose(administrator, administrator.getByRole('group', { name: 'Role' }), /^Reader/)
    await choose(administrator, administrator.getByRole('group', { name: 'Language' }), /^English/)
    await pressEnterOn(administrator, administrator.getByRole('button', { name: 'Send the invitation' }))
    await expect(main(administrator).getByText('The invitation is on its way')).toBeVisible()
  })

  await test.step('the colleague accepts, links and is in', async () => {
    await colleague.goto(await inbox.link(COLLEAGUE.email, /invited/))
    await typeInto(colleague, colleague.getByLabel('Choose a password'), COLLEAGUE.password)
    await pressEnterOn(colleague, colleague.getByRole('button', { name: 'Accept the invitation' }))
    await linkByKey(colleague, authenticator('the old phone of Robin'))
  })

  const relinkCode = await test.step('the administrator unlinks: the icon, the question, the code', async () => {
    await administrator.goto('/users?search=robin')
    const unlink = administrator.getByRole('button', { name: `Unlink the second step of ${COLLEAGUE.name}` })
    await pressEnterOn(administrator, unlink)
    const dialog = administrator.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await pressSpaceOn(administrator, dialog.getByLabel('New phone'))
    await pressSpaceOn(administrator, dialog.getByLabel('Yes, I have checked that'))
    await pressEnterOn(administrator, dialog.getByRole('button', { name: /^Unlink/ }))
    return shownCode(administrator, words.relinkCode)
  })

  await test.step('the colleague is out, and in again with the code', async () => {
    await colleague.reload()
    await expect(heading(colleague)).toContainText(words.signIn)
    await givePassword(colleague, COLLEAGUE)
    await typeInto(colleague, colleague.getByLabel(words.relinkCode), relinkCode)
    await pressEnterOn(colleague, colleague.getByRole('button', { name: words.goOn }))
    await linkByKey(colleague, authenticator('the new phone of Robin'))
  })
})

/** The mouse cannot be used on the page: a click fails the test. */
async function withoutMouse(page: Page): Promise<Page> {
  await page.addInitScript(() => {
    addEventListener('mousedown', () => console.error('Refused to use the mouse'), true)
  })
  return page
}

async function givePassword(page: Page, { email, password = DEMONSTRATION_PASSWORD }: Credentials): Promise<void> {
  await page.goto('/sign-in')
  await typeInto(page, page.getByLabel(words.email), email)
  await typeInto(page, page.getByLabel(words.password, { exact: true }), password)
  await page.keyboard.press('Enter')
}

/** Types the key over from the page, as one does when the screen cannot be scanned. */
async function linkByKey(page: Page, app: Authenticator): Promise<void> {
  await expect(heading(page)).toContainText(words.linkAuthenticator)
  await pressEnterOn(page, page.getByText('Can’t scan the QR code?'))
  app.typeKey(await shownCode(page, 'Key'))
  await typeInto(page, page.getByLabel(words.sixDigits), await app.nextCode())
  await page.keyboard.press('Enter')
  await expect(heading(page)).toContainText(words.saveRecoveryCode)
  await pressSpaceOn(page, page.getByLabel(words.isSaved))
  await pressEnterOn(page, page.getByRole('button', { name: words.goOn }))
  await expect(heading(page)).not.toContainText(words.saveRecoveryCode)
  await expect(main(page)).toBeVisible()
}
