import { allowInsecureRequests, ClientSecretBasic, clientCredentialsGrant, discovery } from 'openid-client'
import { expect, test } from './fixtures.ts'
import { linkAuthenticator } from './link-factor.ts'
import { deactivate, invite } from './manage-users.ts'
import { expectSignedOut, fieldError, heading, main, mainMenu, shownCode } from './page.ts'
import { PEOPLE } from './people.ts'
import { giveLetters, givePassword } from './sign-in.ts'
import { PUBLIC_URL } from './urls.ts'
import { WORDS } from './words.ts'

const words = WORDS.nl
const COLLEAGUE = { name: 'Noor Dekker', email: 'noor@delinde.example', password: 'vier paarse olifanten' }
const PROGRAM = { name: 'Roosterprogramma', email: 'ontwikkelaar@rooster.example' }

test('a package holder invites a colleague, helps with a new phone and lets a program in', async ({
  as,
  visitor,
  inbox,
  authenticator,
}) => {
  const holder = await as('fatima')
  const colleague = await visitor()
  const oldPhone = authenticator('the old phone of Noor')

  await test.step('the holder invites, with a role', async () => {
    await mainMenu(holder).getByRole('link', { name: 'Gebruikers' }).click()
    await holder.getByRole('link', { name: 'Nodig iemand uit' }).click()
    await invite(holder, { ...COLLEAGUE, role: 'Redacteur' })
    await expect(holder.getByText('De uitnodiging is onderweg')).toBeVisible()
  })

  await test.step('the colleague opens the mail, chooses a password, scans the QR code and is in', async () => {
    await colleague.goto(await inbox.link(COLLEAGUE.email, /uitgenodigd/))
    await expect(colleague.getByText('Zorggroep De Linde')).toBeVisible()
    await colleague.getByLabel('Kies een wachtwoord').fill(COLLEAGUE.password)
    await colleague.getByRole('button', { name: 'Neem de uitnodiging aan' }).click()
    await linkAuthenticator(colleague, oldPhone)
    await expect(colleague.getByRole('link', { name: 'Gebruikers' })).toHaveCount(0)
  })

  const relinkCode = await test.step('the holder unlinks the app, by the phone icon in the list', async () => {
    await holder.goto('/users?search=noor')
    await holder.getByRole('button', { name: `Ontkoppel de tweede stap van ${COLLEAGUE.name}` }).click()
    const dialog = holder.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: 'Annuleren' })).toBeFocused()
    await dialog.getByLabel('Nieuwe telefoon').check()
    await dialog.getByLabel('Ja, dat heb ik gecontroleerd').check()
    await dialog.getByRole('button', { name: 'Ontkoppel de tweede stap' }).click()
    const code = await shownCode(holder, words.relinkCode)
    await holder.getByRole('button', { name: 'Ik heb de code doorgegeven' }).click()
    await expect(holder.getByRole('row', { name: new RegExp(COLLEAGUE.name) })).toContainText('Ontkoppeld')
    await inbox.mail(COLLEAGUE.email, /ontkoppeld/)
    return code
  })

  await test.step('the colleague is out at once, and only the re-link code lets them link a new phone', async () => {
    await colleague.reload()
    await expectSignedOut(colleague)
    await givePassword(colleague, COLLEAGUE)
    await expect(heading(colleague)).toContainText('Vul je herkoppelcode in')
    await giveLetters(colleague, { label: words.relinkCode, code: await oldPhone.nextCode() })
    await expect(fieldError(colleague, /Dit kan de herkoppelcode niet zijn/)).toBeVisible()
    await giveLetters(colleague, { label: words.relinkCode, code: relinkCode.toLowerCase() })
    await linkAuthenticator(colleague, authenticator('the new phone of Noor'))
  })

  const [clientId, clientSecret] = await test.step('a developer picks up the credential of a program', async () => {
    await holder.goto('/users/new-api-user')
    await holder.getByLabel('Naam van het programma').fill(PROGRAM.name)
    await holder.getByLabel('Wie is verantwoordelijk?').fill(PEOPLE.fatima.name)
    await holder.getByLabel('E-mailadres van de ontwikkelaar').fill(PROGRAM.email)
    await holder.getByLabel('Gebruikers lezen').check()
    await holder.getByRole('button', { name: 'Maak de API-gebruiker' }).click()
    await expect(holder.getByText('De API-gebruiker is gemaakt')).toBeVisible()
    const developer = await visitor()
    await developer.goto(await inbox.link(PROGRAM.email, /./))
    await developer.getByRole('button', { name: 'Toon de gegevens' }).click()
    return [await shownCode(developer, 'Client-id'), await shownCode(developer, 'Client-secret')] as const
  })

  const ask =
    await test.step('a standard client gets a token, and the API answers within its scope alone', async () => {
      const options = { execute: [allowInsecureRequests], algorithm: 'oauth2' as const }
      const server = await discovery(new URL(PUBLIC_URL), clientId, undefined, ClientSecretBasic(clientSecret), options)
      const { access_token: token } = await clientCredentialsGrant(server, { scope: 'users:read' })
      const headers = { authorization: `Bearer ${token}` }
      const get = (path: string) => fetch(`${PUBLIC_URL}/api/v1${path}`, { headers })
      const listed = (await (await get('/users')).json()) as { items: { email: string }[] }
      expect(listed.items.map(({ email }) => email)).toContain(COLLEAGUE.email)
      expect((await get('/audit-events')).status).toBe(401)
      return get
    })

  await test.step('deactivated is deactivated: at the very next request', async () => {
    await holder.goto('/users?kind=api')
    await deactivate(holder, PROGRAM.name)
    expect((await ask('/users')).status).toBe(401)
  })

  await test.step('all of it is in the log, in sentences', async () => {
    await holder.goto('/audit')
    const sentence = `${PEOPLE.fatima.name} heeft de tweede stap van ${COLLEAGUE.name} ontkoppeld`
    await expect(main(holder).getByRole('button', { name: sentence })).toBeVisible()
  })
})
