import { createClient } from '@keyholder/contracts/client'
import { readServerClock } from './server-clock.ts'

/** The one way to the server: typed by the contracts, on our own origin, kept nowhere. */
export const api = createClient(async (path, init) => {
  const response = await fetch(path, { ...init, credentials: 'same-origin', cache: 'no-store', redirect: 'error' })
  readServerClock(response)
  return response
})
