import type { CodePurpose, Subject } from '@keyholder/domain'

/**
 * What a challenge is made for, and by which sign-in or session: it can be used for that, there, by that person, and for
 * nothing else. Only for a sign-in by passkey alone it is not known yet whose it is.
 */
export type Ceremony = OwnCeremony | typeof ALONE

export type OwnCeremony = { purpose: CodePurpose; owner: Subject; boundTo: string }

export const ALONE = { purpose: 'alone', owner: null, boundTo: null } as const
