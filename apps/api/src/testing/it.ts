import { test } from 'vitest'
import { addRole } from './add-role.ts'
import { addExternalMember } from './external-members.ts'
import { invite } from './invited.ts'
import { fetchToken, type Machine, makeMachine } from './machine.ts'
import { linkPasskey } from './passkeys.ts'
import { sentCode } from './sent-code.ts'
import { actionsOf, eventsOf, mailsTo, newestToken } from './stored-rows.ts'
import { createWorld, type SignedIn, type Tenant, type Wanted, type World } from './world.ts'

type Fixtures = { world: World; tenant: Tenant; holder: SignedIn; operator: SignedIn; machine: Machine; token: string }

/** What a function below the tests needs of what a test has: `Given<'world' | 'tenant'>`. */
export type Given<Names extends keyof Fixtures> = Pick<Fixtures, Names>

/**
 * A test of the API. It names in its parameters what it needs, and that is made for it: `it('…', async ({ clock, holder }) => …)`.
 * A file has one world; the organisation and its members are the test's own. A file that needs something else extends this with a
 * fixture of its own, and never overrides it: the files of a worker share it. (A test's context is a function, so that no fixture
 * can be called `caller`.)
 */
export const it = test
  // How a file wants its world, if not the usual one: `it.extend('wanted', { scope: 'file' }, { settings })`.
  .extend('wanted', { scope: 'file' }, (): Wanted => ({}))
  .extend('world', { scope: 'file' }, async ({ wanted }, { onCleanup }) => {
    const world = await createWorld(wanted)
    onCleanup(world.close)
    return world
  })
  .extend('clock', { scope: 'file' }, ({ world }) => world.clock)
  .extend('tenant', ({ world }) => world.addTenant('De Linde'))

  // People who are signed in, each from an IP of their own, with a second factor of just now.
  .extend('holder', ({ world, tenant }) => world.signIn(tenant.holder))
  .extend('operator', async ({ world }) => world.signIn(await world.addPerson(world.platformTenant, 'operator')))
  .extend('addPerson', ({ world, tenant }) => world.addPerson.bind(null, tenant))
  .extend(
    'as',
    ({ world, addPerson }) =>
      async (...who: Parameters<typeof addPerson>) =>
        world.signIn(await addPerson(...who)),
  )

  // What the package holder does, and what an organisation can have besides.
  .extend('invite', ({ world, tenant, holder }) => invite.bind(null, world, holder, tenant))
  .extend('addExternalMember', ({ world, tenant, holder }) => addExternalMember.bind(null, world, { tenant, holder }))
  .extend('addRole', ({ world, tenant }) => addRole.bind(null, world, tenant))
  .extend('machine', ({ world, holder }) => makeMachine(world, holder))
  .extend('withPasskey', ({ world, as }) => async (...who: Parameters<typeof as>) => {
    const caller = await as(...who)
    return { caller, person: caller.person, passkey: await linkPasskey(world, caller) }
  })
  .extend('token', ({ world, machine }) => fetchToken(world, machine))

  // What was sent to members, and what was recorded.
  .extend('inbox', ({ world }) => ({
    all: mailsTo.bind(null, world),
    token: newestToken.bind(null, world),
    code: sentCode.bind(null, world),
  }))
  .extend('audit', ({ world, tenant }) => ({
    events: (tenantId = tenant.tenantId) => eventsOf(world, tenantId),
    actions: (tenantId = tenant.tenantId) => actionsOf(world, tenantId),
    last: async (tenantId = tenant.tenantId) => (await eventsOf(world, tenantId)).at(-1),
  }))
