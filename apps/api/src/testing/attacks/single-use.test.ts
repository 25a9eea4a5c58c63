import type {} from '@keyholder/prisma/test-global-setup'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type AttackSetup, openAttackSetup } from './attack-setup.ts'
import { playRounds, THINGS } from './single-use.ts'

const ROUNDS = 3
const SHOTS = 50

let setup: AttackSetup
beforeAll(async () => {
  setup = await openAttackSetup(inject('testCluster'))
})
afterAll(() => setup.close())

it.each(THINGS)('works once, of fifty at once over two processes: $name (REC-02, REC-10, CHN-04)', async (thing) => {
  const [score] = await playRounds(setup, { rounds: ROUNDS, shots: SHOTS, things: [thing] })
  expect(score).toEqual({ thing: thing.name, rounds: ROUNDS, exactlyOne: ROUNDS, failed: 0, wrong: [] })
})
