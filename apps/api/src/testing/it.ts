import type { BuiltInRole } from '@keyholder/domain'
import { test } from 'vitest'
import { addGuest } from './guests.ts'
import { invite } from './invited.ts'
import { actionsOf, eventsOf, mailsTo, newestToken } from './kept.ts'
import { fetchToken, type Machine, makeMachine } from './machine.ts'
import { freshen, signInAnywhere, stranger, withPassword } from './second-step.ts'
import { sentCode } from './sent-code.ts'
import { createWorld, type SignedIn, type Tenant, type Wanted, type World } from './world.ts'

type Fixtures = { world: World; tenant: Tenant; holder: SignedIn; operator: SignedIn; machine: Machine; token: string }

/** What a function below the tests needs of what a test has: `Given<'world' | 'tenant'>`. */
export type Given<Names extends keyof Fixtures> = Pick<Fixtures, Names>

/**
 * A test of the API. It names in its parameters what it needs, and that is made for it: `it('…', async ({ clock, holder }) => …)`.
 * A file has one world; an organisation and everybody in it are the test's own.
 */
export const it = test
  // What a file wants of its world that others do not: `it.extend('wanted', { scope: 'file' }, { settings })`.
  .extend('wanted', { scope: 'file' }, (): Wanted => ({}))
  .extend('world', { scope: 'file' }, async ({ wanted }, { onCleanup }) => {
    const world = await createWorld(wanted)
    onCleanup(world.close)
    return world
  })
  .extend('clock', { scope: 'file' }, ({ world }) => world.clock)
  .extend('tenant', ({ world }) => world.addTenant('De Linde'))
  .extend('addPerson', ({ world, tenant }) => world.addPerson.bind(null, tenant))

  // People who are signed in, each from an address of their own, with a second step of just now.
  .extend('signIn', ({ world }) => signInAnywhere.bind(null, world))
  .extend('as', ({ signIn, addPerson }) => async (role: BuiltInRole) => signIn(await addPerson(role)))
  .extend('holder', ({ tenant, signIn }) => signIn(tenant.holder))
  .extend('operator', async ({ world, signIn }) => signIn(await world.addPerson(world.platformTenant, 'operator')))
  .extend('withHolder', ({ world, signIn }) => async (name: string) => {
    const tenant = await world.addTenant(name)
    return { tenant, holder: await signIn(tenant.holder) }
  })
  .extend('freshen', ({ world }) => freshen.bind(null, world))

  // People who are not, and those whom the package holder brings in.
  .extend('stranger', ({ world }) => (from: Pick<World, 'visitor'> = world) => stranger(from))
  .extend('withPassword', ({ world }) => withPassword.bind(null, world))
  .extend('invite', ({ world, tenant, holder }) => invite.bind(null, world, holder, tenant))
  .extend('addGuest', ({ world, tenant, holder }) => addGuest.bind(null, world, { tenant, holder }))
  .extend('machine', ({ world, holder }) => makeMachine(world, holder))
  .extend('token', ({ world, machine }) => fetchToken(world, machine))

  // What was sent, and what was written.
  .extend('mailsTo', ({ world }) => mailsTo.bind(null, world))
  .extend('newestToken', ({ world }) => newestToken.bind(null, world))
  .extend('sentCode', ({ world }) => sentCode.bind(null, world))
  .extend('eventsOf', ({ world, tenant }) => (tenantId = tenant.tenantId) => eventsOf(world, tenantId))
  .extend('actionsOf', ({ world, tenant }) => (tenantId = tenant.tenantId) => actionsOf(world, tenantId))
  .extend('lastEvent', ({ eventsOf }) => async (tenantId?: string) => (await eventsOf(tenantId)).at(-1))
