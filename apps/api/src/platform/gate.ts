type Options = {
  /** How many run at once. */
  concurrency: number
  /** How many may wait. */
  queueLimit: number
  /** What the next one is refused with. */
  refusal: () => Error
}

type Gate = {
  run<T>(work: () => Promise<T>): Promise<T>
  /** How many are running or waiting. */
  depth(): number
  isFull(): boolean
}

/** Lets a few through at once and a few wait, in order of arrival; refuses the others at once instead of letting all wait. */
export function createGate({ concurrency, queueLimit, refusal }: Options): Gate {
  let running = 0
  const waiting: (() => void)[] = []
  const isFull = () => running >= concurrency && waiting.length >= queueLimit

  return {
    async run(work) {
      if (isFull()) throw refusal()
      if (running >= concurrency) await new Promise<void>((resolve) => waiting.push(resolve))
      else running += 1
      try {
        return await work()
      } finally {
        // The place is handed on directly: no newcomer can take it.
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      }
    },
    depth: () => running + waiting.length,
    isFull,
  }
}
