import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { seconds } from '../platform/clock.fake.ts'
import type { Doom } from '../testing/doomed-worker.ts'
import { type OutboxHarness, openOutboxHarness } from '../testing/post-office.ts'
import { deliverDue } from './deliver-due.ts'

const WORKER = fileURLToPath(new URL('../testing/doomed-worker.ts', import.meta.url))
const LEASE = seconds(60)
let harness: OutboxHarness
beforeAll(async () => {
  harness = await openOutboxHarness()
})
afterEach(() => harness.clear())
afterAll(() => harness.close())

/** Starts a worker of its own and waits until it has killed itself. */
async function runKilled(dies: Doom['dies']): Promise<void> {
  const { connection, smtpPort, clock, platform } = harness
  const doom: Doom = { connection, settings: platform.settings, smtpPort, now: clock.now().toISOString(), dies }
  const env = { PATH: process.env.PATH, DOOM: JSON.stringify(doom) }
  const child = spawn(process.execPath, [WORKER], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
}

const post = async () => {
  const reader = await harness.addReader('Jan')
  return harness.post(reader, 'password-changed', { at: harness.clock.now().toISOString(), byLink: false })
}
const receivedIds = async () => (await harness.inbox()).map((mail) => mail.MessageID)

describe('a worker that is killed', () => {
  it('after the relay took the mail leaves it to another, who sends it once more under the same id (FLT-13)', async () => {
    const id = await post()
    await runKilled('after sending')
    expect(await harness.row(id)).toMatchObject({ state: 'waiting', sendAttempts: 1 })
    harness.clock.advance(LEASE)
    expect(await deliverDue(harness.outbox())).toBe(1)
    expect(await receivedIds()).toEqual([`${id}@localhost`, `${id}@localhost`])
    expect(await harness.row(id)).toMatchObject({ state: 'sent', sendAttempts: 2, payloadSealed: null })
  })

  it('twice so has sent it as often as it may: it never comes a third time (FLT-13)', async () => {
    const id = await post()
    await runKilled('after sending')
    harness.clock.advance(LEASE)
    await runKilled('after sending')
    harness.clock.advance(LEASE)
    expect(await deliverDue(harness.outbox())).toBe(1)
    expect(await receivedIds()).toEqual([`${id}@localhost`, `${id}@localhost`])
    expect(await harness.row(id)).toMatchObject({ state: 'failed', error: 'perhaps-sent', payloadSealed: null })
  })

  it('before it sent anything loses nothing (FLT-13)', async () => {
    const id = await post()
    await runKilled('before sending')
    harness.clock.advance(LEASE)
    expect(await deliverDue(harness.outbox())).toBe(1)
    expect(await receivedIds()).toEqual([`${id}@localhost`])
  })
})
