import { civilDate } from '@shebao/kernel'
import type { Fen, Period } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import type { NoticeLine } from '../debt/index.ts'
import { spendCredit } from '../settlement/index.ts'
import { listUnits, lockUnits } from './assess-units.repository.ts'
import type { DeemedBasis, OfficeBasis } from './deemed-basis.ts'
import { issueNotices } from './issue-notices.ts'
import type { IssuedNotice } from './issue-notices.ts'
import { computePremiumColumns, noticeLines } from './premium-rows.ts'
import { policiesOf } from './unit-problem.ts'
import { openUnit } from './write-months.ts'

interface UnitMonth {
  employerId: string
  period: Period
}

/** What so many people with one wage cost a unit in a month: how the office sets an amount where nothing was ever declared (SIL 62). */
export async function costOfHeads(
  platform: Platform,
  { employerId, period }: UnitMonth,
  { people, wage }: { people: number; wage: Fen },
): Promise<NoticeLine[]> {
  const { policy } = await unitAndPolicy(platform, { employerId, period })
  const everyone = Array.from({ length: people })
  return noticeLines(
    computePremiumColumns(policy, { wages: everyone.map(() => wage), absences: everyone.map(() => 0) }),
  )
}

/** Bills a month that a unit did not declare, ahead of or behind the monthly run; undefined where the month has its bill. */
export async function issueDeemed(
  platform: Platform,
  { employerId, period }: UnitMonth,
  deemed: { people: number; lines: readonly NoticeLine[]; basis: DeemedBasis | OfficeBasis },
): Promise<IssuedNotice | undefined> {
  return platform.database.transaction(async () => {
    await lockUnits(platform, [employerId])
    const { unit, policy } = await unitAndPolicy(platform, { employerId, period })
    if (unit.notice !== null) return undefined
    const { people, basis } = deemed
    const open = { ...openUnit(unit, policy, crypto.randomUUID()), people, basis, lines: [...deemed.lines] }
    const issuedOn = civilDate(platform.clock.today())
    const [issued] = await issueNotices(platform, [open], { region: unit.region, period, issuedOn }, 'DEEMED')
    if (issued) await spendCredit(platform, [{ employerId, key: `notice:${issued.noticeId}` }], issuedOn)
    return issued
  })
}

async function unitAndPolicy(platform: Platform, { employerId, period }: UnitMonth) {
  const units = await listUnits(platform, [employerId], period)
  const policy = (await policiesOf(platform, units, period)).get(employerId)
  const [unit] = units
  if (!unit || policy === undefined) throw new Error(`There is no unit ${employerId}.`)
  if ('cause' in policy) throw policy.cause
  return { unit, policy }
}
