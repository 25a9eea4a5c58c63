import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import type { Plugin } from 'vite'
import { palette } from './src/app/palette.ts'
import { theme } from './src/app/theme.ts'

const MODULE = 'virtual:css-variables.css'

/**
 * Vite plugin: the theme and the palette as one static style sheet, `virtual:css-variables.css`. Mantine would write these
 * variables into a <style> element at run time, which the Content-Security-Policy forbids; made from the theme at build time they
 * cannot fall behind it either.
 */
export function cssVariables(): Plugin {
  return {
    name: 'css-variables',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) => (id === `\0${MODULE}` ? styleSheet() : undefined),
  }
}

function styleSheet(): string {
  const mantine = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme))
  return convertCssVariables({
    variables: withoutUnusedColours(mantine.variables),
    light: { ...withoutUnusedColours(mantine.light), ...roles, ...custom('light') },
    dark: { ...withoutUnusedColours(mantine.dark), ...roles, ...custom('dark') },
  })
}

/** Mantine's roles, said in ours. */
const roles = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-anchor': 'var(--link)',
  '--mantine-color-error': 'var(--error-ink)',
  '--mantine-color-success': 'var(--success-ink)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--quiet)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-disabled': 'var(--paper-deep)',
  '--mantine-color-disabled-color': 'var(--ink-soft)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--action)',
  '--mantine-primary-color-filled-hover': 'var(--action-hover)',
  '--mantine-primary-color-contrast': 'var(--on-action)',
}

function custom(scheme: keyof typeof palette): Record<string, string> {
  return Object.fromEntries(
    Object.entries(palette[scheme]).map(([role, colour]) => [
      `--${role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      colour,
    ]),
  )
}

function withoutUnusedColours(variables: Record<string, string>): Record<string, string> {
  const unused = Object.keys(DEFAULT_THEME.colors).filter((name) => !(name in (theme.colors ?? {})))
  return Object.fromEntries(
    Object.entries(variables).filter(
      ([name]) => !unused.some((colour) => name.startsWith(`--mantine-color-${colour}-`)),
    ),
  )
}
