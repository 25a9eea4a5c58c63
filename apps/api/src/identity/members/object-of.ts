import type { Member } from './find-member.ts'

/** A member as the log names them. */
export function objectOf({ id, name }: Pick<Member, 'id' | 'name'>) {
  return { kind: 'user', id, name } as const
}
