import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { RESEND } from './message.ts'
import { findMessage, MESSAGES } from './messages.ts'

const filesIn = (folder: string) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace(/\.ts$/, ''))

it('every message has a file by its name, and every file is registered', () => {
  const names = (channel: 'mail' | 'sms') => MESSAGES.filter((one) => one.channel === channel).map(({ name }) => name)
  expect(names('mail').sort()).toEqual(filesIn('./mails').sort())
  expect(names('sms').sort()).toEqual(filesIn('./sms').sort())
})

it('a one-time code never goes out again by itself, and everything else may (FLT-13)', () => {
  const codes = MESSAGES.filter(({ data }) => 'code' in data.shape)
  expect(codes.map(({ name }) => name).sort()).toEqual(['sign-in-code', 'sms-code'])
  for (const message of MESSAGES) expect(RESEND[message.kind]).toBe(codes.includes(message) ? 'never' : 'once')
})

it('what asks to click on a link has one', () => {
  const asking = MESSAGES.filter(({ kind }) => kind === 'link')
  expect(asking.filter(({ data }) => !('link' in data.shape))).toEqual([])
})

it('a message of a newer build is not found', () => {
  expect(findMessage('a-newer-one')).toBeUndefined()
  expect(findMessage('toString')).toBeUndefined()
})
