import type { Plugin } from 'vite'

/** By the file of Mantine that defines it: what takes its place. Each file defines what its name says. */
const INSTEAD: Record<string, string> = {
  // What would write <style> elements: switched off (providers.tsx), for the Content-Security-Policy forbids such elements and
  // css-variables.ts does their work.
  'MantineCssVariables/MantineCssVariables': 'export const MantineCssVariables = () => null',
  'MantineClasses/MantineClasses': 'export const MantineClasses = () => null',
  // Colours of components with a variant, of which the pages use none; and the hues that css-variables.ts leaves out as well.
  'color-functions/default-variant-colors-resolver/default-variant-colors-resolver':
    'export const defaultVariantColorsResolver = () => ({})',
  'default-colors': 'export const DEFAULT_COLORS = {}',
}

const PROVIDER_PART = /@mantine\/core\/esm\/core\/MantineProvider\/(.+)\.mjs$/

/** Vite plugin, for the build only: leaves out of the first page what Mantine's provider brings along and nothing here uses. */
export function leanMantine(): Plugin {
  return {
    name: 'lean-mantine',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const part = PROVIDER_PART.exec(id)?.[1]
      return part && INSTEAD[part]
    },
  }
}
