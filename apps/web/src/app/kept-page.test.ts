import { expect, test } from 'vitest'
import { loadKeptPageAnew } from './kept-page.ts'

test.each([
  ['that the browser kept is hidden and then reloaded (SES-07)', true, ['hide', 'load']],
  ['that has just been loaded stays as it is', false, []],
])('a page %s', (_, persisted, expected) => {
  const done: string[] = []
  const events = new EventTarget()
  loadKeptPageAnew({ events, hide: () => done.push('hide'), load: () => done.push('load') })
  events.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))
  expect(done).toEqual(expected)
})
