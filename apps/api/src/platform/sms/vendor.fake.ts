import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'

type Asked = { method: string; path: string; headers: IncomingHttpHeaders; body: string }
type Answered = { status: number; body: string }
/** One message as a provider understood it. */
type Taken = { to: string; text: string; from: string | null; reference: string | null }

/** How a provider behaves by its documentation: it takes what is right, and says why not. */
export type Vendor = {
  /** Answers a request; `take` keeps a message and gives its number in order. */
  answer(asked: Asked, take: (message: Taken) => number): Answered
  /** The words of its documentation for other statuses, where there are any. */
  errors: Readonly<Record<number, string>>
}

/** What goes wrong, instead of what the documentation says. A number is a status. */
export type Trouble =
  | number
  | 'hang'
  | 'hang half way'
  | 'close'
  | 'close half way'
  | 'redirect'
  | 'no JSON'
  | 'no id'
  | 'huge'

export type FakeVendor = {
  url: string
  taken: Taken[]
  /** Requests, also those that came by a redirect. */
  asked: Asked[]
  trouble: Trouble | null
  stop(): Promise<void>
}

/** A provider of SMS on this machine, with the manners of its documentation and trouble on demand. */
export async function startFakeVendor(vendor: Vendor): Promise<FakeVendor> {
  const server = createServer((request, response) => void converse(request, response).catch(() => response.destroy()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const fake: FakeVendor = {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    taken: [],
    asked: [],
    trouble: null,
    stop: async () => {
      server.closeAllConnections()
      server.close()
    },
  }

  async function converse(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await read(request)
    fake.asked.push(asked)
    if (fake.trouble !== null) return misbehave(response, fake.trouble, vendor)
    const { status, body } = vendor.answer(asked, (message) => fake.taken.push(message))
    response.writeHead(status, JSON_TYPE).end(body)
  }
  return fake
}

const JSON_TYPE = { 'content-type': 'application/json' }
const HUGE = 1024 * 1024

function misbehave(response: ServerResponse, trouble: Trouble, { errors }: Vendor): void {
  if (trouble === 'hang') return
  if (trouble === 'close') return void response.destroy()
  if (trouble === 'hang half way') return void response.writeHead(200, JSON_TYPE).write('{"id":')
  if (trouble === 'close half way') {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': '100' }).write('{"id":', () => response.destroy())
    return
  }
  if (trouble === 'redirect') return void response.writeHead(307, { location: '/elsewhere' }).end()
  if (trouble === 'no JSON')
    return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>')
  if (trouble === 'no id') return void response.writeHead(200, JSON_TYPE).end('[]')
  if (trouble === 'huge') return void response.writeHead(200, JSON_TYPE).end(`"${'x'.repeat(HUGE)}"`)
  response.writeHead(trouble, JSON_TYPE).end(errors[trouble] ?? '')
}

async function read(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  const { method = '', url = '', headers } = request
  return { method, path: url, headers, body: Buffer.concat(parts).toString('utf8') }
}
