import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { readDevelopment } from './development.ts'

it('runs beside another copy: ports that are taken give way to the next free ones, and it says so', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { ports } = await readDevelopment({})
  const other = createServer().listen(ports.web, '127.0.0.1')
  await once(other, 'listening')
  const second = await readDevelopment({})
  expect(second.ports.web).toBeGreaterThan(ports.web)
  expect(second.notes).toContain(`Port 3000 is taken: ${second.ports.web} is used instead. Set PORT to choose one.`)
  expect(second.publicUrl).toBe(`http://localhost:${second.ports.web}`)
  expect(new Set(Object.values(second.ports)).size).toBe(4)
  for (const each of [server, other]) each.close()
})

it('takes the ports that are set by hand, and says every mistake in them', async () => {
  const env = { PORT: '4000', DATABASE_PORT: '4001', MAILBOX_SMTP_PORT: '4002', MAILBOX_HTTP_PORT: '4003' }
  expect(await readDevelopment(env)).toMatchObject({
    notes: [],
    ports: { web: 4000, database: 4001, smtp: 4002, mailbox: 4003 },
  })
  await expect(readDevelopment({ ...env, PORT: 'x', MAILBOX_SMTP_PORT: '4001' })).rejects.toThrow(
    /PORT must be a port from 1 to 65535\.\nPort 4001 is asked for twice/,
  )
})
