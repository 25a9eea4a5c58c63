import { pathToFileURL } from 'node:url'
import compile from 'icu-minify/compile'
import type { Plugin } from 'vite'

const PART = /\/src\/messages\/(?:nl|en)\/(?:outside|steps|inside|choosing|proving)\.ts$/

/**
 * Vite plugin, for the build only: the texts are parsed here and not in the browser, which saves everybody the parser (13 KB) and
 * makes a text that cannot be parsed break the build.
 */
export function compileMessages(): Plugin {
  return {
    name: 'compile-messages',
    apply: 'build',
    config: () => ({ resolve: { alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } } }),
    async load(id) {
      if (!PART.test(id)) return
      const parts: Record<string, object> = await import(pathToFileURL(id).href)
      return Object.entries(parts)
        .map(([name, texts]) => `export const ${name} = ${JSON.stringify(compiled(texts))}`)
        .join('\n')
    },
  }
}

function compiled(texts: object): object {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [key, typeof value === 'string' ? compile(value) : compiled(value)]),
  )
}
