import { describe, expect, it } from 'vitest'
import { countLosing, type PeopleByFactors, reachOf } from './policy-reach.ts'
import type { FactorKind } from './sign-in.ts'

const HOUSE: readonly PeopleByFactors[] = [
  { linked: [], users: 7 },
  { linked: ['authenticator'], users: 12 },
  { linked: ['sms'], users: 4 },
  { linked: ['passkey'], users: 2 },
  { linked: ['passkey', 'sms'], users: 3 },
  { linked: ['authenticator', 'sms'], users: 5 },
]

type Kinds = readonly FactorKind[]

describe('whom a policy touches', () => {
  it.each<[Kinds, number]>([
    [['authenticator', 'passkey', 'sms', 'email'], 0],
    [['authenticator', 'passkey'], 4],
    [['authenticator'], 9],
    [['sms'], 14],
    [['email'], 26],
  ])('of %j is who has something linked, and none of these', (allowed, without) => {
    expect(reachOf(HOUSE, allowed)).toMatchObject({ users: 33, without, notLinked: 7 })
  })

  it('says who has one way and no other that is allowed', () => {
    expect(reachOf(HOUSE, ['authenticator', 'passkey']).onlyBy).toEqual([
      { kind: 'authenticator', users: 17 },
      { kind: 'passkey', users: 5 },
      { kind: 'sms', users: 4 },
    ])
  })

  it('is nobody in an empty house', () => {
    expect(reachOf([], ['authenticator'])).toMatchObject({ users: 0, without: 0, notLinked: 0 })
  })
})

describe('who loses their way in', () => {
  it.each<[Kinds, Kinds, number]>([
    [['authenticator'], ['sms'], 7],
    [['authenticator', 'passkey'], ['sms'], 4],
    [['authenticator'], ['sms', 'passkey'], 9],
    [['authenticator', 'passkey', 'sms'], ['email'], 0],
    // Who had nothing that was allowed before loses nothing now.
    [['authenticator'], ['email'], 0],
  ])('to %j without %j has what leaves and nothing that stays', (allowed, phasedOut, expected) => {
    expect(countLosing(HOUSE, { allowed, phasedOut })).toBe(expected)
  })
})
