import { sqlState, type Tx } from '@keyholder/prisma'

/**
 * Gives an account another address, wherever it is kept: to sign in with, and in every organisation.
 * @throws what `isTaken` recognizes, when the address is taken: as a login, or in one of these organisations
 */
export async function moveEmail(tx: Tx, { userId, email }: { userId: string; email: string }): Promise<void> {
  await tx.login.updateMany({ where: { userId }, data: { email } })
  await tx.user.updateMany({ where: { id: userId }, data: { email } })
  await tx.membership.updateMany({ where: { userId }, data: { email } })
}

const DUPLICATES = ['23505', 'P2002']

/** True for the database's error that an address is taken. */
export function isTaken(error: unknown): boolean {
  return DUPLICATES.includes(sqlState(error) ?? '')
}
