import { parseArgs } from 'node:util'
import { cleanName, isCleanText, parseEmailAddress } from '@keyholder/domain'
import { asOwner } from '@keyholder/prisma/owner'
import { inviteOperator } from '../identity/members/invite-operator.ts'
import { systemClock } from '../platform/clock.ts'
import { createRandom, type Random } from '../platform/random.ts'
import { Problem } from '../problem.ts'

type Wanted = { ownerUrl: string; publicUrl: string; name: string; email: string; now: Date; random: Random }

/**
 * Makes an operator and gives the one-time link with which they choose a password and link an authenticator. Nobody else
 * ever sees it: it is printed and not stored.
 * @throws Error when that operator has joined already
 */
export async function makeOperator({ ownerUrl, publicUrl, name, email, now, random }: Wanted): Promise<string> {
  const work = { platform: { random, settings: { publicUrl } }, now, request: null }
  try {
    return (await asOwner(ownerUrl, (tx) => inviteOperator(tx, work, { name, email }))).url
  } catch (error) {
    throw error instanceof Problem ? new Error(`${email} is an operator already.`, { cause: error }) : error
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { name: { type: 'string' }, email: { type: 'string' } } })
  const { DATABASE_OWNER_URL: ownerUrl = '', PUBLIC_URL: publicUrl = '' } = process.env
  const email = parseEmailAddress(values.email ?? '')
  const name = values.name ?? ''
  const mistakes = [
    ...(ownerUrl ? [] : ['Set DATABASE_OWNER_URL: the URL that the migrate command uses.']),
    ...(URL.canParse(publicUrl) ? [] : ['Set PUBLIC_URL: the address that people type.']),
    ...(isCleanText(name, { max: 100 }) ? [] : ['Give --name "First and last name".']),
    ...(email ? [] : ['Give --email name@example.nl.']),
  ]
  if (mistakes.length > 0 || !email) {
    console.error(mistakes.join('\n'))
    process.exit(1)
  }
  const random = createRandom(systemClock)
  const wanted = {
    ownerUrl,
    publicUrl: new URL(publicUrl).origin,
    name: cleanName(name),
    email,
    now: systemClock.now(),
    random,
  }
  try {
    const link = await makeOperator(wanted)
    console.log(`Open this link once, within 72 hours, on the operator's own machine:\n${link}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
