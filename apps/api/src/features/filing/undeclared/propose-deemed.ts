import { fen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import { requireOwnDistrictOfAll } from '../../../case/require-own-district.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { costOfHeads, deemedMonths, lockUnits } from '../../money/assessment/index.ts'
import type { DeemedMonth } from '../../money/assessment/index.ts'
import { findEmployer } from '../../register/employer/index.ts'
import { insertDeemedAssessment, listProposed } from './deemed-assessment.repository.ts'
import { deemedAssessmentTable } from './deemed-assessment.lifecycle.ts'
import { requireEmployers } from './remind-undeclared.ts'
import type { DeemedRefusal } from './undeclared-codes.ts'
import { readUndeclaredMonth } from './undeclared-month.ts'
import type { UndeclaredMonth } from './undeclared-month.ts'
import { listUndeclared } from './undeclared.repository.ts'

export interface DeemedProposals {
  proposed: number
  refused: { employerId: string; reason: DeemedRefusal }[]
}

interface Proposal {
  period: string
  grounds: string
  origin: string
}

/** Proposes to charge 110 % of the last declared month (SIL 62); each employer that it cannot be done for is named with its reason. */
export async function proposeDeemed(
  platform: Platform,
  asker: Viewer | undefined,
  asked: Proposal & { employerIds: readonly string[] },
): Promise<DeemedProposals> {
  const viewer = requireMay(asker, 'deemed-assessment:propose')
  const employerIds = requireEmployers(asked.employerIds)
  await requireOwnDistrictOfAll(platform, viewer, employerIds)
  return proposeEach(platform, viewer, { ...asked, employerIds }, ({ taken, people }) =>
    taken
      ? { way: 'LAST_MONTH', basedOn: taken.basis.period, people, wage: null, lines: taken.lines }
      : 'NO_LAST_MONTH',
  )
}

/** Headcounts of a unit that the office may set an amount for. */
const mostPeople = 10_000
/** Fen a month. */
const highestWage = 100_000_000

/** Proposes an amount by headcount and wage where nothing was ever declared (SIL 62). */
export async function proposeOfficeAmount(
  platform: Platform,
  asker: Viewer | undefined,
  asked: Proposal & { employerId: string; people: number; wage: Fen },
): Promise<DeemedProposals> {
  const viewer = requireMay(asker, 'deemed-assessment:propose')
  const { people, wage } = asked
  if (people < 1 || people > mostPeople) throw badInput('people', `1 to ${mostPeople} people.`)
  if (wage < 1 || wage > highestWage) throw badInput('wage', 'A monthly wage a head is needed.')
  const [employerId] = requireEmployers([asked.employerId])
  if (!employerId || !(await findEmployer(platform, employerId))) throw notFound('employer')
  await requireOwnDistrictOfAll(platform, viewer, [employerId])
  const { period } = await readUndeclaredMonth(platform, asked.period)
  const lines = await costOfHeads(platform, { employerId, period }, { people, wage })
  return proposeEach(platform, viewer, { ...asked, employerIds: [employerId] }, ({ taken }) =>
    taken ? 'HAS_LAST_MONTH' : { way: 'OFFICE_AMOUNT', basedOn: null, people, wage, lines },
  )
}

interface Amount {
  way: 'LAST_MONTH' | 'OFFICE_AMOUNT'
  basedOn: string | null
  people: number
  wage: Fen | null
  lines: readonly { insurance: string; people: number; base: Fen; employer: Fen; personal: Fen }[]
}

async function proposeEach(
  platform: Platform,
  viewer: StaffMember,
  asked: Proposal & { employerIds: readonly string[] },
  amountOf: (month: DeemedMonth) => Amount | DeemedRefusal,
): Promise<DeemedProposals> {
  const grounds = requireText('grounds', asked.grounds)
  const month = await readUndeclaredMonth(platform, asked.period)
  return platform.database.transaction(async () => {
    await lockUnits(platform, asked.employerIds)
    const months = await deemedMonths(platform, asked.employerIds, month.period)
    const refusalOf = await readRefusals(platform, month, asked.employerIds, months)
    const outcome: DeemedProposals = { proposed: 0, refused: [] }
    for (const employerId of asked.employerIds) {
      const own = months.get(employerId)
      const amount = refusalOf(employerId) ?? (own ? amountOf(own) : 'NO_PEOPLE')
      if (typeof amount === 'string') {
        outcome.refused.push({ employerId, reason: amount })
        continue
      }
      await open(platform, viewer, { ...asked, grounds, employerId, period: month.period }, amount)
      outcome.proposed += 1
    }
    return outcome
  })
}

/** What stands against deeming the month of each, whatever the amount. */
async function readRefusals(
  platform: Platform,
  { monthlySelf, overdueDays, region, period }: UndeclaredMonth,
  employerIds: readonly string[],
  months: ReadonlyMap<string, DeemedMonth>,
): Promise<(employerId: string) => DeemedRefusal | undefined> {
  if (!monthlySelf) return () => 'NOT_MONTHLY'
  if (overdueDays === 0) return () => 'NOT_YET_OVERDUE'
  const rows = await listUndeclared(platform, { region, period, ids: employerIds, limit: employerIds.length })
  const undeclared = new Map(rows.map((row) => [row.id, row]))
  const proposed = await listProposed(platform, employerIds, period)
  return (employerId) => {
    const row = undeclared.get(employerId)
    if (!row) return months.has(employerId) ? 'ALREADY_FILED' : 'NO_PEOPLE'
    if (row.noticeId !== null) return 'ALREADY_BILLED'
    if (row.extendedTo !== null && row.extendedTo >= platform.clock.today()) return 'EXTENDED'
    return proposed.has(employerId) ? 'ALREADY_PROPOSED' : undefined
  }
}

async function open(
  platform: Platform,
  viewer: StaffMember,
  { employerId, period, grounds, origin }: Proposal & { employerId: string },
  { lines, wage, ...amount }: Amount,
): Promise<void> {
  const total = fen(lines.reduce((sum, { employer, personal }) => sum + employer + personal, 0))
  await openCase(platform, deemedAssessmentTable, {
    event: 'PROPOSE',
    actor: viewer,
    origin,
    write: () =>
      insertDeemedAssessment(platform, {
        employerId,
        period,
        ...amount,
        wage: wage === null ? null : BigInt(wage),
        lines: lines.map((line) => ({ ...line })),
        total: BigInt(total),
        grounds,
        proposedBy: viewer.accountId,
        proposedAt: platform.clock.now(),
      }),
    trace: ({ id }) => ({
      action: 'DEEMED_PROPOSED',
      recordType: 'DeemedAssessment',
      recordId: id,
      change: { employerId, period, amount: total },
    }),
  })
}
