import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../testing/caller.ts'
import { linkFactors } from '../testing/linked-factors.ts'
import { refusalOf } from '../testing/refusal.ts'
import { signInAnywhere, stranger } from '../testing/second-step.ts'
import { actionsOf } from '../testing/stored-rows.ts'
import { costOf } from '../testing/trace.ts'
import { createWorld, PASSWORD, type Person, type SignedIn, type Tenant, type World } from '../testing/world.ts'

let world: World
let tenant: Tenant
let holder: SignedIn
beforeAll(async () => {
  world = await createWorld()
  tenant = await world.addTenant('De Linde')
  holder = await signInAnywhere(world, tenant.holder)
})
afterAll(() => world.close())

const tryPassword = (email: string): Promise<Answer> =>
  stranger(world).send('POST', '/api/v1/sign-in/password', { body: { email, password: 'dit is het niet' } })

/** All that an outsider sees of an answer, but for what differs at every request. */
function seen({ status, headers, body }: Answer) {
  const { date: _, 'x-ratelimit-remaining': __, 'x-ratelimit-reset': ___, ...kept } = headers
  return { status, headers: kept, body: body.replace(/"requestId":"[0-9a-f-]{36}"/, '') }
}

/** What the right password is answered with: a step, or the reason why there is none. */
async function rightPassword({ email }: Person): Promise<string> {
  const answers: string[] = []
  const { api } = stranger(world)
  const trying = api.signIn.password({ body: { email, password: PASSWORD } }).then(({ step }) => answers.push(step))
  const refusal = await refusalOf(trying)
  return answers[0] ?? refusal
}

const reader = () => world.addPerson(tenant, 'reader')
const setStatus = ({ membershipId: id }: Person, status: string) =>
  world.asOwner((tx) => tx.membership.updateMany({ where: { id }, data: { status } }))

/** Somebody in each state, and what the right password tells them. */
const STATES: Record<string, { become: () => Promise<Person>; told: string }> = {
  deactivated: {
    become: async () => {
      const person = await reader()
      await setStatus(person, 'deactivated')
      return person
    },
    told: 'sign_in.deactivated',
  },
  'of an organisation whose package ended': {
    become: async () => {
      const { tenantId, holder: person } = await world.addTenant('De Wilg')
      await world.asOwner((tx) => tx.package.updateMany({ where: { tenantId }, data: { status: 'suspended' } }))
      return person
    },
    told: 'sign_in.package_ended',
  },
  'switched off after too many wrong codes': {
    become: async () => {
      const person = await reader()
      await linkFactors(world, person, ['authenticator'])
      const { userId } = person
      await world.asOwner((tx) => tx.factor.updateMany({ where: { userId }, data: { state: 'off' } }))
      return person
    },
    told: 'factor.disabled',
  },
  'reported by their owner: the password opens nothing': {
    become: async () => {
      const person = await reader()
      const { userId } = person
      const passwordVoidAt = world.clock.now()
      await world.asOwner((tx) => tx.login.updateMany({ where: { userId }, data: { passwordVoidAt } }))
      return person
    },
    told: 'sign_in.password_void',
  },
  'without any second step yet': { become: reader, told: 'enroll' },
  'with a passkey and nothing else': {
    become: async () => {
      const person = await reader()
      await linkFactors(world, person, ['passkey'])
      return person
    },
    told: 'factor',
  },
  'unlinked by the package holder': {
    become: async () => {
      const person = await reader()
      await linkFactors(world, person, ['authenticator'])
      await holder.api.users.unlinkAuthenticator({
        params: { id: person.membershipId },
        body: { reason: 'lost-or-stolen' },
      })
      return person
    },
    told: 'relink',
  },
}

describe('a wrong password for an account', () => {
  it.each(Object.entries(STATES))(
    'tells nothing of its state, which the right one does: %s (AUT-02)',
    async (_, { become, told }) => {
      const person = await become()
      const reference = seen(await tryPassword('niemand@example.nl'))
      const answers: Answer[] = []
      const cost = await costOf(world, async () => answers.push(await tryPassword(person.email)))
      expect(answers.map(seen)).toEqual([reference])
      expect([reference.status, cost]).toEqual([401, ['statement', 'statement', 'hash', 'write', 'statement']])
      expect(await rightPassword(person)).toBe(told)
      if (told.includes('.'))
        expect(await actionsOf(world, person.tenantId)).toContain(`sign-in.password denied ${told}`)
      // Nor afterwards: the right one has changed nothing in what the wrong one tells.
      expect(seen(await tryPassword(person.email))).toEqual(reference)
    },
  )

  it('that was not accepted yet tells nothing either (AUT-02)', async () => {
    const email = 'nieuw@example.nl'
    const { api } = await signInAnywhere(world, tenant.holder)
    await api.users.invite({ body: { name: 'Nieuw', email, roleId: tenant.roleIds.reader, language: 'nl' } })
    expect(seen(await tryPassword(email))).toEqual(seen(await tryPassword('niet-uitgenodigd@example.nl')))
  })
})
