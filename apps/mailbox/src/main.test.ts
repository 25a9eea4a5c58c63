import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { test as withMailbox } from './running-mailbox.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

function start(ports: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], { env: { ...process.env, ...ports } })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const firstLine = new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))))
  const complaint = new Promise<string>((resolve) => child.stderr.once('data', (data) => resolve(String(data))))
  return { child, exited, firstLine, complaint }
}

test.for(['SIGTERM', 'SIGINT'] as const)('the process says where it listens and ends on %s', async (signal) => {
  const { child, exited, firstLine } = start({ MAILBOX_SMTP_PORT: '0', MAILBOX_HTTP_PORT: '0' })
  const page = /http:\/\/localhost:(\d+)/.exec(await firstLine)?.[1]
  expect((await fetch(`http://127.0.0.1:${page}/readyz`)).status).toBe(200)
  child.kill(signal)
  expect(await exited).toBe(0)
})

test.for(['abc', '-1', '65536', '1.5'])('the port %s is refused by name', async (port) => {
  const { exited, complaint } = start({ MAILBOX_SMTP_PORT: '0', MAILBOX_HTTP_PORT: port })
  expect(await complaint).toContain(`MAILBOX_HTTP_PORT must be a port number from 0 to 65535, not "${port}".`)
  expect(await exited).toBe(1)
})

withMailbox('a port in use ends the process with what to set', async ({ mailbox }) => {
  const { exited, complaint } = start({ MAILBOX_SMTP_PORT: String(mailbox.smtpPort), MAILBOX_HTTP_PORT: '0' })
  expect(await complaint).toMatch(/^The mailbox cannot listen on port \d+ .* Set MAILBOX_SMTP_PORT to a free port\.\n$/)
  expect(await exited).toBe(1)
})
