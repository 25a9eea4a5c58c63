import { AUTH_METHODS, ENROLLABLE_FACTORS, FACTOR_KINDS, type FactorKind } from '@keyholder/domain'
import fc from 'fast-check'
import { expect } from 'vitest'
import { minutes, seconds } from './platform/clock.fake.ts'
import { type Given, it } from './testing/it.ts'
import { setPolicy } from './testing/passkeys.ts'
import {
  type Answered,
  chooseOnlyMethod,
  newTab,
  presentMethod,
  presentPasskeyAlone,
  resetByMail,
  type Tab,
  unlessRefused,
  type Walker,
} from './testing/sign-in-walker.ts'
import { eventsOf } from './testing/stored-rows.ts'
import { PASSWORD, type World } from './testing/world.ts'

it('walks at random through signing in, and no session opens without a password and a second step that was allowed then', {
  timeout: 300_000,
}, async ({ world, tenant, holder, addPerson, audit }) => {
  for (let i = 0; i < PEOPLE; i++) {
    const tabs = Array.from({ length: TABS }, () => newTab(world))
    walkers.push({ person: await addPerson('reader'), tabs, passkey: null, recoveryCode: null })
  }
  const command = fc.record({
    who: fc.nat({ max: PEOPLE - 1 }),
    tab: fc.nat({ max: TABS - 1 }),
    act: often({ 'go-on': 60, password: 2, alone: 4, show: 6, unlink: 2, reset: 1, policy: 2, wait: 3 }),
    choice: fc.nat({ max: 14 }),
    right: fc.constantFrom(true, true, true, false),
    allowed: fc
      .subarray([...FACTOR_KINDS], { minLength: 1 })
      .filter((some) => ENROLLABLE_FACTORS.some((kind) => some.includes(kind))),
    alone: fc.boolean(),
    wait: fc.constantFrom(seconds(30), minutes(1), minutes(16), minutes(61)),
  })
  const seed = Number(process.env.WALK_SEED ?? 20_261_122)
  for (const step of fc.sample(command, { numRuns: STEPS, seed })) {
    const walker = walkers[step.who]
    const tab = walker?.tabs[step.tab]
    if (!walker || !tab) throw new Error('Nobody walks.')
    await walk({ world, tenant, holder }, walker, tab, step)
    await judge(world, walker, tab, `seed ${seed}: ${step.act}`)
  }
  const completed = (await audit.events()).filter(
    ({ action, actorId }) => action === 'sign-in.completed' && actorId !== tenant.holder.membershipId,
  )
  expect([seed, completed.length]).toEqual([seed, seen.size])
  expect(roads.size).toBeGreaterThan(3)
})

const STEPS = Number(process.env.WALK_STEPS ?? 300)
const PEOPLE = 3
const TABS = 2

type Command = {
  who: number
  tab: number
  act: 'go-on' | 'password' | 'alone' | 'show' | 'unlink' | 'reset' | 'policy' | 'wait'
  choice: number
  right: boolean
  allowed: FactorKind[]
  alone: boolean
  wait: number
}

let rules: { allowed: readonly FactorKind[]; alone: boolean } = { allowed: FACTOR_KINDS, alone: false }
const walkers: Walker[] = []
const relinkCodes = new Map<Walker, string>()

/** Whether the e-mail code is fair, by what happened. */
const proven = new Map<Walker, boolean>()

const seen = new Set<string>()
const roads = new Set<string>()

function often(weights: Record<Command['act'], number>): fc.Arbitrary<Command['act']> {
  return fc.oneof(
    ...(['go-on', 'password', 'alone', 'show', 'unlink', 'reset', 'policy', 'wait'] as const).map((act) => ({
      weight: weights[act],
      arbitrary: fc.constant(act),
    })),
  )
}

async function walk(
  { world, tenant, holder }: Given<'world' | 'tenant' | 'holder'>,
  walker: Walker,
  tab: Tab,
  { act, choice, right, allowed, alone, wait }: Command,
): Promise<void> {
  switch (act) {
    case 'go-on': {
      const before = tab.step
      await goOn({ world, tenant }, walker, tab, choice)
      // Refused: the next time they begin again.
      if (tab.step === before) Object.assign(tab, newTab(world))
      return
    }
    case 'password':
      return password(world, walker, tab, right)
    case 'alone':
      return enterByPasskey(world, walker, tab)
    case 'show':
      return show(world, walker, tab, { choice, right })
    case 'unlink':
      return unlink({ world, tenant, holder }, walker)
    case 'reset':
      await unlessRefused(() => resetByMail(world, walker.person))
      return
    case 'policy':
      rules = { allowed, alone: alone && allowed.includes('passkey') }
      return setPolicy(world, tenant.tenantId, { allowed, passkeyAlone: rules.alone })
    case 'wait':
      world.clock.advance(wait)
  }
}

