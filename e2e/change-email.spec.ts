import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { Inbox } from './inbox.ts'
import { expectAccessible } from './look.ts'
import { expectInside, expectSignedOut, heading, main } from './page.ts'
import { PEOPLE } from './people.ts'
import { chooseNewPassword, giveCode, givePassword, signIn, signOut } from './sign-in.ts'
import { WORDS } from './words.ts'

const OLD = PEOPLE.meilin.email
const NEW = 'mei-lin.chen@hetbaken.example'
const STRANGE = 'mallory@elders.example'

test('a new e-mail address counts once it is confirmed, and the old one can stop it (CHN-21)', async ({
  as,
  visitor,
  inbox,
  authenticator,
}) => {
  const page = await as('meilin')
  const app = authenticator('meilin')

  await test.step('only its owner, signed in, confirms the new address; the old one is told', async () => {
    await askForChange(page, NEW)
    const confirm = await linkToConfirm(inbox, NEW)
    const stranger = await visitor()
    await stranger.goto(confirm)
    await expect(stranger.getByText('Log eerst in met je oude e-mailadres.')).toBeVisible()
    await page.goto(confirm)
    await expect(page.getByRole('button', { name: 'Bevestig het nieuwe adres' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Bevestig het nieuwe adres' }).click()
    await expect(heading(page)).toContainText('Je e-mailadres is gewijzigd')
    await inbox.mail(OLD, /^Je e-mailadres is gewijzigd/)
  })

  await test.step('from then on only the new address signs in', async () => {
    await page.goto('/')
    await signOut(page)
    await givePassword(page, { email: OLD })
    await expect(main(page).getByText(WORDS.nl.wrongCredentials)).toBeVisible()
    await signIn(page, { email: NEW }, app)
  })

  await test.step('a change that somebody else asked for is stopped from the mail', async () => {
    await askForChange(page, STRANGE)
    const confirm = await linkToConfirm(inbox, STRANGE)
    const owner = await visitor()
    await owner.goto(await inbox.link(NEW, /^Je e-mailadres wordt gewijzigd/))
    await expect(heading(owner)).toContainText('Stop het wijzigen van je e-mailadres')
    await expectAccessible(owner)
    await page.reload()
    await expect(page.getByText(`${STRANGE} wacht op bevestiging`)).toBeVisible()
    await expectAccessible(page)
    await owner.getByRole('button', { name: 'Dit was ik niet: stop de wijziging' }).click()
    await chooseNewPassword(owner, 'negen houten lepels')
    await page.reload()
    await expectSignedOut(page)
    await page.goto(confirm)
    await expect(heading(page)).toContainText(WORDS.nl.linkExpired)
    await giveCode(owner, await app.nextCode())
    await expectInside(owner)
    await owner.goto('/account')
    await expect(main(owner).getByText(NEW)).toBeVisible()
    await expect(owner.getByText(STRANGE)).toHaveCount(0)
  })
})

async function askForChange(page: Page, wanted: string): Promise<void> {
  await page.goto('/account')
  await page.getByRole('link', { name: 'Wijzig je e-mailadres' }).click()
  await page.getByLabel('Nieuw e-mailadres').fill(wanted)
  await page.getByRole('button', { name: 'Stuur de e-mail' }).click()
  await expect(page.getByText(`${wanted} wacht op bevestiging`)).toBeVisible()
}

const linkToConfirm = (inbox: Inbox, wanted: string) => inbox.link(wanted, /^Bevestig je nieuwe e-mailadres/)
