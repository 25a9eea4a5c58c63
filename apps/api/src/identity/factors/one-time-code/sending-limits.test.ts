import { describe, expect } from 'vitest'
import { days, hours, seconds } from '../../../platform/clock.fake.ts'
import type { Caller } from '../../../testing/caller.ts'
import { it as base, type Given } from '../../../testing/it.ts'
import { manyPendingSignIns } from '../../../testing/pending-sign-ins.ts'
import { newPhone, provenPerson, withPhone } from '../../../testing/phones.ts'
import { refusalOf } from '../../../testing/refusal.ts'
import { mailsTo } from '../../../testing/stored-rows.ts'
import type { Person, Tenant, World } from '../../../testing/world.ts'
import { PLATFORM_TENANT } from '../../tenants/platform-tenant.ts'

const BUDGET = { countries: ['NL', 'BE'] as const, perDay: 50, perDayPerCountry: 20 }
const it = base
  .extend('wanted', { scope: 'file' }, { settings: { sms: BUDGET } })
  // The only one who is told: the other is deactivated.
  .extend('onDuty', { scope: 'file' }, async ({ world }) => {
    const away = await world.addPerson(world.platformTenant, 'operator')
    const { membershipId: id } = away
    await world.asOwner((tx) => tx.membership.updateMany({ where: { id }, data: { status: 'deactivated' } }))
    return world.addPerson(world.platformTenant, 'operator')
  })
  // Nothing was sent, counted or switched off before a test.
  .extend('uncounted', { auto: true }, ({ world }) =>
    world.asOwner(async (tx) => {
      await tx.killSwitch.deleteMany({})
      await tx.throttleCounter.deleteMany({})
      await tx.message.deleteMany({})
    }),
  )

describe('the phone of a victim', () => {
  it('gets one code of a hundred that are asked for at once, from a hundred places (CHN-05)', async ({
    world,
    tenant,
  }) => {
    const person = await numbered({ world, tenant })
    const answers = await Promise.all(
      (await manyPendingSignIns(world, person, { count: 100 })).map((caller) => send(caller)),
    )
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'code.too_soon')).toHaveLength(99)
    expect(await texts(world, person)).toBe(1)
  })

  it('gets five codes in an hour, and a message when there are more (CHN-05)', async ({ world, tenant }) => {
    const person = await numbered({ world, tenant })
    expect(await sendMany(world, person, 7)).toEqual([
      ...Array(5).fill('not refused'),
      'code.send_limit',
      'code.send_limit',
    ])
    expect(await texts(world, person)).toBe(5)
    const { status, headers } = await (await one(world, person)).send('POST', '/api/v1/sign-in/code', {
      body: { method: 'sms' },
    })
    expect([status, headers['retry-after']]).toEqual([429, String(3600 - 7 * 30)])
  })

  it('gets ten codes in a day (CHN-05)', async ({ world, clock, tenant }) => {
    const person = await numbered({ world, tenant })
    const answers: string[] = []
    for (let hour = 0; hour < 4; hour++) {
      answers.push(...(await sendMany(world, person, 4)))
      clock.advance(hours(1))
    }
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(10)
    clock.advance(days(1))
    expect(await send(await one(world, person))).toBe('not refused')
  })

  it('gets five codes in an hour over all accounts that share it (CHN-05)', async ({ world, tenant }) => {
    const phone = newPhone()
    const first = await numbered({ world, tenant }, phone)
    const second = await numbered({ world, tenant }, phone)
    const answers = [...(await sendMany(world, first, 3)), ...(await sendMany(world, second, 3))]
    expect(answers).toEqual([...Array(5).fill('not refused'), 'code.send_limit'])
  })

  it('counts enrolling too, from all accounts', async ({ world, clock, tenant, addPerson }) => {
    const phone = newPhone()
    const victim = await numbered({ world, tenant }, phone)
    for (let n = 0; n < 6; n++) {
      const { caller } = await world.withPassword(await addPerson('reader'))
      const answer = await refusalOf(caller.api.signIn.startSmsEnrollment({ body: { phone } }))
      expect(answer).toBe(n < 5 ? 'not refused' : 'code.send_limit')
      clock.advance(seconds(30))
    }
    expect(await send(await one(world, victim))).toBe('code.send_limit')
  })
})