/** Whatever comes next in this tab, done right: so that the walk comes far. */
async function goOn(
  { world, tenant }: Given<'world' | 'tenant'>,
  walker: Walker,
  tab: Tab,
  choice: number,
): Promise<void> {
  const { signIn } = tab.caller.api
  switch (tab.step) {
    case 'factor':
      return show(world, walker, tab, { choice, right: true })
    case 'enroll': {
      const kind = ENROLLABLE_FACTORS[choice % ENROLLABLE_FACTORS.length] ?? 'authenticator'
      const answer = await unlessRefused(() => chooseOnlyMethod(world, walker, tab, kind))
      const linkings = await countLinkings({ world, tenant }, walker)
      return take(walker, tab, answer, () => {
        tab.linked = kind
        tab.linkedFirst = linkings === 1
        tab.allowed = rules.allowed.includes(kind)
      })
    }
    case 'relink': {
      const code = relinkCodes.get(walker) ?? 'none'
      return take(walker, tab, await unlessRefused(() => signIn.relink({ body: { code } })), () => {
        tab.relinked = true
      })
    }
    case 'keep-recovery-code': {
      const made = await unlessRefused(() => signIn.renewRecoveryCode())
      if (made) walker.recoveryCode = made.recoveryCode
      const kept = await unlessRefused(() => signIn.keepRecoveryCode({ body: { kept: true } }))
      return take(walker, tab, kept, () => undefined)
    }
    default:
      return password(world, walker, tab, true)
  }
}

async function password(world: World, { person, ...walker }: Walker, tab: Tab, right: boolean): Promise<void> {
  Object.assign(tab, newTab(world))
  const body = { email: person.email, password: right ? PASSWORD : `${PASSWORD} niet` }
  const answer = await unlessRefused(() => tab.caller.api.signIn.password({ body }))
  return take({ person, ...walker }, tab, answer, () => {
    tab.password = right
  })
}

async function enterByPasskey(world: World, walker: Walker, tab: Tab): Promise<void> {
  Object.assign(tab, newTab(world))
  return take(walker, tab, await unlessRefused(() => presentPasskeyAlone(walker, tab)), () => {
    tab.passkeyAlone = rules.alone
    tab.shown = 'passkey'
    tab.allowed = rules.allowed.includes('passkey')
  })
}

async function show(
  world: World,
  walker: Walker,
  tab: Tab,
  { choice, right }: { choice: number; right: boolean },
): Promise<void> {
  const method = AUTH_METHODS[choice % AUTH_METHODS.length] ?? 'authenticator'
  const { caller } = tab
  const fair =
    method === 'recovery-code' ||
    (rules.allowed.includes(method) && (method !== 'email' || proven.get(walker) === true))
  return take(walker, tab, await unlessRefused(() => presentMethod(world, walker, { caller, method, right })), () => {
    // What was taken though it was wrong was never shown.
    if (!right) return
    tab.shown = method
    tab.allowed = fair
    if (method === 'authenticator' || method === 'sms') proven.set(walker, true)
  })
}

async function unlink({ world, tenant, holder }: Given<'world' | 'tenant' | 'holder'>, walker: Walker): Promise<void> {
  await refreshHolder({ world, tenant })
  const unlinked = await unlessRefused(() =>
    holder.api.users.unlinkAuthenticator({ params: { id: walker.person.membershipId }, body: { reason: 'new-phone' } }),
  )
  if (!unlinked) return
  relinkCodes.set(walker, unlinked.relinkCode)
  proven.set(walker, false)
}

/** The holder's session is of just now, whatever the organisation allows by now and however long it was. */
async function refreshHolder({ world, tenant }: Given<'world' | 'tenant'>): Promise<void> {
  const now = world.clock.now()
  const endsAt = new Date(now.getTime() + minutes(60))
  const fresh = { lastUsedAt: now, secondFactorAt: now, endsAt }
  await world.asOwner((tx) => tx.session.updateMany({ where: { userId: tenant.holder.userId }, data: fresh }))
}

/** Where an answer leads; what was shown counts only when it was taken. */
function take(walker: Walker, tab: Tab, answer: Answered | null, taken: () => void): void {
  if (!answer) return
  taken()
  tab.step = answer.step
  if (answer.recoveryCode) walker.recoveryCode = answer.recoveryCode
}

/** How often this person ever linked something. */
async function countLinkings({ world, tenant }: Given<'world' | 'tenant'>, { person }: Walker): Promise<number> {
  const events = await eventsOf(world, tenant.tenantId)
  return events.filter(({ actorId, action }) => actorId === person.membershipId && action.endsWith('.linked')).length
}

/** Whatever session there is now that was not there before was opened by this tab, and by right. */
async function judge(world: World, { person }: Walker, tab: Tab, when: string): Promise<void> {
  const { sessions, codes } = await world.asOwner(async (tx) => {
    const where = { userId: { in: walkers.map((one) => one.person.userId) } }
    return { sessions: await tx.session.findMany({ where }), codes: await tx.recoveryCode.findMany({ where }) }
  })
  const opened = sessions.filter(({ id }) => !seen.has(id))
  expect([when, opened.length <= (tab.step === 'done' ? 1 : 0)]).toEqual([when, true])
  for (const { id, userId, secondFactor } of opened) {
    seen.add(id)
    const { password, passkeyAlone, shown, linked, linkedFirst, allowed, relinked } = tab
    roads.add(`${secondFactor} ${linked ? 'linked' : 'shown'}`)
    const kept = codes.some((code) => code.userId === userId && code.keptAt !== null)
    expect([when, userId, secondFactor, allowed]).toEqual([when, person.userId, linked ?? shown, true])
    expect([when, password || passkeyAlone]).toEqual([when, true])
    expect([when, kept || secondFactor === 'email']).toEqual([when, true])
    // Linked on the password alone: there was never anything else, or the re-link code came with it.
    if (linked && !shown && !relinked) expect([when, linkedFirst]).toEqual([when, true])
  }
  if (tab.step === 'done') Object.assign(tab, newTab(world))
}
