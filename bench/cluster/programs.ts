import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findPostgresPrograms } from '@shebao/api/src/testing/database-setup.ts'
import { childrenOf, isAlive } from '@shebao/api/src/testing/process-tree.ts'

export interface Programs {
  etcd: string
  patroni: string
  haproxy: string
  /** The folder of PostgreSQL's server programs. */
  postgres: string
}

const packages = { etcd: 'etcd-server', patroni: 'patroni python3-etcd', haproxy: 'haproxy', postgres: 'postgresql' }

/** Throws with everything that is missing and the packages that have it. */
export function findPrograms(): Programs {
  const found = {
    etcd: findProgram('etcd'),
    patroni: findProgram('patroni'),
    haproxy: findProgram('haproxy'),
    postgres: findPostgresPrograms(),
  }
  const missing = (['etcd', 'patroni', 'haproxy', 'postgres'] as const).filter((name) => found[name] === undefined)
  const { etcd, patroni, haproxy, postgres } = found
  if (etcd && patroni && haproxy && postgres) return { etcd, patroni, haproxy, postgres }
  throw new Error(
    `These programs are missing here: ${missing.join(', ')}. On Debian: apt-get install ${missing.map((name) => packages[name]).join(' ')}`,
  )
}

export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/bin', '/usr/local/bin']
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file))
}

export interface User {
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root, so root lets the databases be somebody else's. */
export function databaseUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const ask = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim())
  return { uid: ask('-u'), gid: ask('-g') }
}

/** A program that runs until it is stopped or killed, with what it says in a file. */
export class Running {
  readonly name: string
  readonly #child: ChildProcess
  readonly #gone: Promise<void>

  constructor(
    name: string,
    [program, ...args]: readonly [string, ...string[]],
    { log, env, user, cwd }: { log: string; env?: Record<string, string>; user?: User | undefined; cwd: string },
  ) {
    this.name = name
    const file = openSync(log, 'a')
    this.#child = spawn(program, args, {
      cwd,
      stdio: ['ignore', file, file],
      env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...env },
      ...user,
    })
    closeSync(file)
    this.#gone = new Promise((resolve) => {
      this.#child.once('exit', () => resolve())
      this.#child.once('error', () => resolve())
    })
  }

  get runs(): boolean {
    return this.#child.pid !== undefined && this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** It and everything it started, without a word: as when the power goes. */
  async kill(): Promise<void> {
    const pid = this.#child.pid ?? 0
    const all = [pid, ...childrenOf(pid).map((child) => child.pid)]
    for (const one of all) if (isAlive(one)) process.kill(one, 'SIGKILL')
    await this.#gone
  }

  /** As its operator would; killed with its children when it takes too long. */
  async stop(patienceMs = 20_000): Promise<void> {
    if (!this.runs) return
    const timer = setTimeout(() => void this.kill(), patienceMs)
    this.#child.kill('SIGTERM')
    await this.#gone
    clearTimeout(timer)
  }
}
