import { html, type Markup } from './markup.ts'

const SENTENCE_END = '.,;:!?)]}'

/** A text with its http and https addresses as links. */
export function linkedText(text: string): Markup[] {
  // split() with a group: every second piece is an address.
  return text.split(/(https?:\/\/[^\s<>"']+)/i).flatMap((piece, index) => (index % 2 ? link(piece) : [html`${piece}`]))
}

function link(found: string): Markup[] {
  let end = found.length
  while (SENTENCE_END.includes(found.charAt(end - 1))) end -= 1
  const address = found.slice(0, end)
  if (!URL.canParse(address)) return [html`${found}`]
  return [html`<a href="${address}" rel="noreferrer">${address}</a>`, html`${found.slice(end)}`]
}
