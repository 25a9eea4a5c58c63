import { expect } from 'vitest'
import { test } from '../running-mailbox.ts'

const MARKUP = `<script>alert("1")</script><img src=x onerror='alert(2)'>`

test('an empty mailbox says what will come', async ({ mailbox }) => {
  const page = await mailbox.page('/')
  expect(page).toContain('Nog geen berichten')
  expect(page).toContain('<html lang="nl">')
  expect(page.match(/<h1/g)).toHaveLength(1)
})

test('the list leads to every message', async ({ mailbox }) => {
  await mailbox.mail({ subject: 'Uitnodiging', to: 'jan@zorg.test', text: 'Welkom' })
  await mailbox.sms({ to: '+31612345678', text: 'Code 123456', reference: 'r' })
  const [sms, mail] = (await mailbox.list()).messages
  const list = await mailbox.page('/')
  expect(list).toContain('<title>(2) Postvak</title>')
  expect(list).toContain(`<a href="/message/${sms?.ID}">Sms aan +31612345678</a>`)
  expect(list).toContain(`<a href="/message/${mail?.ID}">Uitnodiging</a>`)

  const page = await mailbox.page(`/message/${mail?.ID}`)
  expect(page.match(/<h1/g)).toHaveLength(1)
  expect(await mailbox.page('/')).toContain('<title>(1) Postvak</title>')
})

test('markup in a mail is shown as text on every page', async ({ mailbox }) => {
  await mailbox.mail({
    subject: MARKUP,
    to: { name: MARKUP, address: 'jan@zorg.test' },
    text: `${MARKUP} https://zorg.test/"onmouseover="alert(3)`,
    attachments: [{ filename: `${MARKUP}.txt`, content: 'x' }],
  })
  for (const path of ['/', '/message/latest']) {
    const page = await mailbox.page(path)
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;')
    expect(page).not.toMatch(/<script|<img|"onmouseover/)
  }
})

test('the HTML part stands in a frame that may do nothing', async ({ mailbox }) => {
  await mailbox.mail({ html: `<p title="a">Hallo & dag</p></iframe>${MARKUP}` })
  const page = await mailbox.page('/message/latest')
  expect(page).toContain('sandbox="" srcdoc="&lt;p title=&quot;a&quot;&gt;Hallo &amp; dag&lt;/p&gt;&lt;/iframe&gt;')
  expect(page).not.toMatch(/<script|<img/)
})

test('web addresses in a text are links, and nothing else is', async ({ mailbox }) => {
  const text =
    'Open https://zorg.test/welkom#k=A-_1&b=2. Of (http://localhost:3000/x), niet javascript:alert(1) of https://'
  await mailbox.mail({ text })
  const page = await mailbox.page('/message/latest')
  expect(page).toContain(
    'Open <a href="https://zorg.test/welkom#k=A-_1&amp;b=2" rel="noreferrer">https://zorg.test/welkom#k=A-_1&amp;b=2</a>. Of',
  )
  expect(page).toContain('(<a href="http://localhost:3000/x" rel="noreferrer">http://localhost:3000/x</a>), niet')
  expect(page).toContain('niet javascript:alert(1) of https://')
})

test('a message that is gone has a page that says so', async ({ mailbox }) => {
  const response = await mailbox.ask('/message/gone')
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('Dit bericht is er niet meer')
})

test('a long list is shown in pages', async ({ mailbox }) => {
  for (let count = 0; count < 101; count += 1)
    await mailbox.sms({ to: '0612345678', text: 'x', reference: `r${count}` })
  const first = await mailbox.page('/')
  expect(first.match(/<li[ >]/g)).toHaveLength(100)
  expect(first).toContain('<a href="/?start=100">Oudere berichten</a>')
  const second = await mailbox.page('/?start=100')
  expect(second.match(/<li[ >]/g)).toHaveLength(1)
  expect(second).toContain('<a href="/?start=0">Nieuwere berichten</a>')
})
