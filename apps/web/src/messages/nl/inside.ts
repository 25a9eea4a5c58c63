import { list } from './list.ts'
import { shell } from './shell.ts'

/** What only the pages behind the sign-in need. */
export const inside = { list, shell } as const
