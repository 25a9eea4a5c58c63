import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type Answer, json, send } from './answer.ts'
import { refuseForeignHost } from './foreign-host.ts'
import type { MessageStore } from './message-store.ts'
import { Refusal } from './refusal.ts'
import { type Route, routesOf } from './routes.ts'

export function serveHttp(store: MessageStore, listensOn: string): RequestListener {
  const routes = routesOf(store)
  return (request, response) => {
    void respond(request, response, () => {
      refuseForeignHost(request.headers.host, listensOn)
      return answerTo(request, routes)
    })
  }
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: () => Promise<Answer>,
): Promise<void> {
  try {
    send(response, await answer())
  } catch (error) {
    if (request.errored) return
    if (error instanceof Refusal) return send(response, json({ Error: error.message }, error.status))
    console.error(error)
    send(response, json({ Error: 'Something went wrong in the mailbox; its output says what.' }, 500))
  }
}

async function answerTo(request: IncomingMessage, routes: Route[]): Promise<Answer> {
  const url = urlOf(request)
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const here = routes.filter((route) => route.path.test(url.pathname))
  if (here.length === 0) throw new Refusal(404, `There is nothing at ${url.pathname}.`)

  const route = here.find((one) => one.method === method)
  if (!route) {
    const allow = here.map((one) => one.method).join(', ')
    return { ...json({ Error: `This address takes ${allow}.` }, 405), allow }
  }
  const id = route.path.exec(url.pathname)?.groups?.id ?? ''
  return route.answer({ id, query: url.searchParams, request })
}

function urlOf(request: IncomingMessage): URL {
  const path = request.url ?? ''
  // A path only: not `*`, and not a whole address as a proxy is asked.
  const url = path.startsWith('/') ? URL.parse(`http://mailbox${path}`) : null
  if (!url) throw new Refusal(400, 'The address is not valid.')
  return url
}
