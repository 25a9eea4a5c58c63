import { CHALLENGE_LIFETIME_SECONDS, PASSKEYS_PER_ACCOUNT } from '@keyholder/domain'
import { describe, expect } from 'vitest'
import { seconds } from '../../../platform/clock.fake.ts'
import { MAKERS_STATEMENT } from '../../../testing/attestation.fake.ts'
import type { Caller } from '../../../testing/caller.ts'
import { it as base } from '../../../testing/it.ts'
import { linkPasskey, pendingSignIn, presentPasskey, setPolicy } from '../../../testing/passkeys.ts'
import { countWaiting } from '../../../testing/queue-at.ts'
import { refusalOf } from '../../../testing/refusal.ts'
import { secondStepRowsOf } from '../../../testing/second-step.ts'
import { makePasskey, type VirtualPasskey } from '../../../testing/virtual-passkey.ts'
import type { Person, SignedIn, World } from '../../../testing/world.ts'

const ORIGIN = 'https://beheer.example.nl'
const it = base.extend('wanted', { scope: 'file' }, { settings: { publicUrl: ORIGIN } })

describe('linking a passkey', () => {
  it('asks the browser for one that is found by itself, and that checks its owner each time', async ({ as }) => {
    const caller = await as('reader')
    expect(await start(caller)).toMatchObject({
      rp: { id: 'beheer.example.nl', name: 'Keyholder' },
      user: { name: caller.person.email, displayName: caller.person.name },
      pubKeyCredParams: [{ alg: -7 }, { alg: -8 }, { alg: -257 }],
      timeout: CHALLENGE_LIFETIME_SECONDS * 1000,
      attestation: 'none',
      excludeCredentials: [],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
  })

  it('gives challenges of 256 bits, each once, and keeps only their hash', async ({ world, as }) => {
    const caller = await as('reader')
    const [first, second] = [(await start(caller)).challenge, (await start(caller)).challenge]
    expect(Buffer.from(first, 'base64url')).toHaveLength(32)
    expect(second).not.toBe(first)
    const kept = await world.asOwner((tx) => tx.passkeyChallenge.findMany({ where: { userId: caller.person.userId } }))
    expect(kept.map(({ challengeHash }) => challengeHash.length)).toEqual([32])
    expect(JSON.stringify(kept)).not.toContain(Buffer.from(first, 'base64url').toString('hex'))
  })

  it.for(['ES256', 'EdDSA', 'RS256'] as const)(
    'takes a key of %s, tells the owner, and it signs in',
    async (algorithm, { world, as, inbox, audit }) => {
      const caller = await as('reader')
      const passkey = makePasskey(ORIGIN, await start(caller), { algorithm })
      expect(await confirm(caller, passkey)).toMatchObject({ kind: 'passkey', name: 'Laptop', allowed: true })
      const { membershipId } = caller.person
      expect((await inbox.all(membershipId)).at(-1)).toMatchObject({
        template: 'passkey-linked',
        data: { name: 'Laptop' },
      })
      expect(await audit.last()).toMatchObject({
        action: 'passkey.linked',
        actorId: membershipId,
        objectName: 'Laptop',
      })
      expect(await presentPasskey(await pendingSignIn(world, caller.person), passkey)).toEqual({ step: 'done' })
    },
  )

  it('leaves out of the browser’s choice what is linked already, and links no passkey twice', async ({ world, as }) => {
    const [caller, other] = [await as('reader'), await as('reader')]
    const passkey = await linkPasskey(world, caller)
    const options = await start(caller)
    expect(options.excludeCredentials).toEqual([{ id: passkey.id, type: 'public-key', transports: ['internal'] }])
    // One that was switched off is still on its device.
    await world.asOwner((tx) => tx.factor.updateMany({ where: { credentialId: passkey.id }, data: { state: 'off' } }))
    expect((await start(caller)).excludeCredentials).toEqual(options.excludeCredentials)
    const again = makePasskey(ORIGIN, await start(caller), { credentialId: passkey.id })
    expect(await refusalOf(confirm(caller, again))).toBe('passkey.not_linked')
    // The same words for one that is somebody else's: which ids there are is not said.
    const theirs = makePasskey(ORIGIN, await start(other), { credentialId: passkey.id })
    expect(await refusalOf(confirm(other, theirs))).toBe('passkey.not_linked')
    expect([await passkeysOf(world, caller), await passkeysOf(world, other)].map(({ length }) => length)).toEqual([
      1, 0,
    ])
  })

  it('takes the statement of a passkey about itself, and never looks at a certificate', async ({ world, as }) => {
    const caller = await as('reader')
    const own = {
      format: 'packed',
      statement: (sign: (data: Uint8Array) => Buffer, data: Buffer) =>
        new Map<string, number | Uint8Array>([
          ['alg', -7],
          ['sig', new Uint8Array(sign(data))],
        ]),
    }
    await confirm(caller, makePasskey(ORIGIN, await start(caller), { attestation: own }))
    const other = makePasskey(ORIGIN, await start(caller), { attestation: MAKERS_STATEMENT })
    expect(await refusalOf(confirm(caller, other))).toBe('passkey.not_linked')
    expect(await passkeysOf(world, caller)).toHaveLength(1)
  })

  it('stops at the most that one account can have, of two at once too', async ({ world, clock, as }) => {
    const caller = await as('reader')
    const { tenantId, userId } = caller.person
    const rows = Array.from({ length: PASSKEYS_PER_ACCOUNT - 1 }, (_, index) => ({
      homeTenantId: tenantId,
      userId,
      id: world.platform.random.uuid(),
      kind: 'passkey',
      name: `Sleutel ${index}`,
      state: 'linked',
      credentialId: world.platform.random.token(),
      publicKey: new Uint8Array(1),
      counter: 0,
      begunBy: userId,
      createdAt: clock.now(),
      linkedAt: clock.now(),
    }))
    await world.asOwner((tx) => tx.factor.createMany({ data: rows }))
    const second = await world.signIn(caller.person)
    const made = [makePasskey(ORIGIN, await start(caller)), makePasskey(ORIGIN, await start(second))] as const
    const outcomes = await bothAtOnce(world, caller.person, [
      () => refusalOf(confirm(caller, made[0])),
      () => refusalOf(confirm(second, made[1])),
    ])
    expect(outcomes.sort()).toEqual(['not refused', 'passkey.limit'])
    expect(await refusalOf(start(caller))).toBe('passkey.limit')
  })

  it('is for whom the organisation allows it, at the beginning and at the end', async ({ world }) => {
    const house = await world.addTenant('De Eik')
    const caller = await world.signIn(house.holder)
    const passkey = makePasskey(ORIGIN, await start(caller))
    await setPolicy(world, house.tenantId, { allowed: ['authenticator'] })
    expect(await refusalOf(confirm(caller, passkey))).toBe('factor.not_allowed')
    expect(await refusalOf(start(caller))).toBe('factor.not_allowed')
    expect(await passkeysOf(world, caller)).toEqual([])
  })

  it('needs a second factor of the last ten minutes, and one that is no e-mail code (ENR-24)', async ({
    world,
    clock,
    as,
  }) => {
    const caller = await as('reader')
    const { userId } = caller.person
    await world.asOwner((tx) => tx.session.updateMany({ where: { userId }, data: { secondFactor: 'email' } }))
    expect(await refusalOf(start(caller))).toBe('session.weak')
    await world.asOwner((tx) => tx.session.updateMany({ where: { userId }, data: { secondFactor: 'sms' } }))
    clock.advance(seconds(601))
    expect(await refusalOf(start(caller))).toBe('session.not_fresh')
  })
})

describe('a passkey that was made wrongly is not linked (ENR-22)', () => {
  it.for([
    ['for another site', { origin: 'https://evil.example' }],
    ['for a site below ours', { origin: 'https://wiki.beheer.example.nl' }],
    ['for a name that begins with ours', { origin: 'https://beheer.example.nl.evil.example' }],
    ['on another port', { origin: 'https://beheer.example.nl:8443' }],
    ['over http', { origin: 'http://beheer.example.nl' }],
    ['for another relying party', { rpId: 'evil.example' }],
    ['for the domain above ours', { rpId: 'example.nl' }],
    ['in a frame of another site', { crossOrigin: true }],
    ['in a frame, said in another way', { crossOrigin: 'true' }],
    ['in a frame below another site', { topOrigin: 'https://evil.example' }],
    ['as a signature', { type: 'webauthn.get' }],
    ['without its owner there', { present: false }],
    ['without its owner being checked', { verified: false }],
    ['with a key of a kind that we do not take', { algorithm: 'ES384' }],
  ] as const)('%s; and its challenge is used up', async ([_, making], { world, as }) => {
    const caller = await as('reader')
    const options = await start(caller)
    expect(await refusalOf(confirm(caller, makePasskey(ORIGIN, options, making)))).toBe('passkey.not_linked')
    expect(await challengesOf(world, caller)).toBe(0)
    // The same challenge does not do for a right one any more.
    expect(await refusalOf(confirm(caller, makePasskey(ORIGIN, options)))).toBe('passkey.not_linked')
    expect(await passkeysOf(world, caller)).toEqual([])
  })

  it('with a challenge that is not ours', async ({ world, as }) => {
    const caller = await as('reader')
    const challenge = world.platform.random.token()
    const passkey = makePasskey(ORIGIN, await start(caller), { challenge })
    expect(await refusalOf(confirm(caller, passkey))).toBe('passkey.not_linked')
  })

  it('with the challenge of another person, which is used up with it', async ({ world, as }) => {
    const [caller, other] = [await as('reader'), await as('reader')]
    const { challenge } = await start(other)
    const passkey = makePasskey(ORIGIN, await start(caller), { challenge })
    expect(await refusalOf(confirm(caller, passkey))).toBe('passkey.not_linked')
    expect(await challengesOf(world, other)).toBe(0)
  })

  it('with the challenge of another session of theirs, or one made for something else', async ({ world, as }) => {
    const caller = await as('reader')
    await linkPasskey(world, caller)
    const second = await world.signIn(caller.person)
    const { challenge: elsewhere } = await start(second)
    const { challenge: fresh } = await caller.api.session.startStepUpPasskey()
    const { challenge: alone } = await world.stranger().api.signIn.startPasskeyAlone()
    for (const challenge of [elsewhere, fresh, alone]) {
      const passkey = makePasskey(ORIGIN, await start(caller), { challenge })
      expect(await refusalOf(confirm(caller, passkey))).toBe('passkey.not_linked')
    }
  })

  it('with a challenge that is stored as another person’s', async ({ world, as }) => {
    const [caller, other] = [await as('reader'), await as('reader')]
    const passkey = makePasskey(ORIGIN, await start(caller))
    const [{ userId }, of] = [other.person, { userId: caller.person.userId }]
    await world.asOwner((tx) => tx.passkeyChallenge.updateMany({ where: of, data: { userId } }))
    expect(await refusalOf(confirm(caller, passkey))).toBe('passkey.not_linked')
  })

  it('with a challenge that was used, and fifty times at once over two processes it is linked once', async ({
    world,
    as,
  }) => {
    const caller = await as('reader')
    const passkey = makePasskey(ORIGIN, await start(caller))
    const second = await world.secondApp()
    const send = async (index: number) => {
      const tab = index % 2 ? second.visitor() : world.visitor()
      for (const [name, value] of caller.cookies) tab.cookies.set(name, value)
      return refusalOf(confirm(tab, passkey))
    }
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, index) => send(index)))
    await second.close()
    expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'passkey.not_linked')).toHaveLength(49)
    expect(await passkeysOf(world, caller)).toHaveLength(1)
  })

  it('with a challenge of five minutes ago', async ({ clock, as }) => {
    const caller = await as('reader')
    const [late, passkey] = [await start(caller), async (options: typeof late) => makePasskey(ORIGIN, options)]
    clock.advance(seconds(CHALLENGE_LIFETIME_SECONDS))
    expect(await refusalOf(confirm(caller, await passkey(late)))).toBe('passkey.not_linked')
    const inTime = await start(caller)
    clock.advance(seconds(CHALLENGE_LIFETIME_SECONDS - 1))
    expect(await refusalOf(confirm(caller, await passkey(inTime)))).toBe('not refused')
  })

  it('under another id than the one that was signed', async ({ world, as }) => {
    const caller = await as('reader')
    const { created } = makePasskey(ORIGIN, await start(caller))
    const id = world.platform.random.token()
    expect(await refusalOf(confirm(caller, { created: { ...created, id, rawId: id } }))).toBe('passkey.not_linked')
    expect(await passkeysOf(world, caller)).toEqual([])
  })

  it.for(['', 'AAAA', Buffer.from('null').toString('base64url'), Buffer.from('{"challenge":1}').toString('base64url')])(
    'from bytes that mean nothing: %j',
    async (bytes, { as }) => {
      const caller = await as('reader')
      const { created } = makePasskey(ORIGIN, await start(caller))
      const { response } = created
      for (const wrong of [{ clientDataJSON: bytes }, { attestationObject: bytes }]) {
        const broken = { created: { ...created, response: { ...response, ...wrong } } }
        expect(await refusalOf(confirm(caller, broken))).toBe('passkey.not_linked')
      }
    },
  )
})

