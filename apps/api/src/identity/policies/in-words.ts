import type { KeptPolicy } from '@keyholder/domain'

type Words = Record<string, string>

/** What of a policy became different, as the log keeps it: before and after, each value a word. */
export function differenceInWords(before: KeptPolicy, after: KeptPolicy): { before: Words; after: Words } {
  const [was, is] = [inWords(before), inWords(after)]
  const changed = Object.keys(is).filter((key) => was[key] !== is[key])
  const only = (words: Words) => Object.fromEntries(changed.map((key) => [key, words[key] ?? '']))
  return { before: only(was), after: only(is) }
}

function inWords(policy: KeptPolicy): Words {
  return {
    allowed: policy.allowed.join(', '),
    phasedOut: policy.phasedOut.join(', '),
    graceEndsAt: policy.graceEndsAt?.toISOString() ?? '',
    passkeyAlone: policy.passkeyAlone ? 'yes' : 'no',
    idleMinutes: String(policy.idleMinutes),
    absoluteHours: String(policy.absoluteHours),
    passwordMin: String(policy.passwordMin),
  }
}
