import fc from 'fast-check'
import { expect } from 'vitest'
import { it } from './testing/it.ts'
import type { SignedIn, World } from './testing/world.ts'

it('walks at random over three organisations, and none ever sees or moves anything of another (AZH-19)', {
  timeout: 120_000,
}, async ({ world }) => {
  await populate(world)
  const command = fc.record<Command>({
    actor: fc.nat({ max: actors.length - 1 }),
    subject: fc.nat({ max: subjects.length - 1 }),
    act: fc.constantFrom('list', 'read', 'deactivate', 'reactivate', 'role'),
    role: fc.constantFrom('editor', 'reader'),
  })
  const seed = Number(process.env.WALK_SEED ?? 20_261_121)
  for (const step of fc.sample(command, { numRuns: COMMANDS, seed })) await walk(step, seed)
  expect(await tables(world)).toEqual(Object.fromEntries(model))
})

/** What the model knows of a member: enough to say what every command must do to the tables. */
type Modelled = { tenant: number; role: string; status: string }

type Command = {
  actor: number
  subject: number
  act: 'list' | 'read' | 'deactivate' | 'reactivate' | 'role'
  role: 'editor' | 'reader'
}

const NAMES = ['kanarie-een', 'kanarie-twee', 'kanarie-drie']
const ACTORS = ['holder', 'administrator', 'reader'] as const
const COMMANDS = 1500
const actors: { caller: SignedIn; tenant: number; role: string }[] = []
const model = new Map<string, Modelled>()

/** Whom commands are about: those who walk stay as they are, or they could not go on. */
const subjects: string[] = []

const roleIds: Record<string, string>[] = []

async function populate(world: World): Promise<void> {
  for (const [tenant, name] of NAMES.entries()) {
    const made = await world.addTenant(name)
    roleIds.push(made.roleIds)
    for (const role of ACTORS) {
      const person = role === 'holder' ? made.holder : await world.addPerson(made, role, { name: `${name} ${role}` })
      actors.push({ caller: await world.signIn(person), tenant, role })
      model.set(person.membershipId, { tenant, role, status: 'active' })
      if (role === 'holder') subjects.push(person.membershipId)
    }
    for (const role of ['editor', 'reader'] as const) {
      const person = await world.addPerson(made, role, { name: `${name} lid ${role}` })
      subjects.push(person.membershipId)
      model.set(person.membershipId, { tenant, role, status: 'active' })
    }
  }
}

async function walk({ actor, subject, act, role }: Command, seed: number): Promise<void> {
  const who = actors[actor]
  const id = subjects[subject] ?? ''
  const whom = model.get(id)
  if (!who || !whom) throw new Error('The walk left the model.')
  const answer = await send(who.caller, { act, id, roleId: roleIds[who.tenant]?.[role] ?? '' })
  const foreign = NAMES.filter((_, tenant) => tenant !== who.tenant)
  expect([seed, foreign.filter((name) => answer.body.includes(name))]).toEqual([seed, []])
  if (who.role === 'reader') return expect([seed, act, answer.status]).toEqual([seed, act, 403])
  if (act === 'list') return expect(answer.status).toBe(200)
  if (whom.tenant !== who.tenant) return expect([seed, act, answer.status]).toEqual([seed, act, 404])
  if (answer.status !== 200 || act === 'read') return expect(answer.status).toBeLessThan(500)
  if (act === 'role') model.set(id, { ...whom, role })
  else model.set(id, { ...whom, status: act === 'deactivate' ? 'deactivated' : 'active' })
}

function send({ send: ask }: SignedIn, { act, id, roleId }: { act: Command['act']; id: string; roleId: string }) {
  switch (act) {
    case 'list':
      return ask('GET', '/api/v1/users')
    case 'read':
      return ask('GET', `/api/v1/users/${id}`)
    case 'role':
      return ask('PUT', `/api/v1/users/${id}/role`, { body: { roleId } })
    default:
      return ask('POST', `/api/v1/users/${id}/${act}`)
  }
}

async function tables(world: World): Promise<Record<string, Modelled>> {
  const rows = await world.asOwner((tx) =>
    tx.membership.findMany({
      select: { id: true, status: true, role: { select: { builtIn: true } }, tenant: { select: { name: true } } },
    }),
  )
  return Object.fromEntries(
    rows.map(({ id, status, role, tenant }) => [
      id,
      { tenant: NAMES.indexOf(tenant.name), role: role.builtIn ?? '', status },
    ]),
  )
}
