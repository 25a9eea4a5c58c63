import type { Actor, Platform } from '../context.ts'
import { Problem } from '../problem.ts'

export async function findMachine(_platform: Platform, _bearer: string): Promise<Actor> {
  throw new Problem('session.missing')
}
