import type { Letter } from './letter.ts'

/** A letter as plain text. The link stands on a line of its own, so that it can be copied whole. */
export function asText({ greeting, paragraphs, button, ifNotYou, footer }: Letter): string {
  const parts = [
    greeting,
    ...paragraphs,
    ...(button ? [`${button.label}:\n${button.link}`, button.until] : []),
    ifNotYou,
    footer.join('\n'),
  ]
  return `${parts.join('\n\n')}\n`
}
