import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const run = promisify(execFile)
const CHECK = fileURLToPath(new URL('../require-node.mjs', import.meta.url))

it('passes on the Node that runs the project', async () => {
  expect(await run(process.execPath, [CHECK])).toEqual({ stdout: '', stderr: '' })
})

it('says in one sentence which Node is missing where npm has none for the machine', async () => {
  const old = ['--import', `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '20.20.2' })`]
  await expect(run(process.execPath, [...old, CHECK])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Keyholder runs on Node 24 or newer, and this is Node 20\.20\.2\. .*\.\n$/),
  })
})
