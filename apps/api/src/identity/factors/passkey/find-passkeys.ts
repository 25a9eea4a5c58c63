import type { UserKey } from '@keyholder/domain'
import type { Tx } from '@keyholder/prisma'
import * as z from 'zod/mini'

const Transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])

/** A passkey as a signature is checked against it. */
export type Passkey = {
  id: string
  homeTenantId: string
  userId: string
  name: string
  credentialId: string
  publicKey: Uint8Array<ArrayBuffer>
}

/** The passkey of a credential id, while it is linked. Such ids are unique over all organisations. */
export async function findPasskey(tx: Tx, credentialId: string): Promise<Passkey | null> {
  const row = await tx.factor.findFirst({
    where: { kind: 'passkey', state: 'linked', credentialId },
    select: { id: true, homeTenantId: true, userId: true, name: true, publicKey: true },
  })
  return row?.publicKey ? { ...row, publicKey: row.publicKey, credentialId } : null
}

/** Somebody's passkeys as browsers know them; those that were switched off too, when they only have to be told apart. */
export async function describePasskeys(
  tx: Tx,
  { homeTenantId, userId }: UserKey,
  states: readonly ('linked' | 'off')[],
): Promise<{ id: string; type: 'public-key'; transports: z.infer<typeof Transport>[] }[]> {
  const rows = await tx.factor.findMany({
    where: { homeTenantId, userId, kind: 'passkey', state: { in: [...states] } },
    select: { credentialId: true, transports: true },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(({ credentialId, transports }) => ({
    id: credentialId ?? '',
    type: 'public-key',
    transports: transports.flatMap((transport) => z.safeParse(Transport, transport).data ?? []),
  }))
}
