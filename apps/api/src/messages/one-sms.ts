import { asGsm7, SEPTETS_PER_SMS, septetsIn } from './gsm7.ts'

type Parts = {
  /** What it says, with a name of the service in it that fits. */
  sentences: (service: string) => string
  serviceName: string
  /** May be empty. */
  lastLine: string
}

/**
 * A text message that is one SMS (CHN-09). A name that is too long is cut; a last line that leaves no room at all is left
 * out, and never the sentences.
 */
export function oneSms({ sentences, serviceName, lastLine }: Parts): string {
  const room = SEPTETS_PER_SMS - (septetsIn(sentences('') + lastLine) ?? SEPTETS_PER_SMS)
  if (lastLine && room < SHORTEST_NAME) return oneSms({ sentences, serviceName, lastLine: '' })
  return sentences(cut(asGsm7(serviceName), room)) + lastLine
}

const SHORTEST_NAME = 8

function cut(name: string, septets: number): string {
  let shortened = name
  while ((septetsIn(shortened) ?? 0) > septets) shortened = shortened.slice(0, -1)
  return shortened.trimEnd()
}
