import type { Plugin } from 'vite'

const WRITER = /@mantine\/core\/esm\/core\/MantineProvider\/(MantineCssVariables|MantineClasses)\/\1\.mjs$/

/**
 * Vite plugin, for the build only: leaves out what Mantine's provider would write <style> elements with. It is switched off
 * (providers.tsx), for the Content-Security-Policy forbids such elements and css-variables.ts does their work, but is large.
 */
export function withoutStyleElements(): Plugin {
  return {
    name: 'without-style-elements',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const writer = WRITER.exec(id)?.[1]
      return writer && `export const ${writer} = () => null`
    },
  }
}
