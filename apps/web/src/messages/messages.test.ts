import { betterWords } from '@keyholder/domain/vocabulary'
import { describe, expect, test } from 'vitest'
import { choosing as choosingEn } from './en/choosing.ts'
import { inside as insideEn } from './en/inside.ts'
import { outside as outsideEn } from './en/outside.ts'
import { proving as provingEn } from './en/proving.ts'
import { steps as stepsEn } from './en/steps.ts'
import { choosing as choosingNl } from './nl/choosing.ts'
import { inside as insideNl } from './nl/inside.ts'
import { outside as outsideNl } from './nl/outside.ts'
import { proving as provingNl } from './nl/proving.ts'
import { steps as stepsNl } from './nl/steps.ts'

type Texts = { readonly [key: string]: string | Texts }

const dutch = flatten({ ...outsideNl, ...stepsNl, ...insideNl, ...choosingNl, ...provingNl })
const english = flatten({ ...outsideEn, ...stepsEn, ...insideEn, ...choosingEn, ...provingEn })

test('both languages have the same keys', () => {
  expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort())
})

test('no key is in two parts', () => {
  const keys = [outsideNl, stepsNl, insideNl, choosingNl, provingNl].flatMap((part) => Object.keys(part))
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

describe('both languages take the same arguments', () => {
  test.each([...dutch])('%s', (key, text) => {
    expect(argumentsOf(english.get(key) ?? '')).toEqual(argumentsOf(text))
  })
})

test('no text is empty', () => {
  expect([...dutch, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
})

describe('every text uses the words of the product', () => {
  test.each([
    ['nl', dutch],
    ['en', english],
  ] as const)('%s', (language, texts) => {
    const ill = [...texts].map(([key, text]) => [key, text, betterWords(text, language)] as const)
    expect(ill.filter(([, , instead]) => instead.length > 0)).toEqual([])
  })
})

function flatten(texts: Texts, path = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...flatten(value, `${path}${key}.`)],
    ),
  )
}

/** Names and kinds of ICU arguments and tags, sorted: `{count, plural, …}` → `count:plural`. */
function argumentsOf(text: string): string[] {
  const found = text.matchAll(/\{\s*([A-Za-z]\w*)\s*(?:,\s*(\w+)|\})/g)
  const tags = text.matchAll(/<([a-z]\w*)>/gi)
  return [
    ...new Set([
      ...[...found].map(([, name, kind]) => `${name}:${kind ?? 'text'}`),
      ...[...tags].map(([, tag]) => `<${tag}>`),
    ]),
  ].sort()
}
