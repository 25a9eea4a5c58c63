import { Problem } from './problem.ts'

/** Scaffolding: replaced, handler by handler, and deleted with the last. */
export const notBuilt = async (): Promise<never> => {
  throw new Problem('server.failed')
}
