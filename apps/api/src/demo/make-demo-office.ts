import { join } from 'node:path'
import { demoPassword, seedDemoOffice } from '@shebao/prisma/seed'
import { passwordHashing } from '../features/office/session/index.ts'
import type { Platform } from '../platform/platform.ts'
import { playClerks, playMandates } from './play-clerks.ts'
import { playDemo } from './play-demo.ts'
import { playEnforcement } from './play-enforcement.ts'
import { playExceptions } from './play-exceptions.ts'
import { playDistricts } from './play-districts.ts'
import { playFigures } from './play-figures.ts'
import { playHotline } from './play-hotline.ts'
import { playMoney } from './play-money.ts'
import { playPastMonths, playThisMonth } from './play-monthly.ts'
import { playPeople } from './play-people.ts'
import { playQuestions } from './play-questions.ts'
import { playReconciliation } from './play-reconciliation.ts'
import { playRecord } from './play-record.ts'
import { playReports } from './play-reports.ts'
import { playRegister } from './play-register.ts'
import { playTrialMonth } from './trial-month.ts'
import { playTransfers } from './play-transfers.ts'
import { writeDemoFiles } from './write-demo-files.ts'

/** The demo office, unless there is one already. */
export async function makeDemoOffice(platform: Platform): Promise<void> {
  const { database, vault, clock, logger } = platform
  const [office] = await database.query<{ id: string }>({ text: 'SELECT id FROM office LIMIT 1' })
  if (office) return
  logger.info('making the demo office')
  const passwordHash = await passwordHashing.hash(demoPassword)
  const today = clock.today()
  const year = Number(today.slice(0, 4))
  // All or nothing: a start that is interrupted leaves no half-made office for the next one.
  const { units, teaching, wageIndex } = await database.transaction(async () => {
    const seeded = await seedDemoOffice(
      {
        query: (statement, values) => database.query(statement, values),
        seal: vault.seal,
        lookupHash: vault.lookupHash,
      },
      today,
      passwordHash,
    )
    await playEnforcement(platform, seeded.units)
    await playExceptions(platform, seeded.units)
    await playPastMonths(platform, seeded.units, seeded.firstPeriod)
    await playDemo(platform, seeded.units, year, seeded.wageIndex)
    await playThisMonth(platform, seeded.units)
    await playTrialMonth(platform, seeded.units)
    await playMoney(platform, seeded.units)
    await playPeople(platform, seeded, today.slice(0, 7))
    await playReconciliation(platform)
    await playClerks(platform, seeded.units)
    await playMandates(platform, seeded.units)
    await playRegister(platform, seeded.units)
    await playQuestions(platform, seeded.teaching, today.slice(0, 7))
    const months = { firstPeriod: seeded.firstPeriod, current: today.slice(0, 7) }
    await playTransfers(platform, seeded.units, seeded.teaching, months)
    await playRecord(platform, seeded.teaching)
    await playReports(platform, seeded.units)
    await playHotline(platform, seeded.teaching)
    await playFigures(platform)
    await playDistricts(platform)
    return seeded
  })
  const [tour] = units
  if (tour)
    await writeDemoFiles(join(platform.environment.dataDirectory, 'demo'), { unit: tour, teaching }, today, wageIndex)
  logger.info('the demo office is ready')
}
