import { createClient } from '@keyholder/contracts/client'
import { readServerClock } from './server-clock.ts'
import { isStronger } from './weak-session.ts'

/** The one way to the server: typed by the contracts, on our own origin, never cached. */
export const api = createClient(async (path, init) => {
  const response = await send(path, init)
  return (await isStronger(response)) ? send(path, init) : response
})

async function send(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, { ...init, credentials: 'same-origin', cache: 'no-store', redirect: 'error' })
  readServerClock(response)
  return response
}
