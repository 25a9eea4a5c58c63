import { expect, test } from '@playwright/test'
import { allowInsecureRequests, ClientSecretBasic, clientCredentialsGrant, discovery } from 'openid-client'
import { linkIn, mailTo } from './inbox.ts'
import { givePassword, linkPhone, seen, signInFirst, watchConsole } from './story.ts'
import { PUBLIC_URL } from './urls.ts'

const HOLDER = 'fatima@delinde.example'
const COLLEAGUE = { name: 'Noor Dekker', email: 'noor@delinde.example', password: 'vier paarse olifanten' }
const PROGRAM = { name: 'Roosterprogramma', email: 'ontwikkelaar@rooster.example' }

test('a package holder invites a colleague, helps with a new phone and lets a program in', async ({ browser }) => {
  test.setTimeout(120_000)
  const atHolder = await browser.newContext()
  const troubles = watchConsole(atHolder)
  const holder = await atHolder.newPage()
  await signInFirst(holder, HOLDER)

  // Invite, with a role.
  await holder.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Gebruikers' }).click()
  await holder.getByRole('link', { name: 'Nodig iemand uit' }).click()
  await holder.getByLabel('Voor- en achternaam').fill(COLLEAGUE.name)
  await holder.getByLabel('E-mailadres').fill(COLLEAGUE.email)
  await holder.getByLabel('Redacteur').check()
  await holder.getByRole('button', { name: 'Verstuur de uitnodiging' }).click()
  await expect(holder.getByText('De uitnodiging is onderweg')).toBeVisible()

  // The colleague opens the mail, chooses a password, scans the QR code and is in.
  const atColleague = await browser.newContext()
  watchConsole(atColleague)
  const colleague = await atColleague.newPage()
  await colleague.goto(linkIn(await mailTo(COLLEAGUE.email, /uitgenodigd|uitnodiging/i)))
  await expect(colleague.getByText('Zorggroep De Linde')).toBeVisible()
  await colleague.getByLabel('Kies een wachtwoord').fill(COLLEAGUE.password)
  await colleague.getByRole('button', { name: 'Neem de uitnodiging aan' }).click()
  const { phone: oldPhone } = await linkPhone(colleague)
  await expect(colleague.getByRole('link', { name: 'Gebruikers' })).toHaveCount(0)

  // The holder unlinks the authenticator, by the phone icon in the list.
  await holder.goto('/users?search=noor')
  await holder.getByRole('button', { name: `Ontkoppel de tweede stap van ${COLLEAGUE.name}` }).click()
  const dialog = holder.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Annuleren' })).toBeFocused()
  await dialog.getByLabel('Nieuwe telefoon').check()
  await dialog.getByLabel('Ja, dat heb ik gecontroleerd').check()
  await dialog.getByRole('button', { name: 'Ontkoppel de tweede stap' }).click()
  const relinkCode = await seen(holder.getByRole('region', { name: 'Herkoppelcode' }).locator('code'))
  await holder.getByRole('button', { name: 'Ik heb de code doorgegeven' }).click()
  await expect(holder.getByRole('row', { name: new RegExp(COLLEAGUE.name) })).toContainText('Ontkoppeld')
  await mailTo(COLLEAGUE.email, /ontkoppeld/i)

  // The colleague is out at once; the password alone is not enough; the re-link code lets them link a new phone.
  await colleague.reload()
  await expect(colleague.getByRole('heading', { level: 1 })).toContainText('Inloggen')
  await givePassword(colleague, COLLEAGUE.email, COLLEAGUE.password)
  await expect(colleague.getByRole('heading', { level: 1 })).toContainText('Vul je herkoppelcode in')
  await colleague.getByLabel('Herkoppelcode').fill(await oldPhone.nextCode())
  await colleague.getByRole('button', { name: 'Ga verder' }).click()
  await expect(colleague.getByText(/Dit kan de herkoppelcode niet zijn/).first()).toBeVisible()
  await colleague.getByLabel('Herkoppelcode').fill(relinkCode.trim().toLowerCase())
  await colleague.getByRole('button', { name: 'Ga verder' }).click()
  await linkPhone(colleague)

  // A program: an API user, whose developer picks the credential up by mail.
  await holder.goto('/users/new-api-user')
  await holder.getByLabel('Naam van het programma').fill(PROGRAM.name)
  await holder.getByLabel('Wie is verantwoordelijk?').fill('Fatima el Amrani')
  await holder.getByLabel('E-mailadres van de ontwikkelaar').fill(PROGRAM.email)
  await holder.getByLabel('Gebruikers lezen').check()
  await holder.getByRole('button', { name: 'Maak de API-gebruiker' }).click()
  await expect(holder.getByText('De API-gebruiker is gemaakt')).toBeVisible()
  const developer = await (await browser.newContext()).newPage()
  await developer.goto(linkIn(await mailTo(PROGRAM.email, /.*/)))
  await developer.getByRole('button', { name: 'Toon de gegevens' }).click()
  const shown = (name: string) => seen(developer.getByRole('region', { name }).locator('code'))
  const [clientId, clientSecret] = [await shown('Client-id'), await shown('Client-secret')]

  // A standard client library gets a token, and the API answers within its scope and nowhere else.
  const options = { execute: [allowInsecureRequests], algorithm: 'oauth2' as const }
  const server = await discovery(new URL(PUBLIC_URL), clientId, undefined, ClientSecretBasic(clientSecret), options)
  const { access_token: token } = await clientCredentialsGrant(server, { scope: 'users:read' })
  const ask = (path: string) => fetch(`${PUBLIC_URL}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })
  const listed = (await (await ask('/users')).json()) as { items: { email: string }[] }
  expect(listed.items.map(({ email }) => email)).toContain(COLLEAGUE.email)
  expect((await ask('/audit-events')).status).toBe(401)

  // Deactivated is deactivated: at the very next request.
  await holder.goto('/users?kind=api')
  await holder.getByRole('link', { name: PROGRAM.name }).click()
  await holder.getByRole('button', { name: 'Deactiveer' }).click()
  await holder.getByRole('dialog').getByRole('button', { name: 'Deactiveer' }).click()
  await expect(holder.getByText(`${PROGRAM.name} is gedeactiveerd.`).first()).toBeVisible()
  expect((await ask('/users')).status).toBe(401)

  // All of it is in the log, in sentences.
  await holder.goto('/audit')
  await expect(
    holder.getByText(`Fatima el Amrani heeft de tweede stap van ${COLLEAGUE.name} ontkoppeld`).first(),
  ).toBeVisible()
  expect(troubles).toEqual([])
})
