import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { expectAccessible } from './look.ts'

const LINK = {
  purpose: 'invitation',
  email: 'noor.dekker@delinde.example',
  name: 'Noor Dekker',
  tenantName: 'Zorggroep De Linde',
  language: 'nl',
  expiresAt: '2100-01-01T00:00:00.000Z',
  hasAccount: false,
  passwordMin: 10,
}

/** The page of an invitation. What the link is for is made up, so that nothing is used. */
async function openInvitation(page: Page): Promise<void> {
  await page.route('**/api/v1/links/inspect', (route) => route.fulfill({ json: LINK }))
  await page.goto(`/invitation#${'A'.repeat(43)}`)
  await expect(page.getByLabel('Kies een wachtwoord')).toBeVisible()
}

test('the page says how strong a password is, and why, while it is typed (AUT-11)', async ({ page }) => {
  await openInvitation(page)
  const field = page.getByLabel('Kies een wachtwoord')
  const said = page.getByRole('status').filter({ hasText: /wachtwoord/i })
  await expect(page.getByText('Minstens 10 tekens.')).toBeVisible()
  for (const [password, words] of [
    ['Zomer', /Te zwak\..*te kort\. Gebruik minstens 10 tekens/],
    ['feyenoord1', /Te zwak\..*makkelijk te raden/],
    ['1234567890', /Te zwak\..*lijst van uitgelekte wachtwoorden/],
    ['noordekker12', /Te zwak\..*lijkt te veel op je naam/],
    ['zorgkaart2026', /Te zwak\. Het is weinig meer dan een bekend woord\. Er zit een jaartal/],
    ['k7pQz2vX9mtl', /Goed|Sterk/],
    ['vier paarse olifanten', /Sterk wachtwoord/],
  ] as const) {
    await field.fill(password)
    await expect(said).toHaveText(words)
  }
  await field.fill('')
  await expect(said).toHaveCount(0)
})

test('what the server finds wrong with a password is said at the field, once', async ({ page }) => {
  await openInvitation(page)
  const problem = {
    type: 'about:blank',
    title: '',
    status: 422,
    code: 'password.weak',
    requestId: '1',
    reason: 'common',
  }
  const answer = { status: 422, contentType: 'application/problem+json', body: JSON.stringify(problem) }
  await page.route('**/api/v1/invitations/accept', (route) => route.fulfill(answer))
  await page.getByLabel('Kies een wachtwoord').fill('1234567890')
  await expect(page.getByRole('status').filter({ hasText: 'uitgelekte' })).toBeVisible()
  await page.getByRole('button', { name: 'Neem de uitnodiging aan' }).click()
  await expect(page.getByRole('link', { name: /uitgelekte wachtwoorden/ })).toBeVisible()
  await expect(page.getByLabel('Kies een wachtwoord')).toHaveAccessibleDescription(/uitgelekte wachtwoorden/)
  await expect(page.getByRole('status').filter({ hasText: 'uitgelekte' })).toHaveCount(0)
})

test('without the dictionaries only the length is said, and the server decides', async ({ page }) => {
  await page.route('**/assets/password-strength-*.js', (route) => route.abort())
  await openInvitation(page)
  const field = page.getByLabel('Kies een wachtwoord')
  await field.fill('Zomer')
  await expect(page.getByRole('status').filter({ hasText: 'te kort' })).toBeVisible()
  await field.fill('zorgkaart2026')
  await expect(page.getByRole('status').filter({ hasText: 'te kort' })).toHaveCount(0)
  const sent = page.waitForRequest('**/api/v1/invitations/accept')
  await page.getByRole('button', { name: 'Neem de uitnodiging aan' }).click()
  expect((await sent).postDataJSON()).toMatchObject({ password: 'zorgkaart2026' })
})

test('the dictionaries load at the first key, and not before', async ({ page }) => {
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await openInvitation(page)
  expect(loaded.filter((url) => url.includes('password-strength'))).toEqual([])
  await page.getByLabel('Kies een wachtwoord').pressSequentially('z')
  await expect.poll(() => loaded.filter((url) => url.includes('password-strength'))).toHaveLength(1)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the meter is accessible and fits 320 px, ${colorScheme}`, async ({ visitor }) => {
    const page = await visitor({ colorScheme, viewport: { width: 320, height: 700 } })
    await openInvitation(page)
    for (const password of ['zorgkaart2026', 'k7pQz2vX', 'vier paarse olifanten']) {
      await page.getByLabel('Kies een wachtwoord').fill(password)
      await expect(page.getByRole('status').filter({ hasText: /zwak|Goed|Sterk/ })).toBeVisible()
      await expectAccessible(page)
    }
  })
}
