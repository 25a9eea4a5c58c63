import { execFile } from 'node:child_process'
import { chmod, lstat, mkdir, mkdtemp, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyPrograms } from './reachable-programs.ts'

const run = promisify(execFile)
let folder: string
let native: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyholder-programs-'))
  native = join(folder, 'native')
  await mkdir(join(native, 'bin'), { recursive: true, mode: 0o700 })
  await mkdir(join(native, 'lib'), { mode: 0o700 })
  await writeFile(join(native, 'bin/postgres'), 'program', { mode: 0o700 })
  await writeFile(join(native, 'lib/libpq.so.5.1'), 'library', { mode: 0o600 })
  await symlink('libpq.so.5.1', join(native, 'lib/libpq.so.5'))
})

afterAll(() => rm(folder, { recursive: true }))

it('every user can run the copy, whatever the rights of what was copied', async () => {
  const copy = await copyPrograms(native, '1', join(folder, 'cache'))
  expect(copy).toBe(join(folder, 'cache/postgres-1'))
  const modeOf = async (path: string) => (await stat(join(copy, path))).mode & 0o777
  expect(await Promise.all(['', 'bin', 'bin/postgres', 'lib/libpq.so.5.1'].map(modeOf))).toEqual([
    0o755, 0o755, 0o755, 0o644,
  ])
  expect((await lstat(join(copy, 'lib/libpq.so.5'))).isSymbolicLink()).toBe(true)
  expect(await readlink(join(copy, 'lib/libpq.so.5'))).toBe('libpq.so.5.1')
})

it('is made once for each version, by two at once too', async () => {
  const cache = join(folder, 'shared')
  const copies = await Promise.all([copyPrograms(native, '2', cache), copyPrograms(native, '2', cache)])
  expect(new Set(copies).size).toBe(1)
  const { stdout } = await run('ls', [cache])
  expect(stdout).toBe('postgres-2\n')
})

it('never runs what another user may have written', async () => {
  const cache = join(folder, 'open')
  const copy = await copyPrograms(native, '3', cache)
  await chmod(copy, 0o777)
  await writeFile(join(copy, 'bin/postgres'), 'something else')
  await expect(copyPrograms(native, '3', cache)).rejects.toThrow()
  expect(await readFile(join(copy, 'bin/postgres'), 'utf8')).toBe('something else')
})
