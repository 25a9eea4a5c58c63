import { describe, expect, test } from 'vitest'
import { contrast } from './contrast.ts'
import { type ColourRole, palette, type Scheme } from './palette.ts'

const grounds = ['paper', 'paperDeep', 'glow', 'surface', 'raised'] as const satisfies ColourRole[]

// WCAG 2.2 SC 1.4.3: text against what it stands on.
const texts: [ColourRole, ColourRole][] = [
  ...grounds.flatMap((ground): [ColourRole, ColourRole][] => [
    ['ink', ground],
    ['inkSoft', ground],
    ['link', ground],
    ['errorInk', ground],
    ['successInk', ground],
  ]),
  ['ink', 'quiet'],
  ['link', 'quiet'],
  ['onAction', 'action'],
  ['onAction', 'actionHover'],
  ['onDanger', 'danger'],
  ['onDanger', 'dangerHover'],
  ['navInk', 'nav'],
  ['navInk', 'navRaised'],
  ['navInkSoft', 'nav'],
  ['navInkSoft', 'navRaised'],
  ['successInk', 'successSurface'],
  ['warningInk', 'warningSurface'],
  ['errorInk', 'errorSurface'],
  ['infoInk', 'infoSurface'],
  ['neutralInk', 'neutralSurface'],
  ['ink', 'successSurface'],
  ['ink', 'warningSurface'],
  ['ink', 'errorSurface'],
  ['ink', 'infoSurface'],
  ['link', 'infoSurface'],
  ['link', 'warningSurface'],
  ['link', 'errorSurface'],
]

// SC 1.4.11: borders of controls, focus rings and icons that carry meaning.
const outlines: [ColourRole, ColourRole][] = [
  ...grounds.flatMap((ground): [ColourRole, ColourRole][] => [
    ['lineStrong', ground],
    ['focus', ground],
    ['action', ground],
    ['errorLine', ground],
  ]),
  ['successLine', 'raised'],
  ['focus', 'quiet'],
  ['navFocus', 'nav'],
  ['navFocus', 'navRaised'],
  ['successLine', 'successSurface'],
  ['warningLine', 'warningSurface'],
  ['errorLine', 'errorSurface'],
  ['infoLine', 'infoSurface'],
  ['neutralLine', 'neutralSurface'],
]

describe.each<Scheme>(['light', 'dark'])('in %s', (scheme) => {
  const colours = palette[scheme]
  test.each(texts)('%s is readable on %s', (text, ground) => {
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5)
  })
  test.each(outlines)('%s can be told from %s', (line, ground) => {
    expect(contrast(colours[line], colours[ground])).toBeGreaterThanOrEqual(3)
  })
})

test('black on white is 21 to 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})
