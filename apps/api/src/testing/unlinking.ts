import type { Caller } from './caller.ts'

type Reason = 'new-phone' | 'lost-or-stolen' | 'leaver'

/** Unlinks all that a member has for the second step, as the page of a user does. */
export const unlink = ({ api }: Pick<Caller, 'api'>, id: string, reason: Reason = 'new-phone') =>
  api.users.unlinkAuthenticator({ params: { id }, body: { reason } })

/** Enters the re-link code, on a sign-in that asks for it. */
export const relink = ({ api }: Caller, code: string) => api.signIn.relink({ body: { code } })
