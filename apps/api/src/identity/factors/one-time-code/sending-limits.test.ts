import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { days, hours, seconds } from '../../../platform/clock.fake.ts'
import type { Caller } from '../../../testing/caller.ts'
import { manyPendingSignIns } from '../../../testing/pending-sign-ins.ts'
import { newPhone, provenPerson, withPhone } from '../../../testing/phones.ts'
import { refusalOf } from '../../../testing/refusal.ts'
import { withPassword } from '../../../testing/second-step.ts'
import { sentCode } from '../../../testing/sent-code.ts'
import { actionsOf, eventsOf, mailsTo } from '../../../testing/stored-rows.ts'
import { createWorld, type Person, type Tenant, type World } from '../../../testing/world.ts'
import { PLATFORM_TENANT } from '../../tenants/platform-tenant.ts'

const BUDGET = { countries: ['NL', 'BE'] as const, perDay: 50, perDayPerCountry: 20 }

let world: World
let tenant: Tenant
let operator: Person
beforeAll(async () => {
  world = await createWorld({ settings: { sms: BUDGET } })
  tenant = await world.addTenant('De Linde')
  operator = await world.addPerson(world.platformTenant, 'operator')
  const away = await world.addPerson(world.platformTenant, 'operator')
  await world.asOwner((tx) =>
    tx.membership.updateMany({ where: { id: away.membershipId }, data: { status: 'deactivated' } }),
  )
})
afterAll(() => world.close())
afterEach(async () => {
  await world.asOwner(async (tx) => {
    await tx.killSwitch.deleteMany({})
    await tx.throttleCounter.deleteMany({})
    await tx.message.deleteMany({})
  })
})

/** Somebody with a number, as if nothing had been sent or counted yet. */
async function numbered(phone = newPhone()): Promise<Person> {
  const person = await withPhone(world, await world.addPerson(tenant, 'reader'), phone)
  await world.asOwner(async (tx) => {
    await tx.throttleCounter.deleteMany({})
    await tx.message.deleteMany({ where: { membershipId: person.membershipId } })
  })
  return person
}

const send = ({ api }: Caller, method: 'sms' | 'email' = 'sms') => refusalOf(api.signIn.sendCode({ body: { method } }))
const one = async (person: Person) => {
  const [caller] = await manyPendingSignIns(world, person, { count: 1 })
  if (!caller) throw new Error('One was asked for.')
  return caller
}

/** Sends, each half a minute after the other, each in a sign-in of its own. */
async function sendMany(person: Person, count: number, method: 'sms' | 'email' = 'sms'): Promise<string[]> {
  const answers: string[] = []
  for (const caller of await manyPendingSignIns(world, person, { count })) {
    answers.push(await send(caller, method))
    world.clock.advance(seconds(30))
  }
  return answers
}

const texts = async ({ membershipId }: Person) =>
  (await mailsTo(world, membershipId)).filter(({ template }) => template === 'sms-code').length
const countOf = async (key: string) =>
  (await world.asOwner((tx) => tx.throttleCounter.findFirst({ where: { key: { startsWith: key } } })))?.count ?? 0
/** As if so many had been counted already. */
const setCount = (key: string, count: number) => {
  const now = world.clock.now()
  const windowEndsAt = new Date(now.getTime() + hours(1))
  return world.asOwner((tx) =>
    tx.throttleCounter.createMany({ data: [{ key, count, windowStartedAt: now, windowEndsAt }] }),
  )
}
const isOff = async () => (await world.asOwner((tx) => tx.killSwitch.count({ where: { name: 'sms' } }))) === 1
const toOperator = async (template: string) =>
  (await mailsTo(world, operator.membershipId)).filter((mail) => mail.template === template)

