import { parseArgs } from 'node:util'
import { cleanName, isCleanText, LINK_LIFETIME_SECONDS, parseEmailAddress } from '@keyholder/domain'
import { makeTenant } from '@keyholder/prisma/make-tenant'
import { asOwner } from '@keyholder/prisma/owner'
import { PLATFORM_TENANT } from '../identity/tenants/platform-tenant.ts'
import { systemClock } from '../platform/clock.ts'
import { tokenHash } from '../platform/keyed-hash.ts'
import { createRandom, type Random } from '../platform/random.ts'

type Wanted = { ownerUrl: string; publicUrl: string; name: string; email: string; now: Date; random: Random }

/**
 * Makes an operator and gives the one-time link with which they choose a password and link an authenticator. Nobody else
 * ever sees it: it is printed and not stored. Asked again for the same address it gives a new link, and the earlier is void.
 * @throws Error when that operator has joined already
 */
export async function makeOperator({ ownerUrl, publicUrl, name, email, now, random }: Wanted): Promise<string> {
  const token = random.token()
  const tenantId = PLATFORM_TENANT
  await asOwner(ownerUrl, async (tx) => {
    if ((await tx.tenant.count({ where: { id: tenantId } })) === 0) {
      await makeTenant(tx, random, now, { id: tenantId, name: 'Keyholder', package: 'platform', seats: 100 })
    }
    const role = await tx.role.findFirstOrThrow({ where: { tenantId, builtIn: 'operator' }, select: { id: true } })
    const known = await tx.membership.findFirst({
      where: { tenantId, email, kind: 'person' },
      select: { id: true, status: true },
    })
    if (known && known.status !== 'invited') throw new Error(`${email} is an operator already.`)
    const membershipId = known?.id ?? random.uuid()
    if (!known) {
      const row = {
        tenantId,
        id: membershipId,
        kind: 'person',
        name,
        email,
        language: 'nl',
        roleId: role.id,
        status: 'invited',
      }
      await tx.membership.createMany({ data: [{ ...row, createdAt: now }] })
    }
    await tx.link.updateMany({
      where: { tenantId, membershipId, usedAt: null, voidedAt: null },
      data: { voidedAt: now },
    })
    const expiresAt = new Date(now.getTime() + LINK_LIFETIME_SECONDS.operator * 1000)
    const hash = new Uint8Array(tokenHash('operator', token))
    const link = {
      tenantId,
      id: random.uuid(),
      tokenHash: hash,
      purpose: 'operator',
      membershipId,
      email,
      createdAt: now,
      expiresAt,
    }
    await tx.link.createMany({ data: [link] })
    const event = {
      tenantId,
      id: random.uuid(),
      at: now,
      action: 'operator.created',
      outcome: 'success',
      actorName: 'command line',
    }
    await tx.auditEvent.createMany({
      data: [{ ...event, objectKind: 'user', objectId: membershipId, objectName: name }],
    })
  })
  return `${publicUrl}/invitation#${token}`
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { name: { type: 'string' }, email: { type: 'string' } } })
  const { DATABASE_OWNER_URL: ownerUrl = '', PUBLIC_URL: publicUrl = '' } = process.env
  const email = parseEmailAddress(values.email ?? '')
  const name = values.name ?? ''
  const mistakes = [
    ...(ownerUrl ? [] : ['Set DATABASE_OWNER_URL: the URL that the migrate command uses.']),
    ...(URL.canParse(publicUrl) ? [] : ['Set PUBLIC_URL: the address that people type.']),
    ...(isCleanText(name, { max: 100 }) ? [] : ['Give --name "First and last name".']),
    ...(email ? [] : ['Give --email name@example.nl.']),
  ]
  if (mistakes.length > 0 || !email) {
    console.error(mistakes.join('\n'))
    process.exit(1)
  }
  const random = createRandom(systemClock)
  const wanted = {
    ownerUrl,
    publicUrl: new URL(publicUrl).origin,
    name: cleanName(name),
    email,
    now: systemClock.now(),
    random,
  }
  try {
    const link = await makeOperator(wanted)
    console.log(`Open this link once, within 72 hours, on the operator's own machine:\n${link}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
