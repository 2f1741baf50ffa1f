import { fork } from 'node:child_process'
import { join } from 'node:path'
import { pickInteger, seededRandom } from '@shebao/test-support/identifiers'
import { seedCalendar } from '@shebao/prisma/seed'
import { chainsOf } from './chains.ts'
import type { Chain } from './chains.ts'
import { cutConnections } from './cuts.ts'
import type { Cuts } from './cuts.ts'
import { atOnce, openFaultPlatform } from './fault-platform.ts'
import { perform } from './requests.ts'
import type { FaultRequest, Setting } from './requests.ts'
import { isDiskFull } from '../../platform/database-away.ts'
import { openSetting } from './setting.ts'
import { findBreaks, findHalves } from './what-holds.ts'
import type { Acknowledged } from './what-holds.ts'
import type { TestPlatform } from '../test-platform.ts'

/** A server that can be killed and brought back. */
export interface KillableServer {
  kill(): void
  start(): void
}

export interface StormOrder {
  seed: number
  /** How often every connection is cut, with the statement unsent or its outcome unknown. */
  cuts: number
  /** How often a process that serves requests dies by SIGKILL. */
  processes: number
  /** How often PostgreSQL is killed under load; needs a server of one's own. */
  servers: number
}

export interface StormResult {
  broken: string[]
  acknowledged: number
  repeated: number
  cuts: Cuts['made']
}

/** A disk with so many bytes free as is said. */
interface FillableDisk {
  leave(bytes: number): void
}

/** What is left again, and more files of the log than a small disk holds. */
const room = 150_000_000
const mostLogFiles = 100

type Performer = (request: FaultRequest) => Promise<unknown>

/** Load on one database while its connections, its clients and the server itself die; then everything is asked for. */
export class Storm {
  readonly #platform: TestPlatform
  readonly #setting: Setting
  readonly #chains: Chain[]
  readonly #seed: number
  readonly #acknowledged: Acknowledged[] = []
  readonly #broken: string[] = []
  #repeated = 0

  private constructor(platform: TestPlatform, setting: Setting, seed: number) {
    this.#platform = platform
    this.#setting = setting
    this.#seed = seed
    this.#chains = chainsOf(setting, seededRandom(seed))
  }

  static async open(connectionString: string, seed: number): Promise<Storm> {
    const platform = openFaultPlatform(connectionString)
    const { database, vault } = platform
    await seedCalendar({ ...vault, query: (text, values) => database.query(text, values) }, platform.clock.today())
    return new Storm(platform, await openSetting(platform), seed)
  }