describe('the phone of a victim', () => {
  it('gets one code of a hundred that are asked for at once, from a hundred places (CHN-05)', async () => {
    const person = await numbered()
    const answers = await Promise.all(
      (await manyPendingSignIns(world, person, { count: 100 })).map((caller) => send(caller)),
    )
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'code.too_soon')).toHaveLength(99)
    expect(await texts(person)).toBe(1)
  })

  it('gets five codes in an hour, and is told when there are more (CHN-05)', async () => {
    const person = await numbered()
    expect(await sendMany(person, 7)).toEqual([...Array(5).fill('not refused'), 'code.send_limit', 'code.send_limit'])
    expect(await texts(person)).toBe(5)
    const { status, headers } = await (await one(person)).send('POST', '/api/v1/sign-in/code', {
      body: { method: 'sms' },
    })
    expect([status, headers['retry-after']]).toEqual([429, String(3600 - 7 * 30)])
  })

  it('gets ten codes in a day (CHN-05)', async () => {
    const person = await numbered()
    const answers: string[] = []
    for (let hour = 0; hour < 4; hour++) {
      answers.push(...(await sendMany(person, 4)))
      world.clock.advance(hours(1))
    }
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(10)
    world.clock.advance(days(1))
    expect(await send(await one(person))).toBe('not refused')
  })

  it('gets five codes in an hour over all accounts that share it (CHN-05)', async () => {
    const phone = newPhone()
    const first = await numbered(phone)
    const second = await numbered(phone)
    const answers = [...(await sendMany(first, 3)), ...(await sendMany(second, 3))]
    expect(answers).toEqual([...Array(5).fill('not refused'), 'code.send_limit'])
  })

  it('counts along what is sent to link it, whoever asks', async () => {
    const phone = newPhone()
    const victim = await numbered(phone)
    for (let n = 0; n < 6; n++) {
      const { caller } = await withPassword(world, await world.addPerson(tenant, 'reader'))
      const answer = await refusalOf(caller.api.signIn.startSmsEnrollment({ body: { phone } }))
      expect(answer).toBe(n < 5 ? 'not refused' : 'code.send_limit')
      world.clock.advance(seconds(30))
    }
    expect(await send(await one(victim))).toBe('code.send_limit')
  })
})

describe('an account', () => {
  it('is sent five codes in an hour over all ways', async () => {
    const person = await provenPerson(world, await world.addPerson(tenant, 'reader'))
    expect(await sendMany(person, 6, 'email')).toEqual([...Array(5).fill('not refused'), 'code.send_limit'])
    world.clock.advance(hours(1))
    expect(await send(await one(person), 'email')).toBe('not refused')
  })

  it('that used its own up uses up nobody else’s', async () => {
    const person = await numbered()
    await sendMany(person, 5)
    const before = [await countOf(`smsByTenant|${tenant.tenantId}`), await countOf('smsOverall|all|3600')]
    await sendMany(person, 3)
    expect([await countOf(`smsByTenant|${tenant.tenantId}`), await countOf('smsOverall|all|3600')]).toEqual(before)
    expect(before).toEqual([5, 5])
  })

  it('can link numbers no faster than it is sent codes', async () => {
    const { caller } = await withPassword(world, await world.addPerson(tenant, 'reader'))
    for (let n = 0; n < 6; n++) {
      const answer = await refusalOf(caller.api.signIn.startSmsEnrollment({ body: { phone: newPhone() } }))
      expect(answer).toBe(n < 5 ? 'not refused' : 'code.send_limit')
    }
  })
})

describe('an organisation', () => {
  const tenantKey = () => `smsByTenant|${tenant.tenantId}|86400`
  const stillFull = () => ({ count: 500, windowEndsAt: new Date(world.clock.now().getTime() + hours(1)) })

  it('that sends too many is stopped, and the operators are told once a day (CHN-07)', async () => {
    const person = await numbered()
    await setCount(tenantKey(), 500)
    expect(await send(await one(person))).toBe('code.send_limit')
    world.clock.advance(seconds(30))
    expect(await send(await one(person))).toBe('code.send_limit')
    expect(await toOperator('sms-limit-reached')).toMatchObject([{ data: { limit: 'smsByTenant', what: 'De Linde' } }])
    expect(await isOff()).toBe(false)
    const events = (await eventsOf(world, PLATFORM_TENANT)).filter(({ action }) => action === 'sms.limit-reached')
    expect(events.at(-1)).toMatchObject({ reason: 'smsByTenant', objectName: 'De Linde', actorId: null })
    world.clock.advance(days(1))
    await world.asOwner((tx) => tx.throttleCounter.updateMany({ where: { key: tenantKey() }, data: stillFull() }))
    expect(await send(await one(person))).toBe('code.send_limit')
    expect(await toOperator('sms-limit-reached')).toHaveLength(2)
  })

  it('does not stop another', async () => {
    await setCount(tenantKey(), 500)
    const house = await world.addTenant('De Spar')
    const { caller } = await withPassword(world, await world.addPerson(house, 'reader'))
    expect(await refusalOf(caller.api.signIn.startSmsEnrollment({ body: { phone: newPhone() } }))).toBe('not refused')
  })
})

