/** Text that is markup already; everything else is escaped when it enters a page. */
export interface Markup {
  readonly markup: string
}

type Value = string | number | Markup | readonly Markup[]

/** A template whose values are escaped, so that what a message says is always shown and never obeyed. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
  const written = parts.map((part, index) => part + write(values[index] ?? ''))
  return { markup: written.join('') }
}

function write(value: Value): string {
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value))
  if ('markup' in value) return value.markup
  return value.map((one) => one.markup).join('')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
