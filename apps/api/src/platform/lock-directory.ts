import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The server holds its own for as long as it runs; the process of the embedded database one that it keeps until it has closed. */
export type LockName = 'server' | 'database'

const pauseMs = 200

/**
 * Takes the data directory for this process, or throws with the number of the process that has it. The lock is the operating
 * system's (through SQLite, which Node brings along): it ends with the process, however that ended, and no number that was
 * given to another process since can be mistaken for it. `waitMs`: for one that was killed and is closing.
 */
export async function lockDirectory(dataDirectory: string, name: LockName, waitMs = 0): Promise<() => void> {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  const pidFile = join(dataDirectory, `${name}.pid`)
  for (let waited = 0; ; waited += pauseMs) {
    const lock = tryLock(join(dataDirectory, `${name}.lock`))
    if (lock) {
      writeFileSync(pidFile, String(process.pid))
      return () => {
        rmSync(pidFile, { force: true })
        lock.close()
      }
    }
    if (waited >= waitMs) throw new DirectoryInUse(readPid(pidFile))
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

export class DirectoryInUse extends Error {
  constructor(pid: string) {
    super(`The data directory is in use by process ${pid}. Stop it first, or set SHEBAO_DATA_DIR.`)
  }
}

/** SQLITE_BUSY. */
const busy = 5

function tryLock(file: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return undefined
    throw error
  }
}

function readPid(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '?'
  }
}