describe('a range of numbers', () => {
  it('of which too many are asked is stopped, and the operators are told (CHN-07)', async () => {
    await setCount('smsByRange|316444|3600', 100)
    const { caller } = await withPassword(world, await world.addPerson(tenant, 'reader'))
    const start = (phone: string) => refusalOf(caller.api.signIn.startSmsEnrollment({ body: { phone } }))
    expect(await start('+31644412345')).toBe('code.send_limit')
    expect(await toOperator('sms-limit-reached')).toMatchObject([{ data: { limit: 'smsByRange', what: '+316444' } }])
    expect(await start('+31644512345')).toBe('not refused')
    expect(await isOff()).toBe(false)
  })
})

describe('a limit of the whole platform', () => {
  it.each([
    ['smsOverall', 'smsOverall|all|3600', 10],
    ['smsOverall', 'smsOverall|all|86400', 50],
    ['smsByCountry', 'smsByCountry|NL|86400', 20],
  ] as const)(
    'that trips switches text messages off: %s (%s at %i), as configured (CHN-07)',
    async (limit, key, most) => {
      const person = await numbered()
      const callers = await manyPendingSignIns(world, person, { count: 3 })
      await setCount(key, most - 1)
      const answers: string[] = []
      for (const caller of callers) {
        answers.push(await send(caller))
        world.clock.advance(seconds(30))
      }
      expect(answers).toEqual(['not refused', 'sms.unavailable', 'sms.unavailable'])
      expect(await texts(person)).toBe(1)
      expect(await world.asOwner((tx) => tx.killSwitch.findFirst({}))).toMatchObject({ name: 'sms', reason: limit })
      expect(await toOperator('sms-switched-off')).toMatchObject([{ data: { limit } }])
      expect((await actionsOf(world, PLATFORM_TENANT)).slice(-2)).toEqual([
        `sms.limit-reached success ${limit}`,
        `sms.switched-off success ${limit}`,
      ])
    },
  )

  it('is told once, however many trip it at once, and to active operators only', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => world.addPerson(tenant, 'reader')))
    const callers = await Promise.all(people.map(async (person) => (await withPassword(world, person)).caller))
    await setCount('smsOverall|all|3600', 10)
    const answers = await Promise.all(
      callers.map(({ api }) => refusalOf(api.signIn.startSmsEnrollment({ body: { phone: newPhone() } }))),
    )
    expect(answers).toEqual(Array(4).fill('sms.unavailable'))
    const mails = await world.asOwner((tx) => tx.message.findMany({ where: { template: 'sms-switched-off' } }))
    expect(mails.map(({ membershipId }) => membershipId)).toEqual([operator.membershipId])
  })

  it('of one country leaves the counts of another alone until it trips', async () => {
    await setCount('smsByCountry|NL|86400', 20)
    const { caller } = await withPassword(world, await world.addPerson(tenant, 'reader'))
    const answer = await refusalOf(caller.api.signIn.startSmsEnrollment({ body: { phone: '+32470123456' } }))
    expect(answer).toBe('not refused')
    expect(await isOff()).toBe(false)
  })

  it('leaves authenticator, e-mail and recovery code as they were (CHN-07)', async () => {
    const now = world.clock.now()
    await world.asOwner((tx) => tx.killSwitch.createMany({ data: [{ name: 'sms', offAt: now, reason: 'smsOverall' }] }))
    const person = await provenPerson(world, await world.addPerson(tenant, 'reader'))
    const caller = await one(person)
    expect(await send(caller, 'email')).toBe('not refused')
    await caller.api.signIn.verifySentCode({ body: { code: await sentCode(world, person) } })
    await world.signIn(person)
  })

  it('takes numbers from what can be linked, and keeps them among what one has', async () => {
    const person = await numbered()
    const { caller: newcomer } = await withPassword(world, await world.addPerson(tenant, 'reader'))
    expect((await newcomer.api.signIn.state()).enrollable).toContain('sms')
    const now = world.clock.now()
    await world.asOwner((tx) => tx.killSwitch.createMany({ data: [{ name: 'sms', offAt: now, reason: 'smsOverall' }] }))
    expect((await newcomer.api.signIn.state()).enrollable).not.toContain('sms')
    expect((await (await one(person)).api.signIn.state()).methods.map(({ method }) => method)).toContain('sms')
    expect(await send(await one(person))).toBe('sms.unavailable')
  })
})
