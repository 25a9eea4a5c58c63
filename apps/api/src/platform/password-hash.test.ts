import argon2 from 'argon2'
import { describe, expect, it, vi } from 'vitest'
import { parseKeyRing } from './key-ring.ts'
import { createPasswordHasher, HashQueueFull } from './password-hash.ts'

const K1 = `k1:${Buffer.alloc(32, 1).toString('base64')}`
const K2 = `k2:${Buffer.alloc(32, 2).toString('base64')}`
const passwords = createPasswordHasher({ pepper: parseKeyRing(K1), concurrency: 2 })

const RIGHT = { ok: true, needsRehash: false, isUnreadable: false }
const RIGHT_AND_OLD = { ok: true, needsRehash: true, isUnreadable: false }
const WRONG = { ok: false, needsRehash: false, isUnreadable: false }
const UNREADABLE = { ok: false, needsRehash: false, isUnreadable: true }

describe('a password', () => {
  it('is kept as argon2id of 19 MiB, two passes, one lane and a salt of 128 bits, with a pepper (AUT-13)', async () => {
    const stored = await passwords.hash('een paard in de gang')
    const [, salt = ''] =
      /^k1\$argon2id\$v=19\$m=19456,p=1,t=2\$([A-Za-z0-9+/]+)\$[A-Za-z0-9+/]{43}$/.exec(stored) ?? []
    expect(Buffer.from(salt, 'base64')).toHaveLength(16)
    expect(await argon2.verify(stored.slice(2), 'een paard in de gang')).toBe(false)
    expect(await passwords.hash('een paard in de gang')).not.toBe(stored)
  })

  it('differs from another one, however alike, in any form of its accents (AUT-12)', async () => {
    const stored = await passwords.hash(`${'x'.repeat(80)}caf\u00e9`)
    expect(await passwords.verify(stored, `${'x'.repeat(80)}cafe\u0301`)).toEqual(RIGHT)
    expect(await passwords.verify(stored, `${'x'.repeat(80)}cafe`)).toEqual(WRONG)
  })

  it('of an account that is not there is never right, and is hashed like any other (AUT-01)', async () => {
    const checking = passwords.verify(null, 'een paard in de gang')
    expect(passwords.depth()).toBe(1)
    expect(await checking).toEqual(WRONG)
  })

  it('longer than 256 characters is not hashed at all (AUT-10)', async () => {
    const stored = await passwords.hash('🦊'.repeat(256))
    expect(await passwords.verify(stored, '🦊'.repeat(256))).toEqual(RIGHT)
    for (const size of [257, 4_096, 1_000_000]) {
      const checking = passwords.verify(stored, 'x'.repeat(size))
      expect(passwords.depth()).toBe(0)
      expect(await checking).toEqual(WRONG)
      await expect(passwords.hash('x'.repeat(size))).rejects.toThrow(RangeError)
    }
  })
})

