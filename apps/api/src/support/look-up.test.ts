import { LIMITS, newSupportCode, SUPPORT_CODE_LIFETIME_SECONDS } from '@keyholder/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { minutes, seconds } from '../platform/clock.fake.ts'
import type { Caller } from '../testing/caller.ts'
import { wrongCodeAt } from '../testing/phone.ts'
import { refusalOf } from '../testing/refusal.ts'
import { signInAnywhere, withPassword } from '../testing/second-step.ts'
import { eventsOf } from '../testing/stored-rows.ts'
import { createWorld, type Person, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
let holder: SignedIn
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
  holder = await signInAnywhere(world, tenant.holder)
})
afterAll(() => world.close())

const lookUp = ({ api }: Caller, code: string) => api.support.lookUp({ body: { code } })
const linkedPerson = async () => (await signInAnywhere(world, await world.addPerson(tenant, 'reader'))).person
const codeOf = async (person: Person) => {
  const { caller } = await withPassword(world, person)
  const code = await wrongCodeAt(person.secret ?? '', world.clock.now())
  await refusalOf(caller.api.signIn.authenticator({ body: { code } }))
  return (await caller.api.signIn.why()).supportCode
}
/** A code of our form that nobody has. */
const ofNobody = () => newSupportCode((size) => new Uint8Array(size).fill(7))
const freshly = async () => holder.api.session.stepUp({ body: { code: await world.nextCode(tenant.holder) } })

describe('a support code', () => {
  it('tells whoever helps who it is and why, as often as they type it', async () => {
    const person = await linkedPerson()
    const code = await codeOf(person)
    const found = {
      userId: person.membershipId,
      name: person.name,
      madeAt: world.clock.now().toISOString(),
      reason: 'wrong-codes',
      at: null,
      by: null,
      offSeconds: null,
    }
    expect(await lookUp(holder, code)).toEqual(found)
    expect(await lookUp(holder, ` ${code.toLowerCase().replace('-', ' ')} `)).toEqual(found)
    expect((await holder.api.users.read({ params: { id: found.userId } })).name).toBe(person.name)
    expect((await eventsOf(world, tenant.tenantId)).at(-1)).toMatchObject({
      action: 'support-code.looked-up',
      actorId: tenant.holder.membershipId,
      objectId: person.membershipId,
      after: { reason: 'wrong-codes' },
    })
  })

  it('tells since when and by whom', async () => {
    const person = await linkedPerson()
    await freshly()
    const params = { id: person.membershipId }
    await holder.api.users.unlinkAuthenticator({ params, body: { reason: 'new-phone' } })
    const at = world.clock.now().toISOString()
    const { caller } = await withPassword(world, person)
    const { supportCode } = await caller.api.signIn.why()
    expect(await lookUp(holder, supportCode)).toMatchObject({ reason: 'unlinked', at, by: tenant.holder.name })
  })

  it('is the newest one of a person: an earlier one is not there', async () => {
    const person = await linkedPerson()
    const [first, second] = [await codeOf(person), await codeOf(person)]
    expect(await refusalOf(lookUp(holder, first))).toBe('support_code.not_found')
    expect(await refusalOf(lookUp(holder, second))).toBe('not refused')
  })

  it('of another organisation is not there (AZH-02)', async () => {
    const wilg = await world.addTenant('De Wilg')
    const other = await signInAnywhere(world, wilg.holder)
    const code = await codeOf(await linkedPerson())
    expect(await refusalOf(lookUp(other, code))).toBe('support_code.not_found')
    expect(await refusalOf(lookUp(holder, code))).toBe('not refused')
  })

  it('works for seven days', async () => {
    const code = await codeOf(await linkedPerson())
    world.clock.advance(seconds(SUPPORT_CODE_LIFETIME_SECONDS))
    const helper = await signInAnywhere(world, await world.addPerson(tenant, 'administrator'))
    expect(await refusalOf(lookUp(helper, code))).toBe('support_code.not_found')
    holder = await signInAnywhere(world, tenant.holder)
  })

  it('is looked up a bounded number of times, found or not; a slip of the finger is not counted (RTL-15)', async () => {
    const beech = await world.addTenant('De Beuk')
    const caller = await signInAnywhere(world, beech.holder)
    for (let i = 0; i < LIMITS.supportByTenant[0].limit; i++) {
      expect(await refusalOf(lookUp(caller, 'te kort'))).toBe('support_code.not_found')
      expect(await refusalOf(lookUp(caller, ofNobody()))).toBe('support_code.not_found')
    }
    expect(await refusalOf(lookUp(caller, ofNobody()))).toBe('request.too_many')
    expect(await refusalOf(lookUp(holder, ofNobody()))).toBe('support_code.not_found')
    world.clock.advance(minutes(60))
    const again = await signInAnywhere(world, beech.holder)
    expect(await refusalOf(lookUp(again, ofNobody()))).toBe('support_code.not_found')
  })

  it('is nothing for whoever may not see the users', async () => {
    const reader = await signInAnywhere(world, await world.addPerson(tenant, 'reader'))
    expect(await refusalOf(lookUp(reader, ofNobody()))).toBe('session.forbidden')
  })
})
