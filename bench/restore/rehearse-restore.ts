import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { verifyOffice } from '@shebao/api/src/backup/verify-office.ts'
import type { Check } from '@shebao/api/src/backup/verify-office.ts'
import { openPlatform } from '@shebao/api/src/open-platform.ts'
import { witnessFile } from '@shebao/api/src/platform/audit-witness.ts'
import { readEnvironment } from '@shebao/api/src/platform/environment.ts'
import { createLogger } from '@shebao/api/src/platform/logger.ts'
import { createServer } from '@shebao/api/src/server.ts'
import { serverParts } from '@shebao/api/src/server-parts.ts'
import { countKept } from '../cluster/count.ts'
import type { Count } from '../cluster/count.ts'
import { fillOffice, openOffice, today } from '../cluster/given-office.ts'
import { Load } from '../cluster/load.ts'
import type { Acknowledged } from '../cluster/load.ts'
import { ArchivingServer } from './server.ts'

export interface RestoreReport {
  moment: string
  /** Acknowledged before the moment, and how they were found after the restore. */
  before: Count
  /** Acknowledged after the moment: so many, and those of them that are there all the same. */
  after: number
  stillThere: string[]
  /** What the witness of the audit trail said of the restored trail, and everything once it begins anew. */
  witness: readonly string[]
  checks: readonly Check[]
  seconds: number
}

export interface RestoreAsked {
  /** An empty folder that the database's user may enter. */
  folder: string
  filers: number
  /** Of each stretch: before the base backup, up to the moment, and after it. */
  submissions: number
  payments: number
  say: (text: string) => void
}

/** What an operator does on the worst day, from the harm to the last check, with what was acknowledged counted one by one. */
export async function rehearseRestore({ folder, filers, say, ...stretch }: RestoreAsked): Promise<RestoreReport> {
  const server = new ArchivingServer(folder)
  try {
    await server.makeDatabase()
    const [key, bankKey] = [randomBytes(32).toString('hex'), randomBytes(32)]
    const settings = {
      SHEBAO_MODE: 'test',
      SHEBAO_TODAY: today,
      SHEBAO_SECRET_KEY: key,
      SHEBAO_BANK_KEY: bankKey.toString('hex'),
      SHEBAO_BANK_URL: 'http://127.0.0.1:9',
      SHEBAO_LOG_LEVEL: 'silent',
      SHEBAO_DATA_DIR: join(folder, 'office'),
      DATABASE_URL: server.url,
    }
    const { before, after, moment } = await workAndHarm(server, settings, bankKey, { filers, say, ...stretch })
    say(`Restored to ${moment}`)
    const began = performance.now()
    await server.restoreTo(moment)
    const seconds = (performance.now() - began) / 1000
    return { moment, seconds, ...(await lookAt(settings, before, after)) }
  } finally {
    server.stop()
  }
}

interface Worked {
  moment: string
  before: readonly Acknowledged[]
  after: readonly Acknowledged[]
}

async function workAndHarm(
  server: ArchivingServer,
  settings: Record<string, string>,
  bankKey: Buffer,
  { filers, say, submissions, payments }: Omit<RestoreAsked, 'folder'>,
): Promise<Worked> {
  say('The office, its units and their bills are made')
  const { platform, close } = await openOffice(settings)
  const app = await createServer(platform, serverParts)
  try {
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    // The bank reports some more while the clerks of a stretch finish.
    const office = await fillOffice(platform, { filers, payments: 6 * (payments + submissions) })
    const load = new Load(url, bankKey, office.payments)
    const work = () => load.run(office.filers, { submissions, payments })
    say('Everybody works; the base backup is taken meanwhile')
    await Promise.all([work(), server.takeBaseBackup()])
    await work()
    const before = [...load.acknowledged]
    const moment = await server.now()
    say('The moment is noted; everybody goes on, and then somebody drops what people handed in and paid')
    await work()
    await platform.audit.link()
    await server.ask('DROP TABLE personnel_record, payment CASCADE')
    await server.archiveAll()
    return { moment, before, after: load.acknowledged.slice(before.length) }
  } finally {
    await app.close()
    await close()
  }
}

async function lookAt(
  settings: Record<string, string>,
  before: readonly Acknowledged[],
  after: readonly Acknowledged[],
) {
  const [environment, logger] = [readEnvironment(settings), createLogger('silent')]
  // The trail ends before what its witness saw: that is the truth, written down and then begun anew.
  const witness = detailsOf(await verifyOffice(environment, logger, 'AS_IT_IS'), 'AUDIT')
  rmSync(witnessFile(environment), { force: true })
  const { platform, close } = await openPlatform(environment, logger, 'AS_IT_IS')
  try {
    const found = await countKept(platform, before)
    const gone = new Set((await countKept(platform, after)).lost)
    const stillThere = after.map(({ what, id }) => `${what.toLowerCase()} ${id}`).filter((one) => !gone.has(one))
    return {
      before: found,
      after: after.length,
      stillThere,
      witness,
      checks: await verifyOffice(environment, logger, 'AS_IT_IS'),
    }
  } finally {
    await close()
  }
}

const detailsOf = (checks: readonly Check[], name: Check['name']) =>
  checks.find((check) => check.name === name)?.details ?? []

export const holds = ({ before, stillThere, checks }: RestoreReport): boolean =>
  before.lost.length === 0 && before.wrong.length === 0 && stillThere.length === 0 && checks.every(({ ok }) => ok)
