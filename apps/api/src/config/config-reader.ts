import { readFileSync } from 'node:fs'
import type { Variable } from './variables.ts'

type Range = { from: number; to: number }
type UrlForm = { protocol: RegExp; example: string }

/** How variables of the environment are read; whatever is wrong becomes a sentence in `mistakes`, which names no value. */
export type ConfigReader = {
  isProduction: boolean
  mistakes: string[]
  /** What is set, or what stands in the file that `X_FILE` names; undefined for nothing. */
  text(name: Variable): string | undefined
  needed(name: Variable, what: string): string
  /** A secret that needs a length; '' where it is missing. */
  secret(name: Variable, what: string): string
  whole(name: Variable, otherwise: number, range: Range): number
  url(name: Variable, what: string, form: UrlForm): string
  oneOf<T extends string>(name: Variable, choices: readonly T[], otherwise: T): T
}

/** The least that a secret has. */
export const SECRET_LENGTH = 32

export function createConfigReader(env: Record<string, string | undefined>): ConfigReader {
  const mistakes: string[] = []
  const reader: ConfigReader = {
    isProduction: env.NODE_ENV === 'production',
    mistakes,
    text: (name) => {
      const file = env[`${name}_FILE`]
      if (!file) return env[name]?.trim() || undefined
      try {
        return readFileSync(file, 'utf8').trim() || undefined
      } catch {
        mistakes.push(`The file that ${name}_FILE names cannot be read.`)
        return undefined
      }
    },
    needed: (name, what) => {
      const value = reader.text(name)
      if (value === undefined) mistakes.push(`Set ${name}: ${what}.`)
      return value ?? ''
    },
    secret: (name, what) => {
      const value = reader.needed(name, what)
      if (value && value.length < SECRET_LENGTH)
        mistakes.push(`${name} must have at least ${SECRET_LENGTH} characters.`)
      return value
    },
    whole: (name, otherwise, { from, to }) => {
      const value = reader.text(name) ?? String(otherwise)
      const number = Number(value)
      if (/^\d+$/.test(value) && number >= from && number <= to) return number
      mistakes.push(`${name} must be a whole number from ${from} to ${to}.`)
      return otherwise
    },
    url: (name, what, { protocol, example }) => {
      const value = reader.needed(name, what)
      const fits = URL.canParse(value) && protocol.test(new URL(value).protocol)
      if (value && !fits) mistakes.push(`${name} must look like ${example}.`)
      return fits ? value : ''
    },
    oneOf: (name, choices, otherwise) => {
      const value = reader.text(name) ?? otherwise
      const found = choices.find((choice) => choice === value)
      if (!found) mistakes.push(`${name} must be ${inWords(choices)}.`)
      return found ?? otherwise
    },
  }
  return reader
}

function inWords(choices: readonly string[]): string {
  return choices.length === 2 ? choices.join(' or ') : `one of ${choices.join(', ')}`
}
