import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedCalendar } from '@shebao/prisma/seed'
import { asOffice } from '../../platform/tenancy.ts'
import { openFaultPlatform } from '../faults/fault-platform.ts'
import { openStormServer } from '../faults/storm-server.ts'
import { givenOffice } from '../inspection-scenario.ts'
import { mirrorFiling, mirrorMoney, mirrorMonths } from './mirror-story.ts'
import type { MirroredStory } from './mirror-story.ts'

/** A PostgreSQL of its own, thrown away afterwards, on which stories are mirrored one after the other. */
export async function openMirror() {
  const folder = mkdtempSync(join(tmpdir(), 'shebao-mirror-'))
  const server = await openStormServer(folder)
  const platform = openFaultPlatform(server.connectionString)
  const { database, vault } = platform
  await asOffice('TEST', async () => {
    await seedCalendar({ ...vault, query: (text, values) => database.query(text, values) }, '2037-12-31')
    await givenOffice(platform)
  })
  const play = async (seed: number, steps: number): Promise<MirroredStory> => {
    const money = await mirrorMoney(platform, seed, steps)
    const filing = await mirrorFiling(platform, seed, steps)
    const months = await mirrorMonths(platform, seed, steps)
    return {
      lines: [...money.lines, ...filing.lines, ...months.lines],
      report: money.report ?? filing.report ?? months.report,
    }
  }
  return {
    play: (seed: number, steps: number) => asOffice('TEST', () => play(seed, steps)),
    async close() {
      await platform.close()
      server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
