import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { CrashInputs } from './crash-scenarios.ts'
import type { TestPlatform } from './test-platform.ts'

export interface CrashOrder<Scenario extends keyof CrashInputs = keyof CrashInputs> {
  connectionString: string
  scenario: Scenario
  /** The process kills itself before this step; 1 is the first. */
  step: number
  /** The instant at which the other process's clock stands still. */
  now: string
  input: CrashInputs[Scenario]
}

/** Only a database server has room for a second process; the embedded database is killed whole in `resilience.test.ts`. */
export const crashesCanBePlayed = () => inject('databaseSource').kind === 'server'

/** CRASHED: killed by its own hand before the step. FINISHED: it never came that far. */
export type CrashEnd = 'CRASHED' | 'FINISHED'

/**
 * Plays a scenario in a process of its own, on the test's database and at the test's time, which is killed (SIGKILL) before
 * its n-th step: a COMMIT, or whatever follows one. A test goes through every n until the scenario finishes:
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
  const child = spawn(process.execPath, [join(import.meta.dirname, 'crash.process.ts'), JSON.stringify(order)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 60_000,
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: join(import.meta.dirname, '../../node_modules/.cache/crash'),
    },
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('close', (exitCode, exitSignal) => resolve({ code: exitCode, signal: exitSignal }))
  })
  if (signal === 'SIGKILL') return 'CRASHED'
  if (code === 0) return 'FINISHED'
  throw new Error(`${scenario} ended with ${code ?? signal}: ${said}`)
}
