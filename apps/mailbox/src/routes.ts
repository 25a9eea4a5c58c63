import type { IncomingMessage } from 'node:http'
import { type Answer, json, page, plain } from './answer.ts'
import { messageDetail, messageHeaders, messagesPage } from './mailpit-shape.ts'
import type { Message } from './message.ts'
import type { MessageStore } from './message-store.ts'
import { listPage } from './pages/list-page.ts'
import { messagePage, missingPage } from './pages/message-page.ts'
import { ICON, STYLE } from './pages/style.ts'
import { readJson } from './read-body.ts'
import { readSms } from './read-sms.ts'
import { Refusal } from './refusal.ts'
import { matching } from './search.ts'

interface Asked {
  id: string
  query: URLSearchParams
  request: IncomingMessage
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE'
  path: RegExp
  answer: (asked: Asked) => Answer | Promise<Answer>
}

const MESSAGES_PER_ANSWER = 50
const MESSAGES_PER_PAGE = 100
const QUERY_CHARACTERS = 1000

export function routesOf(store: MessageStore): Route[] {
  return [
    { method: 'GET', path: /^\/(?:livez|readyz)$/, answer: () => plain('ok') },
    { method: 'GET', path: /^\/api\/v1\/messages$/, answer: ({ query }) => listMessages(store, query) },
    { method: 'DELETE', path: /^\/api\/v1\/messages$/, answer: ({ request }) => deleteMessages(store, request) },
    { method: 'GET', path: /^\/api\/v1\/search$/, answer: ({ query }) => searchMessages(store, query) },
    {
      method: 'GET',
      path: /^\/api\/v1\/message\/(?<id>[\w-]+)$/,
      answer: ({ id }) => json(messageDetail(opened(store, id))),
    },
    {
      method: 'GET',
      path: /^\/api\/v1\/message\/(?<id>[\w-]+)\/headers$/,
      answer: ({ id }) => json(messageHeaders(opened(store, id))),
    },
    { method: 'POST', path: /^\/sms$/, answer: ({ request }) => receiveSms(store, request) },
    { method: 'GET', path: /^\/$/, answer: ({ query }) => showList(store, query) },
    { method: 'GET', path: /^\/message\/(?<id>[\w-]+)$/, answer: ({ id }) => showMessage(store, id) },
    { method: 'GET', path: /^\/mailbox\.css$/, answer: () => plain(STYLE, 'text/css') },
    { method: 'GET', path: /^\/mailbox\.svg$/, answer: () => plain(ICON, 'image/svg+xml') },
  ]
}

function listMessages(store: MessageStore, query: URLSearchParams): Answer {
  const all = store.list()
  const wanted = all.filter(matching(searchOf(query)))
  return json(
    messagesPage({
      all,
      matching: wanted,
      start: wholeNumber(query, 'start', 0),
      limit: wholeNumber(query, 'limit', MESSAGES_PER_ANSWER),
    }),
  )
}

function searchMessages(store: MessageStore, query: URLSearchParams): Answer {
  if (!searchOf(query)) throw new Refusal(400, 'query must not be empty.')
  return listMessages(store, query)
}

/** Without IDs everything goes, as in Mailpit; but a body that cannot be read deletes nothing. */
async function deleteMessages(store: MessageStore, request: IncomingMessage): Promise<Answer> {
  const ids = idsIn(await readJson(request))
  if (ids.length === 0) store.clear()
  else store.remove(new Set(ids))
  return plain('ok')
}

function idsIn(body: unknown = {}): string[] {
  const wrong = new Refusal(400, 'The body must be an object with IDs, a list of message ids.')
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw wrong
  if (Object.keys(body).some((key) => key !== 'IDs')) throw wrong
  const ids: unknown = 'IDs' in body ? body.IDs : []
  if (!Array.isArray(ids)) throw wrong
  return ids.map((id: unknown) => {
    if (typeof id === 'string') return id
    throw wrong
  })
}

async function receiveSms(store: MessageStore, request: IncomingMessage): Promise<Answer> {
  // Exactly this type: a page elsewhere cannot send it without asking first, and it is not let in.
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new Refusal(415, 'The body must be application/json.')
  }
  const sms = readSms(await readJson(request))
  store.add(sms)
  return json({ id: sms.id })
}

function showList(store: MessageStore, query: URLSearchParams): Answer {
  const messages = store.list()
  const start = wholeNumber(query, 'start', 0)
  return page(listPage({ messages, start, perPage: MESSAGES_PER_PAGE }))
}

function showMessage(store: MessageStore, id: string): Answer {
  const message = store.open(id)
  if (!message) return page(missingPage(), 'page', 404)
  return page(messagePage(message), message.html ? 'mail' : 'page')
}

function opened(store: MessageStore, id: string): Message {
  const message = store.open(id)
  if (!message) throw new Refusal(404, 'There is no message with this id.')
  return message
}

function searchOf(query: URLSearchParams): string {
  const search = query.get('query')?.trim() ?? ''
  if (search.length > QUERY_CHARACTERS) throw new Refusal(400, `query must be at most ${QUERY_CHARACTERS} characters.`)
  return search
}

function wholeNumber(query: URLSearchParams, name: string, fallback: number): number {
  const given = query.get(name)
  if (given === null) return fallback
  if (!/^\d{1,9}$/.test(given)) throw new Refusal(400, `${name} must be a whole number from 0.`)
  return Number(given)
}
