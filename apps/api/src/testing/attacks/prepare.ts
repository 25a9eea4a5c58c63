import {
  formatRecoveryCode,
  type LinkPurpose,
  newRecoveryCode,
  newTotpSecret,
  type SignInStep,
} from '@keyholder/domain'
import { hashedOf } from '../../identity/factors/one-time-code/store-sent-code.ts'
import { tokenHash } from '../../platform/keyed-hash.ts'
import { codeAt } from '../phone.ts'
import type { AttackSetup, Victim } from './attack-setup.ts'

const HOUR = 3_600_000

/** Everything that an earlier round left of the victim's sign-ins, and every count. */
export async function wipe({ owner }: AttackSetup, { userId }: Victim): Promise<void> {
  await owner.run(async (tx) => {
    await tx.secondFactorCounter.deleteMany({ where: { userId } })
    await tx.signInAttempt.deleteMany({ where: { userId } })
    await tx.oneTimeCode.deleteMany({ where: { userId } })
    await tx.login.updateMany({ where: { userId }, data: { emailCodeUses: [], passwordVoidAt: null } })
    await tx.session.deleteMany({ where: { userId } })
    await tx.link.deleteMany({})
    await tx.message.deleteMany({})
    await tx.throttleCounter.deleteMany({})
  })
}

/** Sign-ins at a step, as many as asked, each with the cookie that it is known by. */
export async function beginAttempts(
  { owner, platform }: AttackSetup,
  { tenantId, userId, membershipId }: Victim,
  { step, count }: { step: SignInStep; count: number },
): Promise<{ id: string; cookies: Record<string, string> }[]> {
  const now = platform.clock.now()
  const attempts = Array.from({ length: count }, () => ({ id: platform.random.uuid(), token: platform.random.token() }))
  await owner.run((tx) =>
    tx.signInAttempt.createMany({
      data: attempts.map(({ id, token }) => ({
        id,
        tokenHash: new Uint8Array(tokenHash('attempt', token)),
        homeTenantId: tenantId,
        userId,
        membershipId,
        step,
        createdAt: now,
        expiresAt: new Date(now.getTime() + HOUR / 6),
      })),
    }),
  )
  return attempts.map(({ id, token }) => ({ id, cookies: { 'keyholder-sign-in': token } }))
}

/** A linked authenticator in the place of what was there. @returns what shows the code of this moment */
export async function linkPhone(
  { owner, platform }: AttackSetup,
  { tenantId, userId }: Victim,
): Promise<() => Promise<string>> {
  const { random, secretBox, clock } = platform
  const id = random.uuid()
  const secret = newTotpSecret((size) => random.bytes(size))
  const now = clock.now()
  await owner.run(async (tx) => {
    await tx.factor.deleteMany({ where: { userId } })
    await tx.factor.createMany({
      data: [
        {
          homeTenantId: tenantId,
          id,
          userId,
          kind: 'authenticator',
          name: 'Telefoon',
          state: 'linked',
          secretSealed: secretBox.seal('authenticator', secret, [tenantId, userId, id]),
          lastStep: 1,
          begunBy: id,
          createdAt: now,
          linkedAt: now,
        },
      ],
    })
  })
  return () => codeAt(secret, clock.now())
}

/** A recovery code that was kept, in the place of what was there. @returns the code as its owner has it */
export async function keepRecoveryCode(
  { owner, platform }: AttackSetup,
  { tenantId, userId }: Victim,
): Promise<string> {
  const { random, keyedHash, clock } = platform
  const code = newRecoveryCode((size) => random.bytes(size))
  const now = clock.now()
  const codeHash = keyedHash.hash('recovery-code', `${userId} ${code}`)
  await owner.run(async (tx) => {
    await tx.recoveryCode.deleteMany({ where: { userId } })
    await tx.recoveryCode.createMany({ data: [{ homeTenantId: tenantId, userId, codeHash, madeAt: now, keptAt: now }] })
  })
  return formatRecoveryCode(code)
}

