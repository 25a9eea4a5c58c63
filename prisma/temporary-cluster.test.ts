import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { queryOnce } from './query-once.ts'
import { removeAbandonedClusters } from './temporary-cluster.ts'

test('the server and the data of a run that was killed are cleared up, as every start does first', async () => {
  const code = `
    import { startTemporaryCluster } from '${import.meta.dirname}/temporary-cluster.ts'
    console.log((await startTemporaryCluster()).ownerUrl())`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [url] = await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await foldersOf(child.pid)).toHaveLength(1)
  await removeAbandonedClusters()
  expect(await foldersOf(child.pid)).toEqual([])
  await expect(queryOnce(String(url).trim(), 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
})

async function foldersOf(pid: number | undefined) {
  return (await readdir(tmpdir())).filter((name) => name.startsWith(`keyholder-temporary-${pid}-`))
}
