import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { chooseSms, linkPhone } from './link-factor.ts'
import { expectAccessible } from './look.ts'
import { deactivate } from './manage-users.ts'
import { expectInside, fieldError, heading, main, mainMenu, textOf } from './page.ts'
import { PEOPLE } from './people.ts'
import { chooseMethod, givePassword, otherMethods, signIn, signOut } from './sign-in.ts'
import { WORDS } from './words.ts'

const { daan, yara, hanna } = PEOPLE
const words = WORDS.nl

// One holder makes the rules of one organisation: one story after the other.
test.describe('what a package holder decides, colleagues meet', () => {
  test.describe.configure({ mode: 'serial' })

  test('a passkey is a second step, and the whole sign-in where that is allowed', async ({
    as,
    page,
    passkey,
    authenticator,
    inbox,
  }) => {
    await signIn(page, daan, authenticator('daan'))

    await test.step('it is made in the account, under a name, and told by mail', async () => {
      await page.goto('/account?deel=tweede-stap')
      await page.getByRole('link', { name: 'Passkey toevoegen' }).click()
      await page.getByLabel('Hoe noem je deze passkey?').fill('Laptop van werk')
      await page.getByRole('button', { name: 'Passkey maken' }).click()
      await expect(main(page).getByText('‘Laptop van werk’ is gekoppeld.')).toBeVisible()
      await inbox.mail(daan.email, /passkey/i)
    })

    await test.step('alone it is not enough while the organisation asks for a password', async () => {
      await signOut(page)
      await page.getByRole('button', { name: 'Inloggen met een passkey' }).click()
      await expect(main(page).getByText('Je organisatie vraagt ook om je wachtwoord.')).toBeVisible()
    })

    await test.step('after the password it is the second step', async () => {
      await givePassword(page, daan)
      await chooseMethod(page, /^Passkey/)
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Gebruik je passkey' }).click()
      await expectInside(page)
    })

    await test.step('and it is asked for again before what is sensitive', async () => {
      // The server asks after ten minutes; here it is said to have asked.
      await refuseOnce(page, '**/api/v1/account/recovery-code')
      await page.goto('/account?deel=herstelcode')
      await page.getByRole('button', { name: 'Nieuwe herstelcode maken' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Maak een nieuwe code' }).click()
      const dialog = page.getByRole('dialog', { name: 'Bevestig dat jij het bent' })
      await otherMethods(dialog).click()
      await dialog.getByRole('button', { name: /^Passkey/ }).click()
      await expectAccessible(page)
      await dialog.getByRole('button', { name: 'Gebruik je passkey' }).click()
      await expect(heading(page)).toContainText('Bewaar je nieuwe herstelcode')
      await page.getByLabel(words.isSaved).check()
      await page.getByRole('button', { name: 'Klaar' }).click()
      await expect(main(page).getByText('Je nieuwe herstelcode is bewaard.')).toBeVisible()
    })

    await test.step('the holder allows it alone, and it signs in without anything else', async () => {
      const holder = await as('hanna')
      await mainMenu(holder).getByRole('link', { name: 'Inlogregels' }).click()
      await holder.getByLabel('Een passkey is genoeg, zonder wachtwoord').check()
      await changeRules(holder, 'Met een passkey is geen wachtwoord meer nodig.')
      await signOut(page)
      await page.getByRole('button', { name: 'Inloggen met een passkey' }).click()
      await expect(page.getByRole('button', { name: `Account van ${daan.name}` })).toBeVisible()
    })

    await test.step('and where the browser fills it in', async () => {
      await signOut(page)
      passkey.fillIn()
      await page.reload()
      await expect(page.getByRole('button', { name: `Account van ${daan.name}` })).toBeVisible()
    })
  })

  test('a method is phased out from a day on, after the holder saw whom that touches', async ({
    as,
    page,
    phone,
    inbox,
  }) => {
    await givePassword(page, yara)
    await chooseSms(page)
    await linkPhone(page, phone)

    const day = dayAfter(30)
    const holder = await as('hanna')
    await holder.goto('/policy')
    await holder.getByLabel('Code per sms').uncheck()
    const effect = holder.getByRole('region', { name: 'Wat betekent dit voor je gebruikers?' })
    await expect(effect.getByText('1 van de 7 gebruikers heeft alleen sms.')).toBeVisible()
    await expect(effect.getByText('1 van de 7 gebruikers moet iets anders koppelen.')).toBeVisible()
    await holder.getByRole('button', { name: 'Bekijk en bewaar' }).click()
    await expect(fieldError(holder, 'Kies vanaf welke dag dit geldt.')).toBeVisible()
    await expectAccessible(holder)
    await holder.getByLabel('Vanaf welke dag?').fill(day.asTyped)
    await changeRules(holder, `Vanaf ${day.inWords} kan niemand meer inloggen met: `)
    await expect(main(holder).getByText(`Vanaf ${day.inWords} kan niemand meer inloggen met: `)).toBeVisible()

    await inbox.mail(yara.email, /Je tweede stap bij Streekziekenhuis Het Baken verandert/)
    await page.goto('/account?deel=tweede-stap')
    await expect(main(page).getByText(`Vanaf ${day.inWords} kun je niet meer inloggen met: `)).toBeVisible()
    await expect(page.getByRole('link', { name: 'Authenticator-app toevoegen' })).toBeVisible()
    await expectAccessible(page)
  })

  test('a deactivated user is told by whom after the password, and nothing before it (AUT-02)', async ({
    as,
    page,
  }) => {
    const holder = await as('hanna')
    await holder.goto(`/users?search=${yara.email}`)
    await deactivate(holder, yara.name)

    await givePassword(page, { email: yara.email, password: 'niet het wachtwoord' })
    await expect(main(page).getByText(words.wrongCredentials)).toBeVisible()
    await expect(page.getByText(/gedeactiveerd/)).toHaveCount(0)
    await givePassword(page, yara)
    const reason = main(page).getByText(new RegExp(`${hanna.name} heeft je account op .+ gedeactiveerd\\.`))
    const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await textOf(reason))?.[0] ?? ''

    await holder.goto('/users')
    await holder.getByRole('link', { name: 'Komt iemand er niet in? Zoek de code op' }).click()
    await holder.getByLabel('Code van de gebruiker').fill(code.toLowerCase().replace('-', ' '))
    await holder.getByRole('button', { name: 'Zoek de code op' }).click()
    await expect(holder.getByText(new RegExp(`${yara.name} is gedeactiveerd door ${hanna.name}, op `))).toBeVisible()
    await expect(holder.getByRole('link', { name: `Naar ${yara.name}` })).toBeVisible()
    await expectAccessible(holder)
  })
})

/** The next such request is answered as by a server that wants the second step again first. */
async function refuseOnce(page: Page, url: string): Promise<void> {
  const problem = { type: 'about:blank', title: '', status: 403, code: 'session.not_fresh', requestId: '1' }
  const answer = { status: 403, contentType: 'application/problem+json', body: JSON.stringify(problem) }
  await page.route(url, (route) => route.fulfill(answer), { times: 1 })
}

/** Confirms changed rules: what will happen is said first. */
async function changeRules(page: Page, consequence: string): Promise<void> {
  await page.getByRole('button', { name: 'Bekijk en bewaar' }).click()
  const dialog = page.getByRole('dialog', { name: 'Inlogregels wijzigen?' })
  await expect(dialog.getByText(consequence)).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Wijzig de inlogregels' }).click()
  await expect(main(page).getByText('De inlogregels zijn gewijzigd.')).toBeVisible()
}

/** A day of the calendar in the Netherlands. */
function dayAfter(days: number): { asTyped: string; inWords: string } {
  const instant = new Date(Date.now() + days * 86_400_000)
  const timeZone = 'Europe/Amsterdam'
  return {
    // Swedish writes a day as ISO 8601 does.
    asTyped: new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant),
    inWords: new Intl.DateTimeFormat('nl-NL', { timeZone, dateStyle: 'long' }).format(instant),
  }
}