/** An open link. @returns its token, as it stands in the mail */
export async function makeLinkFor(
  { owner, platform }: AttackSetup,
  { tenantId, membershipId, email }: Omit<Victim, 'userId'>,
  purpose: LinkPurpose,
): Promise<string> {
  const { random, clock } = platform
  const token = random.token()
  const now = clock.now()
  await owner.run((tx) =>
    tx.link.createMany({
      data: [
        {
          tenantId,
          id: random.uuid(),
          tokenHash: new Uint8Array(tokenHash(purpose, token)),
          purpose,
          membershipId,
          email,
          createdAt: now,
          expiresAt: new Date(now.getTime() + HOUR),
        },
      ],
    }),
  )
  return token
}

/** Somebody who was invited and has no account yet. */
export async function inviteSomebody({
  owner,
  platform,
  tenant,
  holder,
}: AttackSetup): Promise<Omit<Victim, 'userId'>> {
  const { random, clock } = platform
  const { tenantId, roleIds } = tenant
  const membershipId = random.uuid()
  const email = `invited-${membershipId}@example.nl`
  const invited = { kind: 'person', status: 'invited', name: 'Genodigde', language: 'nl', roleId: roleIds.reader }
  await owner.run((tx) =>
    tx.membership.createMany({
      data: [{ ...invited, tenantId, id: membershipId, email, inviterId: holder.membershipId, createdAt: clock.now() }],
    }),
  )
  return { tenantId, membershipId, email }
}

/** A code that was sent for a sign-in: by text message to a number that is linked, or by mail. @returns the code */
export async function sendCodeFor(
  { owner, platform }: AttackSetup,
  { tenantId, userId }: Victim,
  { attemptId: boundTo, method }: { attemptId: string; method: 'sms' | 'email' },
): Promise<string> {
  const { random, keyedHash, clock } = platform
  const now = clock.now()
  const [id, factorId] = [random.uuid(), random.uuid()]
  const code = String(100_000 + random.bytes(2).readUInt16BE())
  const phone = {
    homeTenantId: tenantId,
    id: factorId,
    userId,
    kind: 'sms',
    name: 'Sms',
    secretSealed: 'x',
    phoneHash: id,
    ending: '37',
  }
  await owner.run(async (tx) => {
    await tx.factor.deleteMany({ where: { userId, kind: 'sms' } })
    await tx.factor.createMany({
      data: [{ ...phone, state: 'linked', begunBy: factorId, createdAt: now, linkedAt: now }],
    })
    await tx.login.updateMany({ where: { userId }, data: { provenAt: now } })
    await tx.oneTimeCode.createMany({
      data: [
        {
          homeTenantId: tenantId,
          id,
          userId,
          boundTo,
          purpose: 'sign-in',
          method,
          factorId: method === 'sms' ? factorId : null,
          codeHash: keyedHash.hash(...hashedOf({ id, boundTo, code })),
          messageId: random.uuid(),
          createdAt: now,
          expiresAt: new Date(now.getTime() + HOUR / 6),
        },
      ],
    })
  })
  return code
}

/** A session of the victim. @returns the cookie that it is known by */
export async function openSessionFor(
  { owner, platform }: AttackSetup,
  { tenantId, userId, membershipId }: Victim,
): Promise<Record<string, string>> {
  const { random, clock } = platform
  const token = random.token()
  const now = clock.now()
  const session = { tenantId, id: random.uuid(), membershipId, homeTenantId: tenantId, userId }
  const shown = { secondFactor: 'authenticator', secondFactorAt: now, userAgent: 'arena', ip: '192.0.2.1' }
  const endsAt = new Date(now.getTime() + HOUR)
  await owner.run((tx) =>
    tx.session.createMany({
      data: [
        {
          ...session,
          ...shown,
          tokenHash: new Uint8Array(tokenHash('session', token)),
          openedAt: now,
          lastUsedAt: now,
          idleSeconds: 1800,
          endsAt,
        },
      ],
    }),
  )
  return { keyholder: token }
}
