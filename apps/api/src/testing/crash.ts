import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { CrashInputs } from './crash-scenarios.ts'
import type { TestPlatform } from './test-platform.ts'

export interface CrashOrder<Scenario extends keyof CrashInputs = keyof CrashInputs> {
  connectionString: string
  scenario: Scenario
  /** The process dies before this step; 1 is the first. */
  step: number
  /** The instant at which the other process's clock stands still. */
  now: string
  input: CrashInputs[Scenario]
}

/** Only a database server has room for a second process; the embedded database is killed whole in `resilience.test.ts`. */
export const crashesCanBePlayed = () => inject('databaseSource').kind === 'server'

/** CRASHED: it died before the step. FINISHED: it never came that far. */
export type CrashEnd = 'CRASHED' | 'FINISHED'
export type CrashAnswer = CrashEnd | { failed: string }

/**
 * Plays a scenario in a process of its own, on the test's database and at the test's time, which dies before
 * its n-th step as far as anybody outside can tell (`crash.process.ts`): a COMMIT, or whatever follows one. A test goes through every n until the scenario finishes:
 *
 *     it.runIf(crashesCanBePlayed())('…', async () => {
 *       for (let n = 1, end = 'CRASHED'; end === 'CRASHED'; n += 1) {
 *         const input = …                               // fresh rows for each n
 *         end = await crashBefore(platform, 'receiveMoney', n, input)
 *         …                                             // nothing half done; the same call again goes through; books hold
 *       }
 *     })
 */
export async function crashBefore<Scenario extends keyof CrashInputs>(
  platform: TestPlatform,
  scenario: Scenario,
  step: number,
  input: CrashInputs[Scenario],
): Promise<CrashEnd> {
  const order: CrashOrder<Scenario> = {
    connectionString: platform.connectionString,
    scenario,
    step,
    now: platform.clock.now().toISOString(),
    input,
  }
  const answer = await ask(order)
  if (typeof answer === 'object') throw new Error(`${scenario} failed: ${answer.failed}`)
  return answer
}

let other: ChildProcess | undefined

/** One process for all that this one asks; it ends with this one. */
function ask(order: CrashOrder): Promise<CrashAnswer> {
  other ??= start()
  const child = other
  const { promise, resolve, reject } = Promise.withResolvers<CrashAnswer>()
  const gone = (code: number | null) => {
    other = undefined
    reject(new Error(`the process that plays it ended (${code}).`))
  }
  child.once('message', (answer: CrashAnswer) => resolve(answer))
  child.once('exit', gone)
  child.send(order)
  return promise.finally(() => child.off('exit', gone))
}

function start(): ChildProcess {
  const child = fork(join(import.meta.dirname, 'crash.process.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: join(import.meta.dirname, '../../node_modules/.cache/crash'),
    },
  })
  // It waits for us, not we for it.
  child.unref()
  child.channel?.unref()
  return child
}
