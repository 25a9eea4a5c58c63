import type { Actor, ActorSession } from '../../context.ts'
import { Problem } from '../../problem.ts'

/** The session that somebody came with. @throws Problem `session.missing` for a machine, which has none */
export function sessionOf({ session }: Actor): ActorSession {
  if (!session) throw new Problem('session.missing')
  return session
}