describe('a passkey as the first second step', () => {
  it('is linked during the sign-in, and leads to the recovery code and the session', async ({ world, addPerson }) => {
    const person = await addPerson('reader')
    const caller = await pendingSignIn(world, person)
    const passkey = makePasskey(ORIGIN, await caller.api.signIn.startPasskeyEnrollment())
    const { step, recoveryCode } = await caller.api.signIn.confirmPasskeyEnrollment({
      body: { passkey: passkey.created },
    })
    expect([step, typeof recoveryCode]).toEqual(['keep-recovery-code', 'string'])
    expect(await secondStepRowsOf(world, person)).toMatchObject({ factors: 1, sessions: 0, secondStep: 'linked' })
    await caller.api.signIn.keepRecoveryCode({ body: { kept: true } })
    expect((await caller.api.session.current()).secondStep).toEqual({ method: 'passkey', strong: true })
    // Linking is no proof of a code: the e-mail code stays out of reach (ENR-16).
    const login = await world.asOwner((tx) => tx.login.findFirst({ where: { userId: person.userId } }))
    expect(login?.provenAt).toBeNull()
  })

  it('is linked by the sign-in that began it, once, and where the organisation allows it', async ({
    world,
    tenant,
    addPerson,
  }) => {
    const person = await addPerson('reader')
    const [first, second] = [await pendingSignIn(world, person), await pendingSignIn(world, person)]
    const begin = async ({ api }: Caller) => makePasskey(ORIGIN, await api.signIn.startPasskeyEnrollment())
    const finish = ({ api }: Caller, { created }: VirtualPasskey) =>
      refusalOf(api.signIn.confirmPasskeyEnrollment({ body: { passkey: created } }))
    expect(await finish(second, await begin(first))).toBe('passkey.not_linked')
    const passkey = await begin(first)
    await setPolicy(world, tenant.tenantId, { allowed: ['authenticator'] })
    expect(await finish(first, passkey)).toBe('factor.not_allowed')
    expect(await refusalOf(begin(first))).toBe('factor.not_allowed')
    await setPolicy(world, tenant.tenantId, {})
    const again = await begin(first)
    expect([await finish(first, again), await finish(first, again)]).toEqual([
      'not refused',
      'attempt.wrong_step keep-recovery-code',
    ])
    // In the other tab somebody is linked by now.
    expect(await finish(second, await begin(second))).toBe('attempt.missing')
  })

  it('takes thirty tries in a quarter of an hour', async ({ world, addPerson }) => {
    const person = await addPerson('reader')
    const caller = await pendingSignIn(world, person)
    const { created } = makePasskey(ORIGIN, await caller.api.signIn.startPasskeyEnrollment())
    const tryIt = () =>
      refusalOf(caller.api.signIn.confirmPasskeyEnrollment({ body: { passkey: { ...created, id: 'x' } } }))
    for (let i = 0; i < 30; i++) expect(await tryIt()).toBe('passkey.not_linked')
    expect(await tryIt()).toBe('code.too_many')
  })

  it('voids the re-link code that it was linked after', async ({ world, holder, addPerson }) => {
    const person = await addPerson('reader')
    await world.signIn(person)
    const { relinkCode } = await holder.api.users.unlinkAuthenticator({
      params: { id: person.membershipId },
      body: { reason: 'new-phone' },
    })
    const caller = await pendingSignIn(world, person)
    await caller.api.signIn.relink({ body: { code: relinkCode } })
    const passkey = makePasskey(ORIGIN, await caller.api.signIn.startPasskeyEnrollment())
    await caller.api.signIn.confirmPasskeyEnrollment({ body: { passkey: passkey.created } })
    expect(await secondStepRowsOf(world, person)).toMatchObject({ factors: 1, relinkCodes: 0, secondStep: 'linked' })
  })
})

const start = ({ api }: Caller) => api.account.startPasskey()

const confirm = ({ api }: Caller, { created }: Pick<VirtualPasskey, 'created'>) =>
  api.account.confirmPasskey({ body: { name: 'Laptop', passkey: created } })

const challengesOf = (world: World, { person }: SignedIn) =>
  world.asOwner((tx) => tx.passkeyChallenge.count({ where: { userId: person.userId } }))

const passkeysOf = (world: World, { person }: SignedIn) =>
  world.asOwner((tx) => tx.factor.findMany({ where: { userId: person.userId, kind: 'passkey' } }))

/** Starts calls that all change what somebody has, and lets them go once all of them wait. */
async function bothAtOnce<T>(world: World, { userId }: Person, calls: readonly (() => Promise<T>)[]): Promise<T[]> {
  const running: Promise<T>[] = []
  await world.asOwner(async (tx) => {
    await tx.$queryRaw`SELECT FROM users WHERE id = ${userId}::uuid FOR UPDATE`
    running.push(...calls.map((call) => call()))
    while ((await countWaiting(tx)) < calls.length);
  })
  return Promise.all(running)
}
