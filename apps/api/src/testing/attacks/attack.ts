import { parseArgs } from 'node:util'
import { startTestCluster } from '@keyholder/prisma/test-database'
import { type AttackSetup, openAttackSetup } from './attack-setup.ts'
import { hammer } from './hammer.ts'
import { playRounds, THINGS } from './single-use.ts'
import { timeEmails } from './timing.ts'

type Size = { size: number | null; of: string }

const ATTACKS: Record<string, (setup: AttackSetup, wanted: Size) => Promise<boolean>> = {
  /** Everything that is used once, or what has `of` in its name, fifty at once over two processes. */
  async 'single-use'(setup, { size, of }) {
    const things = THINGS.filter(({ name }) => name.includes(of))
    const scores = await playRounds(setup, { rounds: size ?? 1000, shots: 50, things })
    console.table(scores.map(({ wrong, ...score }) => ({ ...score, wrong: wrong.length })))
    for (const { thing, wrong } of scores) for (const line of wrong.slice(0, 5)) console.log(`${thing}: ${line}`)
    return scores.every(({ rounds, exactlyOne, failed }) => exactlyOne === rounds && failed === 0)
  },
  /** Known against unknown addresses. It prints and judges no time: machines differ. */
  async timing(setup, { size }) {
    const { answers, ...figures } = await timeEmails(setup, { tries: size ?? 1000 })
    console.table([figures])
    console.log(`A classifier by time is right in ${(100 * figures.auc).toFixed(1)} % of pairs; 45 to 55 is chance.`)
    return answers.known.join() === answers.unknown.join()
  },
  /** A thousand wrong tries a minute at somebody who is on a device of their own. */
  async hammer(setup, { size }) {
    const score = await hammer(setup, { perMinute: 1000, seconds: size ?? 60 })
    console.table([score])
    return score.ownerIn === score.ownerTries
  },
}

/** `attack.ts <name> [size] [of]`: attacks two real processes on a database of their own. Ends with 1 when the attack worked. */
async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [name = '', size, of = ''] = positionals
  const attack = ATTACKS[name]
  if (!attack || (size !== undefined && !/^[1-9]\d*$/.test(size))) {
    throw new Error(`Say which attack, and how many: ${Object.keys(ATTACKS).join(', ')}.`)
  }
  const { stop, ...cluster } = await startTestCluster()
  try {
    const setup = await openAttackSetup(cluster)
    try {
      process.exitCode = (await attack(setup, { size: size ? Number(size) : null, of })) ? 0 : 1
    } finally {
      await setup.close()
    }
  } finally {
    await stop()
  }
  process.exit()
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