describe('an account', () => {
  it('is sent five codes in an hour over all ways', async ({ world, clock, addPerson }) => {
    const person = await provenPerson(world, await addPerson('reader'))
    expect(await sendMany(world, person, 6, 'email')).toEqual([...Array(5).fill('not refused'), 'code.send_limit'])
    clock.advance(hours(1))
    expect(await send(await one(world, person), 'email')).toBe('not refused')
  })

  it('that used up its own leaves those of others alone', async ({ world, tenant }) => {
    const person = await numbered({ world, tenant })
    await sendMany(world, person, 5)
    const before = [await countOf(world, `smsByTenant|${tenant.tenantId}`), await countOf(world, 'smsOverall|all|3600')]
    await sendMany(world, person, 3)
    expect([
      await countOf(world, `smsByTenant|${tenant.tenantId}`),
      await countOf(world, 'smsOverall|all|3600'),
    ]).toEqual(before)
    expect(before).toEqual([5, 5])
  })

  it('can link numbers no faster than it is sent codes', async ({ world, addPerson }) => {
    const { caller } = await world.withPassword(await addPerson('reader'))
    for (let n = 0; n < 6; n++) {
      const answer = await refusalOf(caller.api.signIn.startSmsEnrollment({ body: { phone: newPhone() } }))
      expect(answer).toBe(n < 5 ? 'not refused' : 'code.send_limit')
    }
  })
})

describe('an organisation', () => {
  const tenantKey = (tenant: Tenant) => `smsByTenant|${tenant.tenantId}|86400`
  const stillFull = (world: World) => ({ count: 500, windowEndsAt: world.clock.later(hours(1)) })

  it('that sends too many is stopped, and operators are notified once a day (CHN-07)', async ({
    world,
    clock,
    tenant,
    audit,
    onDuty,
  }) => {
    const person = await numbered({ world, tenant })
    await setCount(world, tenantKey(tenant), 500)
    expect(await send(await one(world, person))).toBe('code.send_limit')
    clock.advance(seconds(30))
    expect(await send(await one(world, person))).toBe('code.send_limit')
    expect(await toOperator({ world, onDuty }, 'sms-limit-reached')).toMatchObject([
      { data: { limit: 'smsByTenant', what: 'De Linde' } },
    ])
    expect(await isOff(world)).toBe(false)
    const events = (await audit.events(PLATFORM_TENANT)).filter(({ action }) => action === 'sms.limit-reached')
    expect(events.at(-1)).toMatchObject({ reason: 'smsByTenant', objectName: 'De Linde', actorId: null })
    clock.advance(days(1))
    await world.asOwner((tx) =>
      tx.throttleCounter.updateMany({ where: { key: tenantKey(tenant) }, data: stillFull(world) }),
    )
    expect(await send(await one(world, person))).toBe('code.send_limit')
    expect(await toOperator({ world, onDuty }, 'sms-limit-reached')).toHaveLength(2)
  })

  it('does not stop another', async ({ world, tenant }) => {
    await setCount(world, tenantKey(tenant), 500)
    const house = await world.addTenant('De Spar')
    const { caller } = await world.withPassword(await world.addPerson(house, 'reader'))
    expect(await refusalOf(caller.api.signIn.startSmsEnrollment({ body: { phone: newPhone() } }))).toBe('not refused')
  })
})

describe('a range of numbers', () => {
  it('of which too many are asked is stopped, and operators are notified (CHN-07)', async ({
    world,
    addPerson,
    onDuty,
  }) => {
    await setCount(world, 'smsByRange|316444|3600', 100)
    const { caller } = await world.withPassword(await addPerson('reader'))
    const start = (phone: string) => refusalOf(caller.api.signIn.startSmsEnrollment({ body: { phone } }))
    expect(await start('+31644412345')).toBe('code.send_limit')
    expect(await toOperator({ world, onDuty }, 'sms-limit-reached')).toMatchObject([
      { data: { limit: 'smsByRange', what: '+316444' } },
    ])
    expect(await start('+31644512345')).toBe('not refused')
    expect(await isOff(world)).toBe(false)
  })
})

