import { fileURLToPath } from 'node:url'

/** The root of the project. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** Does this once, at the first signal to stop, and ends the process then. */
export function onStop(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(sentence(error))
          process.exit(1)
        },
      )
    })
  }
}

/** What went wrong, for the person who started it. */
export function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
