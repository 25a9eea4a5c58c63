import { type QueryClient, queryOptions } from '@tanstack/react-query'

/** `why`: the first after linking, one in the place of one that was not kept, or of one that was used. */
export type ShownCode = { code: string; why: 'linked' | 'renewed' | 'used' }

/** The recovery code on its way from the answer that held it to the page that shows it. It cannot be asked for: it is shown once. */
export const recoveryCodeQuery = queryOptions({
  queryKey: ['sign-in', 'recovery-code'],
  queryFn: (): Promise<ShownCode | null> => Promise.resolve(null),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 2_000,
})

/** Hands the code over to that page. */
export function showRecoveryCode(client: QueryClient, shown: ShownCode): void {
  client.setQueryData(recoveryCodeQuery.queryKey, shown)
}
