import type { KeptPolicy } from './policy.ts'
import { ENROLLABLE_FACTORS, type EnrollableFactor, type FactorKind } from './sign-in.ts'

/** Active people of an organisation who have linked exactly these. */
export type PeopleByFactors = { linked: readonly EnrollableFactor[]; users: number }

/** Whom a policy touches. */
export type Reach = {
  users: number
  without: number
  onlyBy: { kind: EnrollableFactor; users: number }[]
  notLinked: number
}

/**
 * Whom it would touch that these are allowed. The e-mail code counts as none: nobody has it linked, and it is not there for
 * everybody. Who has nothing linked is in `notLinked` and not in `without`: they choose when they first sign in.
 */
export function reachOf(groups: readonly PeopleByFactors[], allowed: readonly FactorKind[]): Reach {
  const count = (meets: (linked: readonly EnrollableFactor[]) => boolean) =>
    groups.reduce((sum, { linked, users }) => (meets(linked) ? sum + users : sum), 0)
  return {
    users: count(() => true),
    without: count((linked) => linked.length > 0 && !linked.some((kind) => allowed.includes(kind))),
    onlyBy: ENROLLABLE_FACTORS.map((kind) => ({
      kind,
      users: count(
        (linked) => linked.includes(kind) && !linked.some((other) => other !== kind && allowed.includes(other)),
      ),
    })),
    notLinked: count((linked) => linked.length === 0),
  }
}

/** How many lose their way in by a change: they have something that leaves, and nothing that stays. */
export function countLosing(
  groups: readonly PeopleByFactors[],
  { allowed, phasedOut }: Pick<KeptPolicy, 'allowed' | 'phasedOut'>,
): number {
  const has = (linked: readonly EnrollableFactor[], kinds: readonly FactorKind[]) =>
    linked.some((kind) => kinds.includes(kind))
  const losing = groups.filter(({ linked }) => has(linked, phasedOut) && !has(linked, allowed))
  return losing.reduce((sum, { users }) => sum + users, 0)
}
