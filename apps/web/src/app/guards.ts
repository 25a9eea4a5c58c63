import type { Permission } from '@keyholder/domain'
import { type LoaderFunctionArgs, redirect } from 'react-router'
import { queryClient } from '../client/query-client.ts'
import { type Session, sessionQuery } from '../client/session.ts'
import { safeNext } from './safe-next.ts'

/** The user opened a page that their role gives no right to. */
export class Forbidden extends Error {}

/** Loader of what is behind the sign-in: guests go there first, and come back. */
export async function signedIn({ request }: LoaderFunctionArgs) {
  if (await currentSession()) return null
  const { pathname, search } = new URL(request.url)
  const next = pathname + search
  return redirect(next === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`)
}

/** Loader of one page behind the sign-in. What the page shows is guarded by the server; this keeps an empty page from sight. */
export function may(permission: Permission | undefined) {
  return async () => {
    const session = await currentSession()
    if (session && permission && !session.permissions.includes(permission)) throw new Forbidden()
    return null
  }
}

/** Loader of the sign-in: a signed-in user goes on to the page they wanted. Nothing of the previous user is left. */
export function guest(isPage: (pathname: string) => boolean) {
  return async ({ request }: LoaderFunctionArgs) => {
    // Not from the cache: a sign-in that has just finished ends here too. Without an answer the form is shown all the same.
    const session = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => null)
    if (session) return redirect(safeNext(new URL(request.url).searchParams.get('next'), isPage))
    queryClient.removeQueries({ type: 'inactive' })
    queryClient.getMutationCache().clear()
    return null
  }
}

/** The files of a page behind the sign-in are fetched for a signed-in user, not for a guest who is sent on. */
export function whenSignedIn<Files>(load: () => Promise<Files>) {
  return async () => {
    if (await currentSession()) return load()
    throw new Error('Nobody is signed in.')
  }
}

/** A known session is used at once and refreshed meanwhile; the absence of one is asked each time. */
function currentSession(): Promise<Session | null> {
  const known = queryClient.getQueryData(sessionQuery.queryKey)
  if (known) return queryClient.ensureQueryData({ ...sessionQuery, revalidateIfStale: true })
  return queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
}
