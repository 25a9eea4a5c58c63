import { describe, expect } from 'vitest'
import { pendingSignIn, send } from '../testing/code-holders.ts'
import { it } from '../testing/it.ts'
import { newPhone } from '../testing/phones.ts'
import { refusalOf } from '../testing/refusal.ts'
import { createWorld, type World } from '../testing/world.ts'

describe('what became of a message', () => {
  it.for([
    [{ state: 'sent' }, 'sent'],
    [{ state: 'sent', delivery: 'delivered' }, 'sent'],
    [{ state: 'sent', delivery: 'undelivered' }, 'failed'],
    [{ state: 'failed' }, 'failed'],
  ] as const)(
    'is told to whoever waits for it: %j is %s, and no other way is taken by itself (CHN-17)',
    async ([state, told], { world, tenant }) => {
      const { person, caller, api } = await pendingSignIn({ world, tenant })
      const sent = await send(caller)
      expect((await api.signIn.state()).sent).toEqual(sent)
      const before = await world.asOwner((tx) => tx.message.count({ where: { membershipId: person.membershipId } }))
      await setMessages(world, person.membershipId, state)
      const { sent: after, methods } = await api.signIn.state()
      expect(after).toEqual({ ...sent, delivery: told })
      expect(methods.map(({ method }) => method)).toEqual(['sms', 'recovery-code'])
      expect(await world.asOwner((tx) => tx.message.count({ where: { membershipId: person.membershipId } }))).toBe(
        before,
      )
    },
  )
})

describe('where text messages are not set up', () => {
  it('the number stays listed, so that the page can say why, and no number can be linked', async () => {
    const other = await createWorld({ settings: { sms: null } })
    const house = await other.addTenant('De Beuk')
    const person = await other.addPerson(house, 'reader')
    const { caller: fresh } = await other.withPassword(person)
    expect((await fresh.api.signIn.state()).enrollable).toEqual(['authenticator', 'passkey'])
    expect(await refusalOf(fresh.api.signIn.startSmsEnrollment({ body: { phone: newPhone() } }))).toBe(
      'sms.unavailable',
    )
    const now = other.clock.now()
    const sealed = { secretSealed: 'sealed', phoneHash: 'hash', ending: '37' }
    await other.asOwner((tx) =>
      tx.factor.createMany({
        data: [
          {
            homeTenantId: person.tenantId,
            id: other.platform.random.uuid(),
            userId: person.userId,
            kind: 'sms',
            name: '…37',
            state: 'linked',
            begunBy: person.userId,
            createdAt: now,
            linkedAt: now,
            ...sealed,
          },
        ],
      }),
    )
    const { caller } = await other.withPassword(person)
    expect((await caller.api.signIn.state()).methods).toEqual([{ method: 'sms', sentTo: '…37' }])
    expect(await refusalOf(send(caller))).toBe('sms.unavailable')
    await other.close()
  })

  it('for the country of a number, no code goes there any more', async ({ world, tenant }) => {
    const { caller } = await pendingSignIn({ world, tenant })
    const { sms } = world.platform.settings
    world.platform.settings.sms = sms && { ...sms, countries: ['BE'] }
    expect(await refusalOf(send(caller))).toBe('sms.unavailable')
    world.platform.settings.sms = sms
  })
})

const setMessages = (world: World, membershipId: string, data: { state: string; delivery?: string }) =>
  world.asOwner((tx) => tx.message.updateMany({ where: { membershipId }, data: { ...data, payloadSealed: null } }))
