import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/**
 * What tells a running process from a later one that got the same number: the moment it started. null: it does not
 * run, a zombie included (in a container without an init they stay for ever).
 */
export async function processIdentity(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return startedAccordingToPs(pid)
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (!stat) return null
  // proc_pid_stat(5): the name, in brackets, may hold spaces; after it the state is field 3 and the start time field 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' || fields[0] === 'X' ? null : fields[19]!
}

async function startedAccordingToPs(pid: number) {
  const answer = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => null)
  return answer?.stdout.trim() || null
}
