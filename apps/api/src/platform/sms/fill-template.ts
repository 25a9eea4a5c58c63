/** What a template of the configuration may name. */
export type Filling = Readonly<Record<'to' | 'text' | 'reference' | 'from', string>>

const PLACEHOLDER = /\{(?:to|text|reference|from)\}/g

/** How a value is written so that it stays one value there. */
export const WRITTEN_FOR = {
  url: encodeURIComponent,
  header: (value: string) => value,
  'application/json': (value: string) => JSON.stringify(value).slice(1, -1),
  'application/x-www-form-urlencoded': encodeURIComponent,
} as const satisfies Record<string, (value: string) => string>

/** Puts values in the place of `{to}`, `{text}`, `{reference}` and `{from}`, once: what a value holds is no placeholder. */
export function fillTemplate(template: string, filling: Filling, write: (value: string) => string): string {
  const values = new Map(Object.entries(filling).map(([name, value]) => [`{${name}}`, write(value)]))
  return template.replaceAll(PLACEHOLDER, (placeholder) => values.get(placeholder) ?? placeholder)
}
