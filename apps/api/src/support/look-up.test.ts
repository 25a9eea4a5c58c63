import { LIMITS, newSupportCode, SUPPORT_CODE_LIFETIME_SECONDS } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import type { Caller } from '../testing/caller.ts'
import { type Given, it } from '../testing/it.ts'
import { wrongCodeAt } from '../testing/phone.ts'
import { refusalOf } from '../testing/refusal.ts'
import type { Person, World } from '../testing/world.ts'

describe('a support code', () => {
  it('tells the helper who it is and why, as often as they type it', async ({
    world,
    clock,
    tenant,
    holder,
    as,
    audit,
  }) => {
    const person = (await as('reader')).person
    const code = await codeOf(world, person)
    const found = {
      userId: person.membershipId,
      name: person.name,
      madeAt: clock.now().toISOString(),
      reason: 'wrong-codes',
      at: null,
      by: null,
      offSeconds: null,
    }
    expect(await lookUp(holder, code)).toEqual(found)
    expect(await lookUp(holder, ` ${code.toLowerCase().replace('-', ' ')} `)).toEqual(found)
    expect((await holder.api.users.read({ params: { id: found.userId } })).name).toBe(person.name)
    expect(await audit.last()).toMatchObject({
      action: 'support-code.looked-up',
      actorId: tenant.holder.membershipId,
      objectId: person.membershipId,
      after: { reason: 'wrong-codes' },
    })
  })

  it('tells since when and by whom', async ({ world, clock, tenant, holder, as }) => {
    const person = (await as('reader')).person
    await freshly({ world, tenant, holder })
    const params = { id: person.membershipId }
    await holder.api.users.unlinkAuthenticator({ params, body: { reason: 'new-phone' } })
    const at = clock.now().toISOString()
    const { caller } = await world.withPassword(person)
    const { supportCode } = await caller.api.signIn.why()
    expect(await lookUp(holder, supportCode)).toMatchObject({ reason: 'unlinked', at, by: tenant.holder.name })
  })

  it('is the newest one of a person: an earlier one is not there', async ({ world, holder, as }) => {
    const person = (await as('reader')).person
    const [first, second] = [await codeOf(world, person), await codeOf(world, person)]
    expect(await refusalOf(lookUp(holder, first))).toBe('support_code.not_found')
    expect(await refusalOf(lookUp(holder, second))).toBe('not refused')
  })

  it('of another organisation is not there (AZH-02)', async ({ world, holder, as }) => {
    const wilg = await world.addTenant('De Wilg')
    const other = await world.signIn(wilg.holder)
    const code = await codeOf(world, (await as('reader')).person)
    expect(await refusalOf(lookUp(other, code))).toBe('support_code.not_found')
    expect(await refusalOf(lookUp(holder, code))).toBe('not refused')
  })

  it('works for seven days', async ({ world, clock, as }) => {
    const code = await codeOf(world, (await as('reader')).person)
    clock.advance(seconds(SUPPORT_CODE_LIFETIME_SECONDS))
    const helper = await as('administrator')
    expect(await refusalOf(lookUp(helper, code))).toBe('support_code.not_found')
  })

  it('is looked up a bounded number of times, found or not; a slip of the finger is not counted (RTL-15)', async ({
    world,
    clock,
    holder,
  }) => {
    const beech = await world.addTenant('De Beuk')
    const caller = await world.signIn(beech.holder)
    for (let i = 0; i < LIMITS.supportByTenant[0].limit; i++) {
      expect(await refusalOf(lookUp(caller, 'te kort'))).toBe('support_code.not_found')
      expect(await refusalOf(lookUp(caller, ofNobody()))).toBe('support_code.not_found')
    }
    expect(await refusalOf(lookUp(caller, ofNobody()))).toBe('request.too_many')
    expect(await refusalOf(lookUp(holder, ofNobody()))).toBe('support_code.not_found')
    clock.advance(minutes(60))
    const again = await world.signIn(beech.holder)
    expect(await refusalOf(lookUp(again, ofNobody()))).toBe('support_code.not_found')
  })

  it('is of no use without permission to see the users', async ({ as }) => {
    const reader = await as('reader')
    expect(await refusalOf(lookUp(reader, ofNobody()))).toBe('session.forbidden')
  })
})

const lookUp = ({ api }: Caller, code: string) => api.support.lookUp({ body: { code } })

const codeOf = async (world: World, person: Person) => {
  const { caller } = await world.withPassword(person)
  const code = await wrongCodeAt(person.secret ?? '', world.clock.now())
  await refusalOf(caller.api.signIn.authenticator({ body: { code } }))
  return (await caller.api.signIn.why()).supportCode
}

/** A code of our form that nobody has. */
const ofNobody = () => newSupportCode((size) => new Uint8Array(size).fill(7))

const freshly = async ({ world, tenant, holder }: Given<'world' | 'tenant' | 'holder'>) =>
  holder.api.session.stepUp({ body: { code: await world.nextCode(tenant.holder) } })
