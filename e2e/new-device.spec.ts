import { expect, test } from '@playwright/test'
import { inboxOf, linkIn, newMailTo } from './inbox.ts'
import { expectAccessible } from './look.ts'
import {
  chooseNewPassword,
  DEMONSTRATION_PASSWORD,
  giveCode,
  givePassword,
  heading,
  mainMenu,
  signInAgain,
  signInFirst,
  watchConsole,
} from './story.ts'

const EMAIL = 'bram@hetbaken.example'
const NEW_PASSWORD = 'zeven groene fietsbellen'

test('a sign-in on a new device is told, and "dit was ik niet" shuts everything at once (CHN-16, REC-16)', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const atHome = await browser.newContext()
  const troubles = watchConsole(atHome)
  const owner = await atHome.newPage()
  const phone = await signInFirst(owner, EMAIL)

  const before = await inboxOf(EMAIL)
  const stranger = await (await browser.newContext()).newPage()
  await signInAgain(stranger, { email: EMAIL, phone })
  const link = linkIn(await newMailTo(EMAIL, /nieuw apparaat/, before))

  await test.step('opening the link changes nothing', async () => {
    await owner.goto(link)
    await expect(heading(owner)).toContainText('Was jij dit niet?')
    await expect(owner.getByText(`ingelogd op het account ${EMAIL}`)).toBeVisible()
    await expectAccessible(owner)
    await stranger.reload()
    await expect(mainMenu(stranger)).toBeVisible()
  })

  await test.step('the button ends every session, and the old password opens nothing', async () => {
    await owner.getByRole('button', { name: 'Dit was ik niet: zet mijn account dicht' }).click()
    await expect(heading(owner)).toContainText('Kies een nieuw wachtwoord')
    await stranger.reload()
    await expect(heading(stranger)).toContainText('Inloggen')
    await givePassword(stranger, EMAIL, DEMONSTRATION_PASSWORD)
    await expect(stranger.getByText('Er is gemeld dat iemand anders met je account inlogde.').first()).toBeVisible()
    await expect(stranger.getByText('Kies bij ‘Wachtwoord vergeten?’ een nieuw wachtwoord.').first()).toBeVisible()
    await expectAccessible(stranger)
    const other = await atHome.newPage()
    await other.goto('/account')
    await expect(heading(other)).toContainText('Inloggen')
    await other.close()
  })

  await test.step('a new password is chosen at once, and leads to the second step', async () => {
    await chooseNewPassword(owner, NEW_PASSWORD)
    await giveCode(owner, await phone.nextCode())
    await expect(mainMenu(owner)).toBeVisible()
    await givePassword(stranger, EMAIL, DEMONSTRATION_PASSWORD)
    await expect(stranger.getByText('Het e-mailadres of het wachtwoord klopt niet.').first()).toBeVisible()
  })

  await test.step('the link works once', async () => {
    await stranger.goto(link)
    await expect(heading(stranger)).toContainText('Deze link werkt niet meer')
  })
  expect(troubles).toEqual([])
})
