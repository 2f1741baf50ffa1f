import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedCalendar } from '@shebao/prisma/seed'
import { seedPolicy } from '../../features/money/policy/policy-in-force.ts'
import { asOffice } from '../../platform/tenancy.ts'
import { openFaultPlatform } from '../faults/fault-platform.ts'
import { openStormServer } from '../faults/storm-server.ts'
import { mirrorStory } from './mirrored-money.ts'

/** A PostgreSQL of its own, thrown away afterwards, on which stories are mirrored one after the other. */
export async function openMirror() {
  const folder = mkdtempSync(join(tmpdir(), 'shebao-mirror-'))
  const server = await openStormServer(folder)
  const platform = openFaultPlatform(server.connectionString)
  const { database, vault } = platform
  await asOffice('TEST', async () => {
    await seedCalendar({ ...vault, query: (text, values) => database.query(text, values) }, '2037-12-31')
    await seedPolicy(platform)
  })
  return {
    play: (seed: number, steps: number) => asOffice('TEST', () => mirrorStory(platform, seed, steps)),
    async close() {
      await platform.close()
      server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
