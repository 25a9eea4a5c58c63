import { expect, test } from '@playwright/test'
import { givePassword, linkPhone, signInFirst, watchConsole } from './story.ts'
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
]

const ELSEWHERE = [
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/%09/evil.example',
  'javascript:alert(1)',
  '/%2F/evil.example',
]

test('names that are markup are shown as text, wherever they are shown (CSR-08)', async ({ browser }) => {
  test.setTimeout(120_000)
  const context = await browser.newContext()
  const troubles = watchConsole(context)
  const page = await context.newPage()
  page.on('dialog', () => troubles.push('a dialog was opened'))
  await signInFirst(page, 'willem@delinde.example')
  const { items: roles } = await (await page.request.get('/api/v1/roles')).json()
  const reader = roles.find((role: { builtIn: string }) => role.builtIn === 'reader')
  for (const [index, name] of MARKUP.entries()) {
    const data = { name, email: `markup${index}@delinde.example`, roleId: reader.id, language: 'nl' }
    const answer = await page.request.post('/api/v1/users', { data, headers: { origin: PUBLIC_URL } })
    expect([name, answer.status()]).toEqual([name, 201])
  }
  await page.goto('/users?search=markup')
  for (const name of MARKUP) await expect(page.getByText(name, { exact: true }).first()).toBeVisible()
  await page.getByRole('link', { name: MARKUP[0] ?? '', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(MARKUP[0] ?? '')
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0)
  expect(troubles).toEqual([])
})

test('after the sign-in one is on our own pages, whatever the address asked for (CSR-09)', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`/sign-in?next=${encodeURIComponent(ELSEWHERE[0] ?? '')}`)
  await page.getByLabel('E-mailadres').fill('sanne@delinde.example')
  await page.getByLabel('Wachtwoord', { exact: true }).fill('welkom bij keyholder')
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await linkPhone(page)
  expect(new URL(page.url()).origin).toBe(PUBLIC_URL)
  for (const next of ELSEWHERE) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toBeVisible()
    const at = new URL(page.url())
    expect([next, at.origin, at.pathname]).toEqual([next, PUBLIC_URL, '/'])
  }
})

test('the QR code is drawn here: nothing is asked of anybody else, and no address holds the key (ENR-07)', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await givePassword(page, 'celik@delinde.example')
  await expect(page.getByRole('img', { name: /QR-code/ })).toBeVisible()
  await page.getByText('Kun je de QR-code niet scannen?').click()
  const key = (await page.getByRole('region', { name: 'Sleutel' }).locator('code').textContent()) ?? ''
  const secret = key.replaceAll(/\s/g, '')
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(asked.filter((url) => new URL(url).origin !== PUBLIC_URL)).toEqual([])
  expect([...asked, page.url()].filter((url) => url.includes(secret) || url.includes('otpauth'))).toEqual([])
})

test('an answer that was tampered with opens no page and no data (AUT-05)', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage()
  await page.route('**/api/v1/sign-in/password', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { step: 'done' } })
  })
  await givePassword(page, 'elise@delinde.example')
  await page.goto('/users')
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.getByText('fatima@delinde.example')).toHaveCount(0)
  expect((await page.request.get('/api/v1/users')).status()).toBe(401)
})
