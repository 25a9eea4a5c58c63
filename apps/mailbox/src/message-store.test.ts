import { expect, test } from 'vitest'
import { createMessageStore } from './message-store.ts'
import { readSms } from './read-sms.ts'

const sms = (text: string) => readSms({ to: '0612345678', text, reference: 'r' })
const texts = (store: ReturnType<typeof createMessageStore>) => store.list().map((message) => message.text)

test('only the newest messages are kept', () => {
  const store = createMessageStore({ messagesKept: 2 })
  for (const text of ['een', 'twee', 'drie']) store.add(sms(text))
  expect(texts(store)).toEqual(['drie', 'twee'])
})

test('old messages make room when together they are too large', () => {
  const store = createMessageStore({ bytesKept: 10 })
  for (const text of ['aaaa', 'bbbb', 'cccc']) store.add(sms(text))
  expect(texts(store)).toEqual(['cccc', 'bbbb'])
})

test('the newest message is kept however large it is', () => {
  const store = createMessageStore({ bytesKept: 10 })
  store.add(sms('x'.repeat(20)))
  expect(store.list()).toHaveLength(1)
})
