import { AUTHENTICATORS_PER_ACCOUNT } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { minutes } from '../platform/clock.fake.ts'
import type { Caller } from '../testing/caller.ts'
import { it } from '../testing/it.ts'
import { addMembership } from '../testing/members.ts'
import { codeAt } from '../testing/phone.ts'
import { refusalOf } from '../testing/refusal.ts'
import { mailsTo } from '../testing/stored-rows.ts'
import { PASSWORD, type SignedIn, type World } from '../testing/world.ts'

describe('my authenticators', () => {
  it('are listed with their name and when they were linked and used, without their secret', async ({ as }) => {
    const caller = await as('reader')
    const items = await list(caller)
    expect(items).toMatchObject([{ name: 'Authenticator-app', kind: 'authenticator', ending: null, allowed: true }])
    expect(JSON.stringify(items)).not.toContain(caller.person.secret)
  })

  it('become more by one correct code, and each of them signs in', async ({ world, as, inbox, audit }) => {
    const caller = await as('reader')
    const tablet = await link(world, caller, 'Tablet')
    expect(await names(caller)).toEqual(['Authenticator-app', 'Tablet'])
    const first = caller.person.secret
    for (const secret of [first, tablet.secret]) {
      caller.person.secret = secret
      expect((await world.signIn(caller.person)).cookies.has('keyholder')).toBe(true)
    }
    const mails = await inbox.all(caller.person.membershipId)
    expect(mails.findLast(({ template }) => template !== 'new-device')).toMatchObject({
      template: 'authenticator-linked',
      data: { name: 'Tablet' },
    })
    const events = await audit.events()
    expect(events.filter(({ objectName }) => objectName === 'Tablet')).toMatchObject([
      {
        action: 'authenticator.linked',
        actorId: caller.person.membershipId,
        actorRole: 'Lezer',
        factors: 'authenticator',
      },
    ])
  })

  it('do not count before a correct code: the old one keeps working, the new one opens nothing (ENR-04)', async ({
    world,
    clock,
    as,
  }) => {
    const caller = await as('reader')
    const { id, secret } = await start(caller)
    expect(await names(caller)).toEqual(['Authenticator-app'])
    const half = world.stranger()
    await half.api.signIn.password({ body: { email: caller.person.email, password: PASSWORD } })
    expect(await refusalOf(half.api.signIn.authenticator({ body: { code: await codeFor(world, secret) } }))).toBe(
      'code.wrong',
    )
    expect((await world.signIn(caller.person, half)).cookies.has('keyholder')).toBe(true)
    clock.advance(minutes(15))
    await world.stepUp(caller)
    expect(await refusalOf(confirm(caller, id, await codeFor(world, secret)))).toBe('enrollment.expired')
  })

  it('are linked by the session that began it, and by the newest beginning (ENR-05)', async ({ world, as }) => {
    const caller = await as('reader')
    const other = await world.signIn(caller.person)
    const began = await start(caller)
    expect(await refusalOf(confirm(other, began.id, await codeFor(world, began.secret)))).toBe('enrollment.expired')
    const resumed = await start(caller)
    expect([resumed.id, resumed.secret]).toEqual([began.id, began.secret])
    const newer = await start(other)
    expect(await refusalOf(confirm(caller, began.id, await codeFor(world, began.secret)))).toBe('enrollment.expired')
    await confirm(other, newer.id, await codeFor(world, newer.secret))
    expect(await list(caller)).toHaveLength(2)
  })

  it('are linked still after the session got a new id in between', async ({ world, clock, as }) => {
    const caller = await as('reader')
    const { id, secret } = await start(caller)
    clock.advance(minutes(1))
    await world.stepUp(caller)
    expect((await confirm(caller, id, await codeFor(world, secret))).name).toBe('Tablet')
  })

  it('are not linked with a wrong code, nor with a secret of one’s own choice (ENR-03)', async ({ world, as }) => {
    const caller = await as('reader')
    const { id } = await start(caller)
    const own = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
    expect(await refusalOf(confirm(caller, id, await codeFor(world, own)))).toBe('code.wrong')
    const body = { code: await codeFor(world, own), secret: own }
    expect((await caller.send('POST', `/api/v1/account/authenticators/${id}/confirm`, { body })).status).toBe(400)
    expect(await list(caller)).toHaveLength(1)
  })

  it('are bounded in wrong codes', async ({ as }) => {
    const caller = await as('reader')
    const { id } = await start(caller)
    const answers: string[] = []
    for (let i = 0; i < 31; i++) answers.push(await refusalOf(confirm(caller, id, '000000')))
    // Signing in for the first time was the first of the thirty.
    expect(answers).toEqual([...Array(29).fill('code.wrong'), 'code.too_many', 'code.too_many'])
  })

  it('are five at most, also when a sixth was begun while there was room', async ({ world, clock, tenant, as }) => {
    const caller = await as('reader')
    while ((await list(caller)).length < AUTHENTICATORS_PER_ACCOUNT - 1) await link(world, caller)
    const { id, secret } = await start(caller)
    await link(world, await world.signIn(caller.person))
    expect(await refusalOf(start(caller))).toBe('authenticator.limit')
    // Begun while there was room; put back by hand, since beginning elsewhere voids it.
    await world.asOwner(async (tx) => {
      const [former] = await tx.factor.findMany({ where: { userId: caller.person.userId, state: 'linked' } })
      const { secretBox } = world.platform
      const sessionId = (await caller.api.account.sessions()).items.find(({ current }) => current)?.id ?? ''
      const secretSealed = secretBox.seal('authenticator', secret, [tenant.tenantId, caller.person.userId, id])
      const { homeTenantId, userId, kind, createdAt } = former ?? {
        homeTenantId: '',
        userId: '',
        kind: '',
        createdAt: new Date(),
      }
      const expiresAt = clock.later(minutes(5))
      const row = {
        homeTenantId,
        userId,
        kind,
        createdAt,
        id,
        name: 'Zesde',
        state: 'pending',
        secretSealed,
        begunBy: sessionId,
        expiresAt,
      }
      await tx.factor.createMany({ data: [row] })
    })
    expect(await refusalOf(confirm(caller, id, await codeFor(world, secret)))).toBe('authenticator.limit')
    expect(await list(caller)).toHaveLength(AUTHENTICATORS_PER_ACCOUNT)
    const replaced = await link(world, caller, 'In plaats van', await firstId(caller))
    expect(replaced.name).toBe('In plaats van')
    expect(await list(caller)).toHaveLength(AUTHENTICATORS_PER_ACCOUNT)
  })

  it('are renamed', async ({ as, audit }) => {
    const caller = await as('reader')
    const id = await firstId(caller)
    expect((await caller.api.account.renameFactor({ params: { id }, body: { name: 'Werktelefoon' } })).name).toBe(
      'Werktelefoon',
    )
    expect(await names(caller)).toEqual(['Werktelefoon'])
    expect(await audit.last()).toMatchObject({
      action: 'authenticator.renamed',
      before: { name: 'Authenticator-app' },
      after: { name: 'Werktelefoon' },
    })
  })
})

