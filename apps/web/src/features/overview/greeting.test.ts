import { expect, test } from 'vitest'
import { firstName, greetingAt } from './greeting.ts'

test.each([
  [0, 'night'],
  [5, 'night'],
  [6, 'morning'],
  [11, 'morning'],
  [12, 'afternoon'],
  [17, 'afternoon'],
  [18, 'evening'],
  [23, 'evening'],
])('at %i it is %s', (hour, greeting) => {
  expect(greetingAt(hour)).toBe(greeting)
})

test.each([
  ['Élise van den Berg-Óskarsdóttir', 'Élise'],
  ['Jan', 'Jan'],
  [' Fatima el Amrani', 'Fatima'],
])('%j is called %j', (name, first) => {
  expect(firstName(name)).toBe(first)
})
