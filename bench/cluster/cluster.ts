import { chownSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { json } from 'node:stream/consumers'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { isAlive } from '@shebao/api/src/testing/process-tree.ts'
import { someCertificates } from '@shebao/test-support/certificate'
import {
  addressOf,
  certifiedAddresses,
  databaseName,
  etcdSettings,
  machines,
  patroniPassword,
  patroniSettings,
  ports,
  proxySettings,
} from './configuration.ts'
import { databaseUser, Running } from './programs.ts'
import type { Programs } from './programs.ts'

const root = resolve(import.meta.dirname, '../..')
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms))

export interface Member {
  name: string
  role: string
  state: string
}

/** etcd, Patroni with PostgreSQL, HAProxy and processes of the product, each on an address of its own on this machine. */
export class Cluster {
  readonly folder = mkdtempSync(join(tmpdir(), 'shebao-cluster-'))
  /** Certificates and keys: of each part there are, one pair stands for all. */
  readonly tls = join(this.folder, 'tls')
  #certificate: { cert: string; key: string } | undefined
  readonly #programs: Programs
  readonly #user = databaseUser()
  readonly #running = new Map<string, Running>()
  #over = false

  constructor(programs: Programs) {
    this.#programs = programs
    // Every program has its own folder in it, also those that are not ours.
    if (this.#user) chownSync(this.folder, this.#user.uid, this.#user.gid)
  }

  async start(): Promise<void> {
    await refuseTakenAddresses()
    await this.#makeCertificates()
    for (const machine of machines.databases) this.startEtcd(machine)
    await until('etcd has a leader', 30_000, async () => (await this.etcdLeader()) !== undefined)
    for (const machine of machines.databases) this.startDatabase(machine)
    this.#start('haproxy', [this.#programs.haproxy, '-db', '-f', this.#write('haproxy.cfg', proxySettings(this.tls))])
    await this.untilWhole()
  }

  /** A primary, and every other machine streams from it, at least one of them in step. */
  untilWhole(patienceMs = 180_000): Promise<void> {
    return until('the database has its primary and standbys', patienceMs, async () => {
      const members = await this.members()
      const well = members.filter(({ state }) => state === 'running' || state === 'streaming')
      const roles = well.map(({ role }) => role)
      return well.length === machines.databases.length && roles.includes('leader') && roles.includes('sync_standby')
    })
  }

  startEtcd(machine: number): void {
    const name = `etcd-${databaseName(machine)}`
    const env = etcdSettings(machine, join(this.#folderOf(name), 'data'), this.tls)
    this.#start(name, [this.#programs.etcd], { ...env, ETCD_LOG_LEVEL: 'warn' })
  }

  startDatabase(machine: number): void {
    const name = databaseName(machine)
    const folder = this.#folderOf(name)
    const file = this.#write(`${name}/patroni.yml`, patroniSettings(machine, folder, this.tls, this.#programs.postgres))
    this.#start(name, [this.#programs.patroni, file])
  }

  startApi(machine: number, env: Record<string, string>): void {
    const name = `api-${machine}`
    this.#start(
      name,
      [join(root, 'node_modules/.bin/node'), join(root, 'apps/api/src/main.ts')],
      {
        HOST: addressOf(machine),
        PORT: String(ports.api),
        SHEBAO_DATA_DIR: join(this.folder, name),
        SHEBAO_TLS_CERT_FILE: join(this.tls, 'machine.crt'),
        SHEBAO_TLS_KEY_FILE: join(this.tls, 'machine.key'),
        ...env,
      },
      false,
    )
  }

  /** A machine of the database is lost: Patroni and every process of PostgreSQL. */
  async killDatabase(name: string): Promise<void> {
    const pidFile = join(this.#folderOf(name), 'data/postmaster.pid')
    const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
    await this.kill(name)
    // Not Patroni's child where Patroni found it running.
    if (isAlive(postmaster)) process.kill(postmaster, 'SIGKILL')
  }

  async kill(name: string): Promise<void> {
    await this.#running.get(name)?.kill()
  }

  /** As an operator does for a new release: it hands its work over and ends. */
  async end(name: string): Promise<void> {
    await this.#running.get(name)?.stop(60_000)
  }

  async members(): Promise<Member[]> {
    for (const machine of machines.databases) {
      const answer = await ask(`https://${addressOf(machine)}:${ports.patroni}/cluster`)
      if (answer) return (answer as { members: Member[] }).members
    }
    return []
  }

  /** As an operator moves the primary for a repair: `patronictl switchover` sends the same. */
  async switchOver(leader: string, candidate: string): Promise<void> {
    const machine = Number(leader.slice(2)) + 10
    const answer = await fetch(`https://${addressOf(machine)}:${ports.patroni}/switchover`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`patroni:${patroniPassword}`).toString('base64')}` },
      body: JSON.stringify({ leader, candidate }),
    })
    if (!answer.ok) throw new Error(`Patroni did not switch over: ${await answer.text()}`)
  }

  async nameOf(role: 'leader' | 'sync_standby'): Promise<string> {
    const found = (await this.members()).find((member) => member.role === role)
    if (!found) throw new Error(`There is no ${role} just now.`)
    return found.name
  }

  async etcdLeader(): Promise<number | undefined> {
    for (const machine of machines.databases) {
      const url = `https://${addressOf(machine)}:${ports.etcd}/v3/maintenance/status`
      const answer = await ask(url, '{}', this.#certificate)
      const { leader, header } = (answer ?? {}) as { leader?: string; header?: { member_id?: string } }
      if (leader !== undefined && leader === header?.member_id) return machine
    }
    return undefined
  }

  /** Whatever it ends by: no process and no file stays. */
  async stop(): Promise<void> {
    this.#over = true
    const named = (prefix: string) => [...this.#running].filter(([name]) => name.startsWith(prefix))
    for (const prefix of ['api-', 'haproxy', 'db', 'etcd'])
      await Promise.all(named(prefix).map(([, running]) => running.stop()))
    await rm(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
  }

  /** The last lines of every program, for who looks why something did not come about. */
  lastWords(): string {
    const lines = (name: string) =>
      readFileSync(join(this.folder, `${name}.log`), 'utf8')
        .trimEnd()
        .split('\n')
        .slice(-4)
    return [...this.#running.keys()].flatMap((name) => lines(name).map((line) => `${name}: ${line}`)).join('\n')
  }

  #start(name: string, command: readonly [string, ...string[]], env: Record<string, string> = {}, asUser = true): void {
    // The rehearsal goes on for a moment after somebody has ended it.
    if (this.#over) throw new Error('The cluster is being stopped.')
    const user = asUser ? this.#user : undefined
    this.#running.set(
      name,
      new Running(name, command, {
        log: join(this.folder, `${name}.log`),
        env,
        user,
        cwd: asUser ? this.folder : root,
      }),
    )
  }

  /** This process believes the authority from now on, as everybody of the cluster does. */
  async #makeCertificates(): Promise<void> {
    const { authority, cert, key } = await someCertificates(certifiedAddresses)
    this.#folderOf('tls')
    this.#write('tls/authority.crt', authority)
    this.#write('tls/machine.crt', cert)
    this.#write('tls/machine.key', key)
    this.#write('tls/office.pem', `${cert}\n${key}`)
    this.#certificate = { cert, key }
    setDefaultCACertificates([...getCACertificates('default'), authority])
  }

  #folderOf(name: string): string {
    const folder = join(this.folder, name)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (this.#user) chownSync(folder, this.#user.uid, this.#user.gid)
    return folder
  }

  #write(name: string, text: string): string {
    const file = join(this.folder, name)
    writeFileSync(file, text, { mode: 0o600 })
    if (this.#user) chownSync(file, this.#user.uid, this.#user.gid)
    return file
  }
}

/** Throws when something listens there already: another rehearsal, or a database of this machine that listens everywhere. */
async function refuseTakenAddresses(): Promise<void> {
  const wanted = [
    ...[ports.office, ports.primary, ports.replicas].map((port) => [addressOf(machines.proxy), port] as const),
    ...machines.databases.flatMap((machine) =>
      [ports.etcd, ports.etcd + 1, ports.patroni, ports.postgres].map((port) => [addressOf(machine), port] as const),
    ),
    ...machines.apis.map((machine) => [addressOf(machine), ports.api] as const),
  ]
  const taken = await Promise.all(
    wanted.map(async ([host, port]) => ((await listens(host, port)) ? `${host}:${port}` : '')),
  )
  const named = taken.filter((address) => address !== '')
  if (named.length > 0) throw new Error(`Something listens there already: ${named.join(', ')}. Stop it first.`)
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolved) => {
    const socket = connect({ host, port })
    const end = (answer: boolean) => {
      socket.destroy()
      resolved(answer)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
}

/** Undefined when nobody answers with JSON in time. A certificate where the other side wants to see one. */
async function ask(url: string, body?: string, certificate?: { cert: string; key: string }): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(2_000)
    const asked = request(url, { method: body === undefined ? 'GET' : 'POST', signal, ...certificate })
    asked.end(body)
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    return await json(answer)
  } catch {
    return undefined
  }
}

export async function until(what: string, patienceMs: number, holds: () => Promise<boolean>): Promise<void> {
  const limit = performance.now() + patienceMs
  while (performance.now() < limit) {
    if (await holds()) return
    await pause(250)
  }
  throw new Error(`This did not come about in ${patienceMs / 1000} s: ${what}.`)
}
