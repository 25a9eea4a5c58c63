import { app } from './app.ts'
import { signIn } from './sign-in.ts'
import { ui } from './ui.ts'

/** What is needed before somebody is in: kept small, it is part of the first page. */
export const outside = { app, ui, signIn } as const