describe('a limit of the whole platform', () => {
  it.for([
    ['smsOverall', 'smsOverall|all|3600', 10],
    ['smsOverall', 'smsOverall|all|86400', 50],
    ['smsByCountry', 'smsByCountry|NL|86400', 20],
  ] as const)(
    'that trips switches text messages off: %s (%s at %i), as configured (CHN-07)',
    async ([limit, key, most], { world, clock, tenant, audit, onDuty }) => {
      const person = await numbered({ world, tenant })
      const callers = await manyPendingSignIns(world, person, { count: 3 })
      await setCount(world, key, most - 1)
      const answers: string[] = []
      for (const caller of callers) {
        answers.push(await send(caller))
        clock.advance(seconds(30))
      }
      expect(answers).toEqual(['not refused', 'sms.unavailable', 'sms.unavailable'])
      expect(await texts(world, person)).toBe(1)
      expect(await world.asOwner((tx) => tx.killSwitch.findFirst({}))).toMatchObject({ name: 'sms', reason: limit })
      expect(await toOperator({ world, onDuty }, 'sms-switched-off')).toMatchObject([{ data: { limit } }])
      expect((await audit.actions(PLATFORM_TENANT)).slice(-2)).toEqual([
        `sms.limit-reached success ${limit}`,
        `sms.switched-off success ${limit}`,
      ])
    },
  )

  it('is reported once, however many trip it at once, and to active operators only', async ({
    world,
    addPerson,
    onDuty,
  }) => {
    const people = await Promise.all(Array.from({ length: 4 }, () => addPerson('reader')))
    const callers = await Promise.all(people.map(async (person) => (await world.withPassword(person)).caller))
    await setCount(world, 'smsOverall|all|3600', 10)
    const answers = await Promise.all(
      callers.map(({ api }) => refusalOf(api.signIn.startSmsEnrollment({ body: { phone: newPhone() } }))),
    )
    expect(answers).toEqual(Array(4).fill('sms.unavailable'))
    const mails = await world.asOwner((tx) => tx.message.findMany({ where: { template: 'sms-switched-off' } }))
    expect(mails.map(({ membershipId }) => membershipId)).toEqual([onDuty.membershipId])
  })

  it('of one country leaves the counts of another alone until it trips', async ({ world, addPerson }) => {
    await setCount(world, 'smsByCountry|NL|86400', 20)
    const { caller } = await world.withPassword(await addPerson('reader'))
    const answer = await refusalOf(caller.api.signIn.startSmsEnrollment({ body: { phone: '+32470123456' } }))
    expect(answer).toBe('not refused')
    expect(await isOff(world)).toBe(false)
  })

  it('leaves authenticator, e-mail and recovery code as they were (CHN-07)', async ({
    world,
    clock,
    addPerson,
    inbox,
  }) => {
    const now = clock.now()
    await world.asOwner((tx) => tx.killSwitch.createMany({ data: [{ name: 'sms', offAt: now, reason: 'smsOverall' }] }))
    const person = await provenPerson(world, await addPerson('reader'))
    const caller = await one(world, person)
    expect(await send(caller, 'email')).toBe('not refused')
    await caller.api.signIn.verifySentCode({ body: { code: await inbox.code(person) } })
    await world.signIn(person)
  })

  it('takes numbers from what can be linked, and keeps them among what one has', async ({
    world,
    clock,
    tenant,
    addPerson,
  }) => {
    const person = await numbered({ world, tenant })
    const { caller: newcomer } = await world.withPassword(await addPerson('reader'))
    expect((await newcomer.api.signIn.state()).enrollable).toContain('sms')
    const now = clock.now()
    await world.asOwner((tx) => tx.killSwitch.createMany({ data: [{ name: 'sms', offAt: now, reason: 'smsOverall' }] }))
    expect((await newcomer.api.signIn.state()).enrollable).not.toContain('sms')
    expect((await (await one(world, person)).api.signIn.state()).methods.map(({ method }) => method)).toContain('sms')
    expect(await send(await one(world, person))).toBe('sms.unavailable')
  })
})

/** Somebody with a number, as if nothing had been sent or counted yet. */
async function numbered({ world, tenant }: Given<'world' | 'tenant'>, phone = newPhone()): Promise<Person> {
  const person = await withPhone(world, await world.addPerson(tenant, 'reader'), phone)
  await world.asOwner(async (tx) => {
    await tx.throttleCounter.deleteMany({})
    await tx.message.deleteMany({ where: { membershipId: person.membershipId } })
  })
  return person
}

const send = ({ api }: Caller, method: 'sms' | 'email' = 'sms') => refusalOf(api.signIn.sendCode({ body: { method } }))

const one = async (world: World, person: Person) => {
  const [caller] = await manyPendingSignIns(world, person, { count: 1 })
  if (!caller) throw new Error('One was asked for.')
  return caller
}

/** Sends, each half a minute after the other, each in a sign-in of its own. */
async function sendMany(
  world: World,
  person: Person,
  count: number,
  method: 'sms' | 'email' = 'sms',
): Promise<string[]> {
  const answers: string[] = []
  for (const caller of await manyPendingSignIns(world, person, { count })) {
    answers.push(await send(caller, method))
    world.clock.advance(seconds(30))
  }
  return answers
}

const texts = async (world: World, { membershipId }: Person) =>
  (await mailsTo(world, membershipId)).filter(({ template }) => template === 'sms-code').length

const countOf = async (world: World, key: string) =>
  (await world.asOwner((tx) => tx.throttleCounter.findFirst({ where: { key: { startsWith: key } } })))?.count ?? 0

/** As if so many had been counted already. */
const setCount = (world: World, key: string, count: number) => {
  const now = world.clock.now()
  const windowEndsAt = new Date(now.getTime() + hours(1))
  return world.asOwner((tx) =>
    tx.throttleCounter.createMany({ data: [{ key, count, windowStartedAt: now, windowEndsAt }] }),
  )
}

const isOff = async (world: World) =>
  (await world.asOwner((tx) => tx.killSwitch.count({ where: { name: 'sms' } }))) === 1

const toOperator = async ({ world, onDuty }: { world: World; onDuty: Person }, template: string) =>
  (await mailsTo(world, onDuty.membershipId)).filter((mail) => mail.template === template)
