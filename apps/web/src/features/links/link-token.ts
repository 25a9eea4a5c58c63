const PATHS = ['/invitation', '/reset-password', '/api-credential', '/not-me', '/confirm-email', '/stop-email-change']

type Taken = { path: string; token: string }

// In memory only: not in the address, where others read along, and not in storage, where it would outlive the tab.
let taken: Taken | undefined

/**
 * Takes the secret of a one-time link out of the address bar and the history, before anything else reads them. It lasts until the
 * page is loaded again: the mail still has it then.
 */
export function takeLinkToken(): void {
  const { pathname, search, hash } = window.location
  if (!keepLinkToken(pathname, hash)) return
  window.history.replaceState(window.history.state, '', pathname + search)
}

/** Keeps the secret that a fragment holds; says whether there was one, on a page for it. */
export function keepLinkToken(path: string, hash: string): boolean {
  if (!PATHS.includes(path) || hash.length < 2) return false
  taken = { path, token: hash.slice(1) }
  return true
}

/** The secret that this page was opened with, or null. */
export function linkToken(path: string): string | null {
  return taken?.path === path ? taken.token : null
}

/** It has been used up. */
export function forgetLinkToken(): void {
  taken = undefined
}
