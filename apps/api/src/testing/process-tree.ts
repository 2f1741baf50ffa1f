import { spawnSync } from 'node:child_process'

export interface ChildEntry {
  pid: number
  command: string
}

/** The processes that a process started, and theirs. */
export function childrenOf(pid: number): ChildEntry[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  const all = stdout.split('\n').flatMap((line) => {
    const [, id, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return id === undefined ? [] : [{ pid: Number(id), parent: Number(parent), command: command ?? '' }]
  })
  const below = (parent: number): ChildEntry[] =>
    all.filter((entry) => entry.parent === parent).flatMap((entry) => [entry, ...below(entry.pid)])
  return below(pid)
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Those still there after a while in which everybody could have ended. */
export async function survivorsOf(processes: readonly ChildEntry[]): Promise<ChildEntry[]> {
  const patienceMs = 20_000
  const stepMs = 100
  for (let waited = 0; waited < patienceMs; waited += stepMs) {
    if (!processes.some(({ pid }) => isAlive(pid))) return []
    await new Promise((resolve) => setTimeout(resolve, stepMs))
  }
  return processes.filter(({ pid }) => isAlive(pid))
}
