import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { problemCode } from './errors.ts'
import { sessionQuery } from './session.ts'

/** Server state stays fresh for half a minute; a change is sent once, at once, and never repeated or sent later by itself. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: checkSession }),
  mutationCache: new MutationCache({ onError: checkSession }),
  defaultOptions: {
    queries: { staleTime: 30_000, retry: retryOnce },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/**
 * A session can end at any moment. Asked once more, for an answer can also have crossed a change of the cookie; when it has ended
 * indeed, the session becomes null and the layout behind the sign-in leads out.
 */
function checkSession(error: Error) {
  if (problemCode(error) !== 'session.missing') return
  queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => null)
}

/** What was read for one person in one organisation is not for the next. */
export function forgetAllButSession(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
}

function retryOnce(failures: number, error: Error): boolean {
  return failures === 0 && passesByItself(problemCode(error))
}

function passesByItself(code: ReturnType<typeof problemCode>): boolean {
  return code === null || code === 'session.missing' || code === 'server.busy' || code === 'server.failed'
}
