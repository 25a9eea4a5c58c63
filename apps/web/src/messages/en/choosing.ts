import { newPassword } from './new-password.ts'

/** What the pages need where a password is chosen, outside and inside. */
export const choosing = { newPassword } as const
