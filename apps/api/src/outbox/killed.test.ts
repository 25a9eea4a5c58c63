import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished } from 'vitest'
import { seconds } from '../platform/clock.fake.ts'
import type { Doom } from '../testing/killed-worker.ts'
import { it, type OutboxHarness } from '../testing/outbox-harness.ts'
import { deliverDue } from './deliver-due.ts'

describe('a worker that is killed', () => {
  it('after the relay took the mail leaves it to another, who sends it once more under the same id (FLT-13)', async ({
    harness,
  }) => {
    const id = await post(harness)
    await runKilled(harness, 'after sending')
    expect(await harness.row(id)).toMatchObject({ state: 'waiting', sendAttempts: 1 })
    harness.clock.advance(LEASE)
    expect(await deliverDue(harness.outbox())).toBe(1)
    expect(await receivedIds(harness)).toEqual([`${id}@localhost`, `${id}@localhost`])
    expect(await harness.row(id)).toMatchObject({ state: 'sent', sendAttempts: 2, payloadSealed: null })
  })

  it('twice so has sent it as often as it may: it never comes a third time (FLT-13)', async ({ harness }) => {
    const id = await post(harness)
    await runKilled(harness, 'after sending')
    harness.clock.advance(LEASE)
    await runKilled(harness, 'after sending')
    harness.clock.advance(LEASE)
    expect(await deliverDue(harness.outbox())).toBe(1)
    expect(await receivedIds(harness)).toEqual([`${id}@localhost`, `${id}@localhost`])
    expect(await harness.row(id)).toMatchObject({ state: 'failed', error: 'perhaps-sent', payloadSealed: null })
  })

  it('before it sent anything loses nothing (FLT-13)', async ({ harness }) => {
    const id = await post(harness)
    await runKilled(harness, 'before sending')
    harness.clock.advance(LEASE)
    expect(await deliverDue(harness.outbox())).toBe(1)
    expect(await receivedIds(harness)).toEqual([`${id}@localhost`])
  })
})

const WORKER = fileURLToPath(new URL('../testing/killed-worker.ts', import.meta.url))
const LEASE = seconds(60)

/** Starts a worker of its own and waits until it has killed itself. */
async function runKilled(harness: OutboxHarness, dies: Doom['dies']): Promise<void> {
  const { connection, smtpPort, clock, platform } = harness
  const doom: Doom = { connection, settings: platform.settings, smtpPort, now: clock.now().toISOString(), dies }
  const env = { PATH: process.env.PATH, DOOM: JSON.stringify(doom) }
  const child = spawn(process.execPath, [WORKER], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
}

const post = async (harness: OutboxHarness) => {
  const reader = await harness.addReader('Jan')
  return harness.post(reader, 'password-changed', { at: harness.clock.now().toISOString(), byLink: false })
}

const receivedIds = async (harness: OutboxHarness) => (await harness.inbox()).map((mail) => mail.MessageID)