describe('a stored hash', () => {
  it('is made again when the pepper or the parameters changed, and only after the right password', async () => {
    const rotated = createPasswordHasher({ pepper: parseKeyRing(`${K2},${K1}`), concurrency: 2 })
    const stored = await passwords.hash('een paard in de gang')
    expect(await rotated.verify(stored, 'een paard in de gang')).toEqual(RIGHT_AND_OLD)
    expect(await rotated.verify(stored, 'een koe in de gang')).toEqual(WRONG)
    expect(await rotated.hash('een paard in de gang')).toMatch(/^k2\$/)
  })

  it.each([
    ['less memory', { memoryCost: 8_192, timeCost: 2, parallelism: 1 }],
    ['fewer passes', { memoryCost: 19_456, timeCost: 1, parallelism: 1 }],
    ['more lanes', { memoryCost: 19_456, timeCost: 2, parallelism: 2 }],
  ])('is rehashed when it was made with %s (AUT-13)', async (_what, parameters) => {
    const before = createPasswordHasher({ pepper: parseKeyRing(K1), concurrency: 2, parameters })
    const stored = await before.hash('een paard in de gang')
    expect(await passwords.verify(stored, 'een paard in de gang')).toEqual(RIGHT_AND_OLD)
    expect(await passwords.verify(stored, 'een koe in de gang')).toEqual(WRONG)
    expect(await before.verify(stored, 'een paard in de gang')).toEqual(RIGHT)
  })

  it('by another library, which writes its parameters in another order, is the same hash', async () => {
    const stored = await passwords.hash('een paard in de gang')
    const reordered = stored.replace('p=1,t=2', 't=2,p=1')
    expect(await passwords.verify(reordered, 'een paard in de gang')).toEqual(RIGHT)
  })

  it.each([
    ['a gibibyte of memory', (stored: string) => stored.replace('m=19456', 'm=1048576')],
    ['less memory than argon2 can work with', (stored: string) => stored.replace('m=19456', 'm=1')],
    ['99 passes', (stored: string) => stored.replace('t=2', 't=99')],
    ['no pass', (stored: string) => stored.replace('t=2', 't=0')],
    ['16 lanes', (stored: string) => stored.replace('p=1', 'p=16')],
    ['another kind of argon2', (stored: string) => stored.replace('argon2id', 'argon2d')],
    ['another version', (stored: string) => stored.replace('v=19', 'v=16')],
    ['a pepper that is gone', (stored: string) => stored.replace('k1', 'k9')],
    ['no pepper', (stored: string) => stored.slice(2)],
    ['a shorter hash', (stored: string) => stored.slice(0, -4)],
    ['nothing', () => ''],
  ])('that asks for %s is not tried: it is no password, at the cost of any other (AUT-14)', async (_what, change) => {
    const changed = change(await passwords.hash('een paard in de gang'))
    const before = passwords.unreadable()
    const tried = vi.spyOn(argon2, 'verify')
    expect(await passwords.verify(changed, 'een paard in de gang')).toEqual(UNREADABLE)
    const hashes = tried.mock.calls.map(([hash]) => hash)
    tried.mockRestore()
    expect(hashes).toEqual([expect.stringMatching(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/)])
    expect(passwords.unreadable()).toBe(before + 1)
  })

  it('of a pepper that is gone is read again when the pepper is back', async () => {
    const stored = await passwords.hash('een paard in de gang')
    const without = createPasswordHasher({ pepper: parseKeyRing(K2), concurrency: 2 })
    expect(await without.verify(stored, 'een paard in de gang')).toEqual(UNREADABLE)
    expect(await passwords.verify(stored, 'een paard in de gang')).toEqual(RIGHT)
  })

  it('that is not there, or of a password that is too long, is nothing to look at', async () => {
    const fresh = createPasswordHasher({ pepper: parseKeyRing(K1), concurrency: 2 })
    await fresh.verify(null, 'een paard in de gang')
    await fresh.verify('', 'x'.repeat(257))
    expect(fresh.unreadable()).toBe(0)
  })
})

describe('a flood of passwords', () => {
  it('is hashed a few at a time, waits shortly, and is refused beyond that with a time to come back (RTL-13)', async () => {
    const narrow = createPasswordHasher({ pepper: parseKeyRing(K1), concurrency: 1, queueLimit: 3 })
    const tries = Array.from({ length: 20 }, () => narrow.verify(null, 'een paard in de gang'))
    expect(narrow.depth()).toBe(4)
    expect(narrow.isFull()).toBe(true)
    const outcomes = await Promise.allSettled(tries)
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(refusals).toHaveLength(16)
    for (const refusal of refusals) {
      expect(refusal).toBeInstanceOf(HashQueueFull)
      expect(refusal).toHaveProperty('retryAfterSeconds', 2)
    }
    expect(narrow.depth()).toBe(0)
    expect(narrow.isFull()).toBe(false)
  })
})