  async cutConnections(count: number): Promise<Cuts['made']> {
    const cuts = cutConnections({ seed: this.#seed, ways: ['BEFORE', 'AFTER'] })
    try {
      await this.#load(
        (request) => perform(this.#platform, this.#setting, request),
        () => cuts.made.BEFORE + cuts.made.AFTER >= count,
      )
    } finally {
      cuts.stop()
    }
    await this.#expectNothingHalf('after cut connections')
    return cuts.made
  }

  /** Each life of the process ends before a statement that the seed draws. */
  async killProcesses(count: number): Promise<void> {
    for (let nth = 0; nth < count; nth += 1) {
      const child = startServing(this.#platform.connectionString, this.#setting, this.#seed + nth)
      await this.#load(child.perform, () => child.isGone)
      await this.#expectNothingHalf(`after process ${nth + 1}`)
    }
  }

  async killServer(server: KillableServer, count: number): Promise<void> {
    const random = seededRandom(this.#seed)
    for (let nth = 0; nth < count; nth += 1) {
      let left = pickInteger(random, 3, 20)
      const killing: Performer = (request) => {
        const performed = perform(this.#platform, this.#setting, request)
        left -= 1
        if (left === 0) {
          server.kill()
          server.start()
        }
        return performed
      }
      await this.#load(killing, () => left <= 0)
      await this.#expectNothingHalf(`after server ${nth + 1}`)
    }
  }

  /** Under load there is no room for another row, until so many were refused for it; whoever was refused has sent it again when this ends. */
  async fillDisk(disk: FillableDisk, refusals: number, whileFull: (platform: TestPlatform) => Promise<void>) {
    // A fresh file of the log has room: it is the rows that find none.
    await this.#platform.database.query({ text: 'SELECT pg_switch_wal()' })
    disk.leave(0)
    let refused = 0
    const counting: Performer = async (request) => {
      try {
        return await perform(this.#platform, this.#setting, request)
      } catch (error) {
        if (isDiskFull(error)) refused += 1
        throw error
      }
    }
    await this.#load(
      counting,
      () => refused >= refusals,
      async () => {
        await whileFull(this.#platform)
        disk.leave(room)
      },
    )
    await this.#expectNothingHalf('after a full disk')
    return refused
  }

  /** Under load there is no room for the log, so the server ends; with room it starts, and all goes on. */
  async fillLog(disk: FillableDisk, server: KillableServer, whileAway: (platform: TestPlatform) => Promise<void>) {
    const { database } = this.#platform
    let ended = false
    const fill = async () => {
      disk.leave(0)
      for (let nth = 0; nth < mostLogFiles && !ended; nth += 1)
        await database
          .query({ text: `SELECT pg_logical_emit_message(true, 'filled', 'x'), pg_switch_wal()` })
          .catch(() => (ended = true))
    }
    const filling = fill()
    await this.#load(
      (request) => perform(this.#platform, this.#setting, request),
      () => ended,
      async () => {
        await filling
        await whileAway(this.#platform)
        disk.leave(room)
        // It has mostly ended by itself: recovery found no room either.
        try {
          server.kill()
        } catch {}
        server.start()
      },
    )
    await this.#expectNothingHalf('after a full log')
    return ended
  }

  async end(): Promise<Omit<StormResult, 'cuts'>> {
    const broken = [...this.#broken, ...(await findBreaks(this.#platform, this.#setting, this.#acknowledged))]
    await this.#platform.close()
    return { broken, acknowledged: this.#acknowledged.length, repeated: this.#repeated }
  }

  async #expectNothingHalf(when: string): Promise<void> {
    this.#broken.push(...(await findHalves(this.#platform)).map((what) => `${when}: ${what}`))
  }

  /** Several clients, each at a chain of its own; what had no answer is sent again when all is calm. */
  async #load(by: Performer, isOver: () => boolean, calmDown = async () => {}): Promise<void> {
    const free = [...this.#chains]
    const unanswered: FaultRequest[] = []
    const client = async () => {
      while (!isOver()) {
        const chain = free.shift()
        if (!chain) return
        const { value: request } = chain.next()
        for (let answered = false; !answered;) {
          answered = await this.#send(by, request)
          if (!answered && isOver()) {
            unanswered.push(request)
            break
          }
        }
        free.push(chain)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, client))
    await calmDown()
    for (const request of unanswered) {
      const calm = (again: FaultRequest) => perform(this.#platform, this.#setting, again)
      for (let tries = 0; !(await this.#send(calm, request)); tries += 1)
        if (tries > 20) throw new Error(`${request.do} is never answered again.`)
    }
  }

  async #send(by: Performer, request: FaultRequest): Promise<boolean> {
    try {
      this.#acknowledged.push({ request, answer: await by(request) })
      return true
    } catch (error) {
      if (!isOutage(error)) throw new Error(`${JSON.stringify(request)}: ${String(error)}`, { cause: error })
      this.#repeated += 1
      return false
    }
  }
}

/** What a client is told by a connection that broke, a server that goes or is not there yet, or a process that died. */
const isOutage = (error: unknown) =>
  error instanceof ProcessDied ||
  isDiskFull(error) ||
  /connection|terminat|ECONN|EPIPE|ENOENT|not queryable|closed|shutting down|starting up|recovery mode|P1017|P2028|P2024/i.test(
    `${String(error)} ${String((error as { code?: unknown }).code)} ${String((error as { cause?: unknown }).cause)}`,
  )

class ProcessDied extends Error {}

export interface ServedRequest {
  nth: number
  request: FaultRequest
}
export type ServedAnswer = { nth: number; answer: unknown } | { nth: number; failed: string }

function startServing(connectionString: string, setting: Setting, seed: number) {
  const child = fork(join(import.meta.dirname, 'serve-requests.process.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: join(import.meta.dirname, '../../../node_modules/.cache/faults'),
    },
  })
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>()
  let [sent, isGone] = [0, false]
  child.on('message', (answer: ServedAnswer) => {
    const { resolve, reject } = waiting.get(answer.nth) ?? {}
    waiting.delete(answer.nth)
    if ('failed' in answer) reject?.(new Error(answer.failed))
    else resolve?.(answer.answer)
  })
  child.once('exit', () => {
    isGone = true
    for (const { reject } of waiting.values()) reject(new ProcessDied())
  })
  child.send({ connectionString, setting, seed })
  return {
    get isGone() {
      return isGone
    },
    perform(request: FaultRequest): Promise<unknown> {
      if (isGone) return Promise.reject(new ProcessDied())
      sent += 1
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      waiting.set(sent, { resolve, reject })
      child.send({ nth: sent, request } satisfies ServedRequest, (error) => error && reject(new ProcessDied()))
      return promise
    },
  }
}
