import { createClient } from '@keyholder/contracts/client'

/** The one way to the server: typed by the contracts, on our own origin, kept nowhere. */
export const api = createClient((path, init) =>
  fetch(path, { ...init, credentials: 'same-origin', cache: 'no-store', redirect: 'error' }),
)
