import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, watch, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Embedded, startEmbedded } from './embedded.ts'
import { queryOnce } from './query-once.ts'

let parent: string
let directory: string
const running: Embedded[] = []
const children: ChildProcess[] = []

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'keyholder-embedded-'))
  directory = join(parent, 'data')
  await chmod(parent, 0o755)
})

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child)
  for (const embedded of running.splice(0)) await embedded.stop()
})

afterAll(() => rm(parent, { recursive: true }))

test('a start that is killed while it makes the data is repeated from the beginning', async () => {
  const entries = watch(parent)
  const child = startInChild(directory)
  for await (const { filename } of entries) if (filename?.includes('.new.')) break
  await kill(child)
  const { ownerUrl } = await start()
  expect(await queryOnce(ownerUrl(), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  expect((await readdir(parent)).sort()).toEqual(['data', 'data.lock', 'data.passwords.json'])
})

test('the database is UTF-8 in UTC, and its owner has no power over the server', async () => {
  const { ownerUrl, superuserUrl } = await start()
  const settings = ['server_encoding', 'timezone', 'listen_addresses', 'unix_socket_directories', 'password_encryption']
  const read = 'SELECT current_setting(name) AS value FROM unnest($1::text[]) AS name'
  const rows = await queryOnce(superuserUrl(), read, [settings])
  expect(rows.map(({ value }) => value)).toEqual(['UTF8', 'UTC', '127.0.0.1', '', 'scram-sha-256'])
  const role =
    'SELECT rolsuper, rolcreatedb, rolbypassrls, rolreplication, rolcreaterole FROM pg_roles WHERE rolname = current_user'
  expect(await queryOnce(ownerUrl(), role)).toEqual([
    { rolsuper: false, rolcreatedb: false, rolbypassrls: false, rolreplication: false, rolcreaterole: true },
  ])
  expect(await queryOnce(ownerUrl(), "SELECT lower('ÉÏ') AS lower")).toEqual([{ lower: 'éï' }])
})

test('the owner may add pg_trgm', async () => {
  const { ownerUrl } = await start()
  await queryOnce(ownerUrl(), 'CREATE EXTENSION IF NOT EXISTS pg_trgm')
  expect(await queryOnce(ownerUrl(), "SELECT similarity('sleutel', 'sleutel') AS same")).toEqual([{ same: 1 }])
})

test('there is no way in without the password, which only the starting user can read', async () => {
  const { ownerUrl, superuserUrl } = await start()
  for (const url of [ownerUrl(), superuserUrl()]) {
    await expect(queryOnce(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(
      'password authentication failed',
    )
  }
  expect((await stat(`${directory}.passwords.json`)).mode & 0o777).toBe(0o600)
})

test('a folder that no other user may enter, with a space and an accent in its name, will do', async () => {
  const closed = join(parent, 'dichte map é')
  await mkdir(closed, { mode: 0o700 })
  const embedded = await startEmbedded({ directory: join(closed, 'data'), port: 0, durable: false })
  running.push(embedded)
  expect(await queryOnce(embedded.ownerUrl(), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('a lost file of passwords is replaced', async () => {
  await rm(`${directory}.passwords.json`)
  const { ownerUrl, superuserUrl } = await start()
  for (const url of [ownerUrl(), superuserUrl()]) await queryOnce(url, 'SELECT 1')
})

test('a second start finds the data of the first', async () => {
  const first = await start()
  await queryOnce(first.ownerUrl(), 'CREATE TABLE kept AS SELECT 7 AS seven')
  await first.stop()
  const second = await start()
  expect(await queryOnce(second.ownerUrl(), 'SELECT seven FROM kept')).toEqual([{ seven: 7 }])
})

test('a durable server waits for the disk, one for tests does not', async () => {
  const durable = await startEmbedded({ directory, port: 0, durable: true })
  running.push(durable)
  const settings = `SELECT string_agg(current_setting(name), ' ') AS value FROM unnest(ARRAY['fsync', 'synchronous_commit', 'full_page_writes']) AS name`
  expect(await queryOnce(durable.ownerUrl(), settings)).toEqual([{ value: 'on on on' }])
  await durable.stop()
  const { ownerUrl } = await start()
  expect(await queryOnce(ownerUrl(), settings)).toEqual([{ value: 'off off off' }])
})

test('stopping twice is stopping once', async () => {
  const embedded = await start()
  await Promise.all([embedded.stop(), embedded.stop()])
  await expect(queryOnce(embedded.ownerUrl(), 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
})

test('the server of a killed run is stopped and its data taken over', async () => {
  const child = startInChild(directory)
  const [url] = await once(child.stdout!, 'data')
  await queryOnce(String(url).trim(), 'CREATE TABLE acknowledged AS SELECT 1 AS one')
  await kill(child)
  const { ownerUrl } = await start()
  expect(await queryOnce(ownerUrl(), 'SELECT one FROM acknowledged')).toEqual([{ one: 1 }])
  await expect(queryOnce(String(url).trim(), 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
})

test('a run that is killed together with its server starts again', async () => {
  const child = startInChild(directory)
  const [url] = await once(child.stdout!, 'data')
  const busy = queryOnce(String(url).trim(), 'SELECT pg_sleep(60)').catch(() => 'disconnected')
  await kill(child)
  process.kill(Number((await readFile(join(directory, 'postmaster.pid'), 'utf8')).split('\n')[0]), 'SIGKILL')
  const { ownerUrl } = await start()
  expect(await queryOnce(ownerUrl(), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  expect(await busy).toBe('disconnected')
})

test('another process that has the number of a dead server is left alone', async () => {
  const { stop } = await start()
  const content = await readFile(join(directory, 'postmaster.pid'), 'utf8')
  await stop()
  const bystander = spawn(process.execPath, ['--eval', 'process.stdin.resume()'])
  children.push(bystander)
  await writeFile(join(directory, 'postmaster.pid'), content.replace(/^\d+/, String(bystander.pid)))
  await start()
  expect(bystander.exitCode ?? bystander.signalCode).toBeNull()
})

test('process.exit stops the server', async () => {
  const child = startInChild(directory)
  await once(child.stdout!, 'data')
  const pid = Number((await readFile(join(directory, 'postmaster.pid'), 'utf8')).split('\n')[0])
  child.stdin!.end() // Tells it to exit.
  await once(child, 'exit')
  await start()
  expect(await readFile(join(directory, 'postmaster.pid'), 'utf8')).not.toContain(`${pid}\n`)
})

test('a folder in use is left alone, and the message says by whom', async () => {
  const { ownerUrl } = await start()
  await expect(start()).rejects.toThrow(
    `The database in ${directory} is in use by process ${process.pid}. Stop it, or set DATA_DIRECTORY to another folder.`,
  )
  await queryOnce(ownerUrl(), 'SELECT 1')
})

test('of two starts at once after a kill one is refused', async () => {
  await writeFile(`${directory}.lock`, `${process.pid} 1\n`)
  const outcomes = await Promise.allSettled([start(), start()])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a lock whose process number now belongs to another is taken over', async () => {
  await writeFile(`${directory}.lock`, `${process.pid} 1\n`)
  await start()
})

test('a port in use is said so, before anything is made', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const untouched = join(parent, 'untouched')
  await expect(startEmbedded({ directory: untouched, port, durable: false })).rejects.toThrow(
    `Port ${port} is in use. Set DATABASE_PORT to a free port.`,
  )
  expect((await readdir(parent)).filter((name) => name.startsWith('untouched'))).toEqual([])
  other.close()
})

test('a folder that holds something else is left alone', async () => {
  const foreign = join(parent, 'foreign')
  await mkdir(foreign)
  await writeFile(join(foreign, 'notes.txt'), 'mine')
  await expect(startEmbedded({ directory: foreign, port: 0, durable: false })).rejects.toThrow(
    `The folder ${foreign} holds something else than a database.`,
  )
  expect(await readdir(foreign)).toEqual(['notes.txt'])
})

test('a server that does not start says why', async () => {
  const { stop } = await start()
  await stop()
  const version = join(directory, 'PG_VERSION')
  const content = await readFile(version, 'utf8')
  await writeFile(version, '9.6\n')
  await expect(start()).rejects.toThrow(/does not start in .*\n.*not compatible/s)
  await writeFile(version, content)
})

async function start() {
  const embedded = await startEmbedded({ directory, port: 0, durable: false })
  running.push(embedded)
  return embedded
}

/** Starts in a process of its own, which prints the owner's URL and exits when its input ends. */
function startInChild(folder: string) {
  const code = `
    import { startEmbedded } from '${import.meta.dirname}/embedded.ts'
    process.stdin.on('end', () => process.exit()).resume()
    const { ownerUrl } = await startEmbedded({ directory: '${folder}', port: 0, durable: false })
    console.log(ownerUrl())`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  return child
}

async function kill(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
