import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { scramVerifier } from './scram-verifier.ts'

test('the verifier is that of RFC 7677', () => {
  const verifier = scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'))
  const [head, keys] = verifier.split(/\$(?=[^$]+$)/)
  expect(head).toBe('SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==')
  // The example of RFC 7677 §3 gives the server's signature over the whole exchange.
  const serverKey = Buffer.from(keys!.split(':')[1]!, 'base64')
  expect(createHmac('sha256', serverKey).update(EXCHANGE).digest('base64')).toBe(
    '6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
  )
})

test('two verifiers of one password differ', () => {
  expect(scramVerifier('pencil')).not.toBe(scramVerifier('pencil'))
})

test('a password that SASLprep would change is refused', () => {
  expect(() => scramVerifier('pêncil')).toThrow('expected a password of printable ASCII')
})

const EXCHANGE = [
  'n=user,r=rOprNGfwEbeRWgbNEkqO',
  'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
  'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0',
].join(',')
