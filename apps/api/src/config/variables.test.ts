import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig } from './read-config.ts'
import { VARIABLES, type Variable } from './variables.ts'

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8')
const NAMES: readonly Variable[] = VARIABLES.flatMap(({ names }) => [...names])

/** Read by commands and by the demonstration, not by a server. */
const ELSEWHERE: readonly Variable[] = [
  'DATABASE_OWNER_URL',
  'DATA_DIRECTORY',
  'DATABASE_PORT',
  'MAILBOX_SMTP_PORT',
  'MAILBOX_HTTP_PORT',
]

describe('the table of variables', () => {
  it('is the one that README shows, row by row', () => {
    const rows = [...read('README.md').matchAll(/^\| (`[A-Z][^|]*?) *\| ([^|]*?) *\| ([^|]*?) *\|$/gm)]
    expect(rows.map(([, names, needed, meaning]) => [names, needed, meaning])).toEqual(
      VARIABLES.map(({ names, needed, meaning }) => [names.map((name) => `\`${name}\``).join(', '), needed, meaning]),
    )
  })

  it('is what .env.example lists, each once', () => {
    const listed = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)
    expect(listed.toSorted()).toEqual(NAMES.toSorted())
  })

  it('holds nothing that no server, command or demonstration reads', () => {
    const asked = new Set<string>()
    const env = exampleEnvironment()
    const seen = new Proxy(env, {
      get: (target, name) => {
        asked.add(String(name).replace(/_FILE$/, ''))
        return Reflect.get(target, name)
      },
    })
    const sms = { SMS_FROM: 'Keyholder', SMS_API_KEY: 'key', SMS_ACCOUNT: 'AC00000000000000000000000000000000' }
    for (const SMS_PROVIDER of ['mailbox', 'http', 'spryng', 'cm', 'bird', 'twilio']) {
      Object.assign(env, sms, { SMS_PROVIDER, SMS_HTTP_BODY: '{"to":"{to}","text":"{text}","from":"{from}"}' })
      try {
        readConfig(seen)
      } catch {
        // Which of them is wrong is told elsewhere: here it counts what was asked for.
      }
    }
    expect(NAMES.filter((name) => !asked.has(name))).toEqual(ELSEWHERE)
  })
})

describe('.env.example', () => {
  it('is a configuration that a server starts with', () => {
    expect(readConfig(exampleEnvironment())).toMatchObject({ port: 3000, settings: { serviceName: 'Keyholder' } })
  })
})

function exampleEnvironment(): Record<string, string> {
  return Object.fromEntries(
    [...read('.env.example').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  )
}
