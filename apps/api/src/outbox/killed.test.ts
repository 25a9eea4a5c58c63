import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished } from 'vitest'
import { seconds } from '../platform/clock.fake.ts'
import type { Doom } from '../testing/doomed-worker.ts'
import { it, type PostOffice } from '../testing/post-office.ts'
import { deliverDue } from './deliver-due.ts'

describe('a worker that is killed', () => {
  it('after the relay took the mail leaves it to another, who sends it once more under the same id (FLT-13)', async ({
    office,
  }) => {
    const id = await post(office)
    await runDoomed(office, 'after sending')
    expect(await office.row(id)).toMatchObject({ state: 'waiting', copies: 1 })
    office.clock.advance(LEASE)
    expect(await deliverDue(office.outbox())).toBe(1)
    expect(await receivedIds(office)).toEqual([`${id}@localhost`, `${id}@localhost`])
    expect(await office.row(id)).toMatchObject({ state: 'sent', copies: 2, payloadSealed: null })
  })

  it('twice so has sent it as often as it may: it never comes a third time (FLT-13)', async ({ office }) => {
    const id = await post(office)
    await runDoomed(office, 'after sending')
    office.clock.advance(LEASE)
    await runDoomed(office, 'after sending')
    office.clock.advance(LEASE)
    expect(await deliverDue(office.outbox())).toBe(1)
    expect(await receivedIds(office)).toEqual([`${id}@localhost`, `${id}@localhost`])
    expect(await office.row(id)).toMatchObject({ state: 'failed', error: 'perhaps-sent', payloadSealed: null })
  })

  it('before it sent anything loses nothing (FLT-13)', async ({ office }) => {
    const id = await post(office)
    await runDoomed(office, 'before sending')
    office.clock.advance(LEASE)
    expect(await deliverDue(office.outbox())).toBe(1)
    expect(await receivedIds(office)).toEqual([`${id}@localhost`])
  })
})

const WORKER = fileURLToPath(new URL('../testing/doomed-worker.ts', import.meta.url))
const LEASE = seconds(60)

/** Starts a worker of its own and waits until it has killed itself. */
async function runDoomed(office: PostOffice, dies: Doom['dies']): Promise<void> {
  const { connection, smtpPort, clock, platform } = office
  const doom: Doom = { connection, settings: platform.settings, smtpPort, now: clock.now().toISOString(), dies }
  const env = { PATH: process.env.PATH, DOOM: JSON.stringify(doom) }
  const child = spawn(process.execPath, [WORKER], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
}

const post = async (office: PostOffice) => {
  const reader = await office.addReader('Jan')
  return office.post(reader, 'password-changed', { at: office.clock.now().toISOString(), byLink: false })
}

const receivedIds = async (office: PostOffice) => (await office.inbox()).map((mail) => mail.MessageID)