describe('an authenticator in the place of another', () => {
  it('takes it in the same moment: the old app opens nothing any more, the new one does', async ({
    world,
    as,
    inbox,
    audit,
  }) => {
    const caller = await as('reader')
    const old = caller.person.secret ?? ''
    const { secret } = await link(world, caller, 'Nieuwe telefoon', await firstId(caller))
    expect(await names(caller)).toEqual(['Nieuwe telefoon'])
    const half = world.stranger()
    await half.api.signIn.password({ body: { email: caller.person.email, password: PASSWORD } })
    expect(await refusalOf(half.api.signIn.authenticator({ body: { code: await codeFrom(world, caller, old) } }))).toBe(
      'code.wrong',
    )
    expect(
      await refusalOf(half.api.signIn.authenticator({ body: { code: await codeFrom(world, caller, secret) } })),
    ).toBe('not refused')
    const mails = await inbox.all(caller.person.membershipId)
    const templates = mails.map(({ template }) => template).filter((template) => template !== 'new-device')
    expect(templates.slice(-2)).toEqual(['authenticator-linked', 'authenticator-removed'])
    const events = (await audit.events()).filter(({ actorId }) => actorId === caller.person.membershipId)
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['authenticator.linked', 'authenticator.removed']),
    )
  })

  it('must replace an existing one: not another person’s, not an unknown one', async ({ as }) => {
    const [caller, other] = [await as('reader'), await as('reader')]
    for (const id of [NOWHERE, await firstId(other)]) {
      expect(await refusalOf(start(caller, 'Telefoon', id))).toBe('request.not_found')
    }
  })

  it('links still when the other was removed meanwhile', async ({ world, as }) => {
    const caller = await as('reader')
    const { id: second } = await link(world, caller)
    const { id, secret } = await start(caller, 'Derde', second)
    await remove(caller, second)
    await confirm(caller, id, await codeFor(world, secret))
    expect(await names(caller)).toEqual(['Authenticator-app', 'Derde'])
  })
})

