import { expect, type Page, test } from '@playwright/test'
import { inboxOf, linkIn, newMailTo } from './inbox.ts'
import { expectAccessible } from './look.ts'
import {
  chooseNewPassword,
  giveCode,
  givePassword,
  heading,
  mainMenu,
  signInAgain,
  signInFirst,
  signOut,
  watchConsole,
} from './story.ts'

const OLD = 'meilin@hetbaken.example'
const NEW = 'mei-lin.chen@hetbaken.example'
const STRANGE = 'mallory@elders.example'
const NEW_PASSWORD = 'negen houten lepels'

test('another address counts once it is confirmed, and whoever reads the old one can stop it (CHN-21)', async ({
  browser,
}) => {
  test.setTimeout(150_000)
  const context = await browser.newContext()
  const troubles = watchConsole(context)
  const page = await context.newPage()
  const phone = await signInFirst(page, OLD)

  await test.step('the new address is confirmed by whoever is signed in; the old one is told', async () => {
    const { confirm } = await askFor(page, { current: OLD, wanted: NEW })
    const stranger = await (await browser.newContext()).newPage()
    await stranger.goto(confirm)
    await expect(stranger.getByText('Log eerst in met je oude e-mailadres.')).toBeVisible()
    const before = await inboxOf(OLD)
    await page.goto(confirm)
    await expect(page.getByRole('button', { name: 'Bevestig het nieuwe adres' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Bevestig het nieuwe adres' }).click()
    await expect(heading(page)).toContainText('Je e-mailadres is gewijzigd')
    await newMailTo(OLD, /Je e-mailadres is gewijzigd/, before)
  })

  await test.step('from then on one signs in with the new address only', async () => {
    await page.goto('/')
    await signOut(page)
    await givePassword(page, OLD)
    await expect(page.getByText('Het e-mailadres of het wachtwoord klopt niet.').first()).toBeVisible()
    await signInAgain(page, { email: NEW, phone })
  })

  await test.step('a change that somebody else asked for is stopped from the mail', async () => {
    const { confirm, stop } = await askFor(page, { current: NEW, wanted: STRANGE })
    const owner = await (await browser.newContext()).newPage()
    await owner.goto(stop)
    await expect(heading(owner)).toContainText('Stop het wijzigen van je e-mailadres')
    await expectAccessible(owner)
    await page.reload()
    await expect(page.getByText(`${STRANGE} wacht op bevestiging`)).toBeVisible()
    await expectAccessible(page)
    await owner.getByRole('button', { name: 'Dit was ik niet: stop de wijziging' }).click()
    await chooseNewPassword(owner, NEW_PASSWORD)
    await page.reload()
    await expect(heading(page)).toContainText('Inloggen')
    await page.goto(confirm)
    await expect(heading(page)).toContainText('Deze link werkt niet meer')
    await giveCode(owner, await phone.nextCode())
    await expect(mainMenu(owner)).toBeVisible()
    await owner.goto('/account')
    await expect(owner.getByRole('main').getByText(NEW)).toBeVisible()
    await expect(owner.getByText(STRANGE)).toHaveCount(0)
  })
  expect(troubles).toEqual([])
})

type Wish = { current: string; wanted: string }

/** Asks for another address; gives the link that confirms it, and the one by which it is stopped. */
async function askFor(page: Page, { current, wanted }: Wish): Promise<{ confirm: string; stop: string }> {
  const [beforeAtOld, beforeAtNew] = [await inboxOf(current), await inboxOf(wanted)]
  await page.goto('/account')
  await page.getByRole('link', { name: 'Wijzig je e-mailadres' }).click()
  await page.getByLabel('Nieuw e-mailadres').fill(wanted)
  await page.getByRole('button', { name: 'Stuur de e-mail' }).click()
  await expect(page.getByText(`${wanted} wacht op bevestiging`)).toBeVisible()
  return {
    confirm: linkIn(await newMailTo(wanted, /Bevestig je nieuwe e-mailadres/, beforeAtNew)),
    stop: linkIn(await newMailTo(current, /Je e-mailadres wordt gewijzigd/, beforeAtOld)),
  }
}
