import { describe, expect } from 'vitest'
import { days, minutes } from '../platform/clock.fake.ts'
import { it } from '../testing/it.ts'
import { manyPendingSignIns } from '../testing/pending-sign-ins.ts'
import { codes, linkedPerson, pendingSignIn, show, statuses, wrongCode } from '../testing/typed-codes.ts'
import { PASSWORD } from '../testing/world.ts'

describe('wrong codes', () => {
  it('are compared five times on one sign-in, of a hundred at once (REC-06)', async ({ world, tenant }) => {
    const person = await linkedPerson({ world, tenant })
    const caller = await pendingSignIn(world, person)
    const wrong = await wrongCode(world, person)
    const answers = await Promise.all(Array.from({ length: 100 }, () => show(caller, wrong)))
    expect(statuses(answers).filter((status) => status === 401)).toHaveLength(5)
    expect(statuses(answers).filter((status) => status === 429)).toHaveLength(95)
    const [attempt, counter] = await world.asOwner(async (tx) => [
      await tx.signInAttempt.findFirstOrThrow({ where: { userId: person.userId } }),
      await tx.secondFactorCounter.findFirstOrThrow({ where: { userId: person.userId } }),
    ])
    expect([attempt.tries, counter.inWindow, counter.consecutive]).toEqual([5, 5, 5])
    // Dead for the right one too; a new sign-in is needed.
    expect((await show(caller, await world.nextCode(person))).status).toBe(429)
    expect((await show(await pendingSignIn(world, person), await world.nextCode(person))).status).toBe(200)
  })

  it('are counted per person over all sign-ins, and the password never clears the count (REC-05)', async ({
    world,
    clock,
    tenant,
  }) => {
    const person = await linkedPerson({ world, tenant })
    const wrong = await wrongCode(world, person)
    for (let round = 0; round < 2; round++) {
      const caller = await pendingSignIn(world, person)
      for (let i = 0; i < 5; i++) expect((await show(caller, wrong)).status).toBe(401)
    }
    const refused = await show(await pendingSignIn(world, person), await world.nextCode(person))
    expect([refused.status, codes([refused])]).toEqual([429, ['code.too_many']])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(14 * 60)
    clock.advance(minutes(15))
    expect((await show(await pendingSignIn(world, person), await world.nextCode(person))).status).toBe(200)
  })

  it('are forgotten when a right one comes, and not before', async ({ world, tenant }) => {
    const person = await linkedPerson({ world, tenant })
    const caller = await pendingSignIn(world, person)
    for (let i = 0; i < 4; i++) await show(caller, await wrongCode(world, person))
    expect((await show(caller, await world.nextCode(person))).status).toBe(200)
    const left = await world.asOwner((tx) => tx.secondFactorCounter.count({ where: { userId: person.userId } }))
    expect(left).toBe(0)
  })

  it('switch the authenticator off at a hundred in a row, over any time, and its owner is told (REC-05)', async ({
    world,
    clock,
    tenant,
    inbox,
    audit,
  }) => {
    const person = await linkedPerson({ world, tenant })
    const codesOff: (string | undefined)[] = []
    for (let round = 0; round < 10; round++) {
      clock.advance(minutes(15))
      const wrong = await wrongCode(world, person)
      for (const caller of await manyPendingSignIns(world, person, { count: 2 })) {
        codesOff.push(...codes(await Promise.all(Array.from({ length: 5 }, () => show(caller, wrong)))))
      }
    }
    expect(codesOff.filter((code) => code === 'code.wrong')).toHaveLength(100)
    clock.advance(days(30))
    const answer = await world.stranger().send('POST', '/api/v1/sign-in/password', {
      body: { email: person.email, password: PASSWORD },
    })
    expect([answer.status, codes([answer])]).toEqual([403, ['factor.disabled']])
    expect(await inbox.all(person.membershipId)).toContainEqual(
      expect.objectContaining({ template: 'authenticator-switched-off' }),
    )
    expect(await audit.actions()).toContain('authenticator.switched-off success code.too_many')
  })

  it('are in the log, with who and without the code', async ({ world, tenant, audit }) => {
    const person = await linkedPerson({ world, tenant })
    const wrong = await wrongCode(world, person)
    await show(await pendingSignIn(world, person), wrong)
    const events = await audit.events()
    expect(events.at(-1)).toMatchObject({
      action: 'sign-in.second-factor',
      outcome: 'failure',
      actorId: person.membershipId,
      actorRole: 'Lezer',
    })
    expect(JSON.stringify(events)).not.toContain(`"${wrong}"`)
  })
})
