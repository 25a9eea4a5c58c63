import { expect, test } from 'vitest'
import { textOfHtml } from './text-of-html.ts'

test.for([
  ['<p>Hallo <b>Jan</b></p><p>Dag</p>', 'Hallo Jan\nDag'],
  ['een<br>twee', 'een\ntwee'],
  ['<style>p { color: red }</style><script>if (a < b) c()</script>tekst', 'tekst'],
  ['&lt;b&gt; &amp;amp; &euro; &#233; &#x27;', "<b> &amp; &euro; é '"],
  ['1 < 2', '1'],
  ['<p', ''],
  ['', ''],
] as const)('the words of %s are %j', ([html, words]) => {
  expect(textOfHtml(html)).toBe(words)
})

test.for(['<', '<style', '<style><', '&#', '<p '])('a megabyte of %s is read in one pass', (piece) => {
  expect(textOfHtml(piece.repeat((1024 * 1024) / piece.length)).length).toBeLessThanOrEqual(1024 * 1024)
})
