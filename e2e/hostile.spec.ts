import { expect, test } from './fixtures.ts'
import { linkAuthenticator } from './link-factor.ts'
import { expectInside, heading, shownCode } from './page.ts'
import { PEOPLE } from './people.ts'
import { fillInPassword, givePassword } from './sign-in.ts'
import { PUBLIC_URL } from './urls.ts'

const MARKUP = [
  '<script>window.broken=1</script>',
  '<img src=x onerror="window.broken=1">',
  '"><svg onload=window.broken=1>',
  "javascript:window.broken=1//'",
  '{{constructor.constructor("window.broken=1")()}}',
  '<a href="javascript:window.broken=1">klik</a>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what somebody might try.
  '${window.broken=1}',
  '<iframe srcdoc="<script>parent.broken=1</script>">',
] as const

const ELSEWHERE = [
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/%09/evil.example',
  'javascript:alert(1)',
  '/%2F/evil.example',
] as const

test('a name that is markup is shown as text, everywhere (CSR-08)', async ({ as }) => {
  const page = await as('willem')
  const { items: roles } = await (await page.request.get('/api/v1/roles')).json()
  const reader = roles.find((role: { builtIn: string }) => role.builtIn === 'reader')
  for (const [index, name] of MARKUP.entries()) {
    const data = { name, email: `markup${index}@delinde.example`, roleId: reader.id, language: 'nl' }
    const answer = await page.request.post('/api/v1/users', { data, headers: { origin: PUBLIC_URL } })
    expect([name, answer.status()]).toEqual([name, 201])
  }
  await page.goto('/users?search=markup')
  const link = (name: string) => page.getByRole('table').getByRole('link', { name, exact: true })
  for (const name of MARKUP) await expect(link(name)).toBeVisible()
  await link(MARKUP[0]).click()
  await expect(heading(page)).toContainText(MARKUP[0])
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0)
})

test('a sign-in ends on our own pages, wherever its address points (CSR-09)', async ({ page, authenticator }) => {
  await page.goto(`/sign-in?next=${encodeURIComponent(ELSEWHERE[0])}`)
  await fillInPassword(page, PEOPLE.sanne)
  await linkAuthenticator(page, authenticator('sanne'))
  expect(new URL(page.url()).origin).toBe(PUBLIC_URL)
  for (const next of ELSEWHERE) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await expectInside(page)
    const at = new URL(page.url())
    expect([next, at.origin, at.pathname]).toEqual([next, PUBLIC_URL, '/'])
  }
})

test('the QR code is drawn in the page: nothing is asked elsewhere, and no URL holds the key (ENR-07)', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await givePassword(page, PEOPLE.celik)
  await expect(page.getByRole('img', { name: /QR-code/ })).toBeVisible()
  await page.getByText('Kun je de QR-code niet scannen?').click()
  const secret = (await shownCode(page, 'Sleutel')).replaceAll(/\s/g, '')
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(asked.filter((url) => new URL(url).origin !== PUBLIC_URL)).toEqual([])
  expect([...asked, page.url()].filter((url) => url.includes(secret) || url.includes('otpauth'))).toEqual([])
})

test('a forged answer opens no page and no data (AUT-05)', async ({ page }) => {
  const signIn = '**/api/v1/sign-in/password'
  await page.route(signIn, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { step: 'done' } })
  })
  const forged = page.waitForResponse(signIn)
  await givePassword(page, PEOPLE.elise)
  await forged
  await page.goto('/users')
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.getByText(PEOPLE.fatima.email)).toHaveCount(0)
  expect((await page.request.get('/api/v1/users')).status()).toBe(401)
})
