import { describe, expect } from 'vitest'
import { sourceBucketKey } from '../identity/throttle/bucket-key.ts'
import { days, hours } from '../platform/clock.fake.ts'
import type { Answer } from '../testing/caller.ts'
import { it } from '../testing/it.ts'
import { ask, setMembership } from '../testing/reset-links.ts'
import { costOf } from '../testing/trace.ts'
import type { World } from '../testing/world.ts'

describe('asking for a new password', () => {
  it('is answered the same for every address, known or not, in any case, and costs the same (CHN-10, AUT-01)', async ({
    world,
    addPerson,
    invite,
  }) => {
    const [known, off] = [await addPerson('reader'), await addPerson('reader')]
    await setMembership(world, off, 'deactivated')
    const invited = await invite()
    const emails = [
      known.email,
      known.email.toUpperCase(),
      ` ${known.email} `,
      off.email,
      invited.email,
      'niemand@example.nl',
    ]
    const answers: Answer[] = []
    const costs: string[][] = []
    for (const email of emails) costs.push(await costOf(world, async () => answers.push(await ask(world, email))))
    expect(answers[0]).toMatchObject({ status: 202, body: '' })
    for (const answer of answers) expect(seen(answer)).toEqual(seen(answers[0] ?? answer))
    for (const cost of costs) expect(cost).toEqual(costs[0])
    expect(costs[0]).not.toContain('hash')
  })

  it('mails a link to the stored address of a person who may sign in, and to no other (CHN-10)', async ({
    world,
    clock,
    addPerson,
    inbox,
  }) => {
    const wilg = await world.addTenant('De Wilg')
    const [known, off] = [await addPerson('reader'), await addPerson('reader')]
    await setMembership(world, off, 'deactivated')
    await world.asOwner((tx) =>
      tx.package.updateMany({ where: { tenantId: wilg.tenantId }, data: { status: 'ended' } }),
    )
    const before = await mailCount(world)
    for (const email of [off.email, wilg.holder.email, 'niemand@example.nl']) await ask(world, email)
    expect(await mailCount(world)).toBe(before)
    await ask(world, known.email.toUpperCase())
    const [mail] = await inbox.all(known.membershipId)
    const expiresAt = clock.later(hours(1)).toISOString()
    expect(mail).toMatchObject({ template: 'password-reset', data: { expiresAt } })
    expect(mail?.data.link).toMatch(/^http:\/\/localhost:3000\/reset-password#[A-Za-z0-9_-]{43}$/)
    expect(await mailCount(world)).toBe(before + 1)
  })

  it('builds the link from the configured address, whatever the request says of itself', async ({
    world,
    addPerson,
    inbox,
  }) => {
    const known = await addPerson('reader')
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    await world.stranger().send('POST', '/api/v1/password-reset', { body: { email: known.email }, headers })
    expect((await inbox.all(known.membershipId))[0]?.data.link).toMatch(/^http:\/\/localhost:3000\//)
  })

  it('takes one address and nothing that could become two (CHN-11)', async ({ world, addPerson }) => {
    const { email } = await addPerson('reader')
    const before = await mailCount(world)
    const attempts = [
      { email: [email, 'attacker@example.nl'] },
      { email: { in: [email, 'attacker@example.nl'] } },
      { email: { equals: email } },
      { 'email[]': [email, 'attacker@example.nl'] },
      { email, cc: 'attacker@example.nl' },
      { email: `${email},attacker@example.nl` },
      { email: `${email};attacker@example.nl` },
      { email: `${email}%0acc:attacker@example.nl` },
      { email: `${email}\ncc:attacker@example.nl` },
      { email: `${email}\u0000attacker@example.nl` },
      { email: `"attacker@example.nl ${email}` },
      { email: null },
      { email: '' },
      {},
    ]
    for (const body of attempts) {
      expect([body, (await world.stranger().send('POST', '/api/v1/password-reset', { body })).status]).toEqual([
        body,
        400,
      ])
    }
    expect(await mailCount(world)).toBe(before)
  })

  it('fills no mailbox: three mails an hour and ten a day, while the answer stays the same (CHN-13)', async ({
    world,
    clock,
    addPerson,
    inbox,
  }) => {
    const known = await addPerson('reader')
    const sent = async () => (await inbox.all(known.membershipId)).length
    const twenty = async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => ask(world, known.email)))
      expect(new Set(answers.map(({ status, body }) => `${status}${body}`))).toEqual(new Set(['202']))
    }
    await twenty()
    expect(await sent()).toBe(3)
    for (let hour = 1; hour <= 5; hour++) {
      clock.advance(hours(1))
      await twenty()
    }
    expect(await sent()).toBe(10)
    clock.advance(days(1))
    await twenty()
    expect(await sent()).toBe(13)
  })

  it('is bounded for one source, which does not use up what others may ask', async ({ world, addPerson, inbox }) => {
    const known = await addPerson('reader')
    const { send } = world.visitor('203.0.113.9')
    await ask(world, 'eerste@example.nl', world.visitor('203.0.113.9'))
    await world.asOwner((tx) =>
      tx.throttleCounter.updateMany({
        where: {
          key: {
            startsWith: `resetMailBySource|${sourceBucketKey({ platform: world.platform, request: { ip: '203.0.113.9' } })}|`,
          },
        },
        data: { count: 60 },
      }),
    )
    for (let i = 0; i < 5; i++) {
      expect((await send('POST', '/api/v1/password-reset', { body: { email: known.email } })).status).toBe(202)
    }
    expect(await inbox.all(known.membershipId)).toEqual([])
    await ask(world, known.email)
    expect(await inbox.all(known.membershipId)).toHaveLength(1)
  })

  it('is in the log: of the organisation for a known address, of the platform and by a keyed hash for an unknown one', async ({
    world,
    addPerson,
    audit,
  }) => {
    const known = await addPerson('reader')
    await ask(world, known.email)
    expect(await audit.last()).toMatchObject({
      action: 'password.reset-asked',
      outcome: 'success',
      objectId: known.membershipId,
    })
    await ask(world, 'iemand-anders@example.nl')
    const events = await audit.events(world.platformTenant.tenantId)
    expect(events.at(-1)).toMatchObject({
      action: 'password.reset-asked',
      outcome: 'denied',
      reason: 'email.unknown',
      objectKind: 'email',
    })
    expect(JSON.stringify(events)).not.toContain('iemand-anders')
  })
})

const mailCount = (world: World) => world.asOwner((tx) => tx.message.count())

function seen({ status, headers, body }: Answer) {
  const changing = ['date', 'x-ratelimit-remaining', 'x-ratelimit-reset']
  return [status, body, Object.entries(headers).filter(([name]) => !changing.includes(name))]
}