describe('removing an authenticator', () => {
  it('is reported by mail and in the log, and its app opens nothing any more', async ({ world, as }) => {
    const caller = await as('reader')
    const { id, secret } = await link(world, caller, 'Tablet')
    await remove(caller, id)
    expect(await names(caller)).toEqual(['Authenticator-app'])
    const half = world.stranger()
    await half.api.signIn.password({ body: { email: caller.person.email, password: PASSWORD } })
    expect(
      await refusalOf(half.api.signIn.authenticator({ body: { code: await codeFrom(world, caller, secret) } })),
    ).toBe('code.wrong')
    expect(await mailsOf(world, caller, 'authenticator-removed')).toMatchObject([{ name: 'Tablet' }])
    expect(await refusalOf(remove(caller, id))).toBe('request.not_found')
  })

  it('never takes the last one', async ({ world, as }) => {
    const caller = await as('reader')
    expect(await refusalOf(remove(caller, await firstId(caller)))).toBe('factor.last')
    // One that is being linked does not count, nor one that was switched off.
    await start(caller)
    expect(await refusalOf(remove(caller, await firstId(caller)))).toBe('factor.last')
    const { id } = await link(world, caller)
    await world.asOwner((tx) => tx.factor.updateMany({ where: { id }, data: { state: 'off' } }))
    expect(await refusalOf(remove(caller, await firstId(caller)))).toBe('factor.last')
  })

  it('leaves one, of five that are removed at once', async ({ world, as }) => {
    const caller = await as('reader')
    while ((await list(caller)).length < AUTHENTICATORS_PER_ACCOUNT) await link(world, caller)
    const ids = (await list(caller)).map(({ id }) => id)
    const answers = await Promise.all(ids.map((id) => refusalOf(remove(caller, id))))
    expect(answers.filter((answer) => answer === 'not refused')).toHaveLength(AUTHENTICATORS_PER_ACCOUNT - 1)
    expect(answers).toContain('factor.last')
    expect(await list(caller)).toHaveLength(1)
  })

  it('and replacing the other at once leaves one at least', async ({ world, as }) => {
    const caller = await as('reader')
    const { id: second } = await link(world, caller)
    const first = await firstId(caller)
    const { id, secret } = await start(caller, 'Nieuw', second)
    const code = await codeFor(world, secret)
    await Promise.all([confirm(caller, id, code), remove(caller, first), remove(caller, second)].map(refusalOf))
    expect((await list(caller)).length).toBeGreaterThan(0)
  })
})

describe('another person’s authenticator', () => {
  it('is not there: neither to be renamed, removed nor confirmed, in my organisation or another (SES-08, ENR-21)', async ({
    world,
    as,
  }) => {
    const wilg = await world.addTenant('De Wilg')
    const caller = await as('reader')
    await link(world, caller)
    for (const victim of [await as('reader'), await world.signIn(wilg.holder)]) {
      const id = await firstId(victim)
      expect(await refusalOf(caller.api.account.renameFactor({ params: { id }, body: { name: 'x' } }))).toBe(
        'request.not_found',
      )
      expect(await refusalOf(remove(caller, id))).toBe('request.not_found')
      const begun = await start(victim)
      expect(await refusalOf(confirm(caller, begun.id, await codeFor(world, begun.secret)))).toBe('enrollment.expired')
      expect(await names(victim)).toEqual(['Authenticator-app'])
    }
  })
})

describe('a person who works in another organisation', () => {
  it('changes the same authenticators there; that organisation’s log tells, and the mail finds its reader', async ({
    world,
    as,
    inbox,
    audit,
  }) => {
    const wilg = await world.addTenant('De Wilg')
    const caller = await as('reader')
    const membershipId = await addMembership(world, caller.person, wilg, 'editor')
    await caller.api.session.switchTenant({ body: { tenantId: wilg.tenantId } })
    const { id } = await link(world, caller, 'Tablet')
    await remove(caller, id)
    const events = (await audit.events(wilg.tenantId)).map(({ action, actorId, actorRole }) => [
      action,
      actorId,
      actorRole,
    ])
    expect(events.slice(1)).toEqual([
      ['authenticator.linked', membershipId, 'Redacteur'],
      ['authenticator.removed', membershipId, 'Redacteur'],
    ])
    expect((await inbox.all(membershipId)).map(({ template }) => template)).toEqual([
      'authenticator-linked',
      'authenticator-removed',
    ])
  })
})

const NOWHERE = '00000000-0000-7000-8000-0000000000aa'

const start = (caller: Caller, name = 'Tablet', replaces?: string) =>
  caller.api.account.startAuthenticator({ body: { name, ...(replaces ? { replaces } : {}) } })

const confirm = (caller: Caller, id: string, code: string) =>
  caller.api.account.confirmAuthenticator({ params: { id }, body: { code } })

const codeFor = (world: World, secret: string) => codeAt(secret, world.clock.now())
const remove = (caller: Caller, id: string) => caller.api.account.removeFactor({ params: { id } })

async function link(world: World, caller: Caller, name?: string, replaces?: string) {
  const { id, secret } = await start(caller, name, replaces)
  return { ...(await confirm(caller, id, await codeFor(world, secret))), secret }
}

const list = async (caller: Caller) => (await caller.api.account.secondSteps()).factors
const names = async (caller: Caller) => (await list(caller)).map(({ name }) => name)
const firstId = async (caller: Caller) => (await list(caller))[0]?.id ?? ''

const mailsOf = async (world: World, { person }: SignedIn, template: string) =>
  (await mailsTo(world, person.membershipId)).filter((mail) => mail.template === template).map(({ data }) => data)

const codeFrom = (world: World, caller: SignedIn, secret: string) => {
  caller.person.secret = secret
  return world.nextCode(caller.person)
}
