// Checked by the compiler and never run: a wrong handler does not compile.
import { roles, type users } from '@keyholder/contracts'
import { type App, type Handler, serve } from './serve.ts'

declare const app: App
declare const list: Handler<typeof roles.list>

serve(app, roles, { list })

// @ts-expect-error a handler is missing
serve(app, roles, {})

// @ts-expect-error a handler that the contracts do not know
serve(app, roles, { list, extra: list })

// @ts-expect-error a handler that gives back something else
export const wrong: Handler<typeof roles.list> = async () => ({ items: [{ id: 1 }] })

// @ts-expect-error a handler that reads a parameter that its path does not have
export const foreign: Handler<typeof users.read> = async ({ params }) => params.user

// @ts-expect-error a public endpoint has no actor
export const nobody: Handler<typeof import('@keyholder/contracts')['signIn']['password']> = async (_, { actor }) =>
  actor
