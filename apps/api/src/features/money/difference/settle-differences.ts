import { addFen, civilDate, sumFen } from '@shebao/kernel'
import type { CivilDate, Fen, FiveInsurance, Period } from '@shebao/kernel'
import type { Policy } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { bookTransfers } from '../ledger/index.ts'
import type { Transfer } from '../ledger/index.ts'
import { paymentDueDate } from '../policy/index.ts'
import {
  MonthBuilder,
  chargeEntries,
  creditEntries,
  listUnits,
  lockUnits,
  policiesOf,
  totalOf,
  totalOfLines,
} from '../assessment/index.ts'
import type { UnitProblem, UnitToAssess } from '../assessment/index.ts'
import { insertMonths } from '../month/index.ts'
import { findNoticeSequences, writeNotices } from '../debt/index.ts'
import { spendCredit } from '../settlement/index.ts'
import { listBilled } from './billed.repository.ts'
import { listChanged } from './changed.repository.ts'
import type { DeclaredVersion } from './billed.repository.ts'
import { UnitDifference } from './unit-difference.ts'

/** Why months that are billed already cost something else. */
export interface DifferenceCause {
  /** Names it in the keys of the ledger. */
  key: string
  region: string
  /** The billed months it holds for, in time. */
  periods: readonly Period[]
  /** The insurances whose premiums it may have changed. */
  insurances: ReadonlySet<FiveInsurance>
  runId: string | null
  /** The declaration whose acceptance changed averages, and whether it is about them alone or about everybody (another class). */
  declared?: DeclaredVersion & { everybody: boolean }
  /** Only these people, of one unit: each of their months costs what the register says of it now, also who joined or left it. */
  people?: readonly string[]
  /** Kept with the notice and the ledger. */
  basis: Readonly<Record<string, string | number>>
  /** Whether the late fee runs once the notice's own due date is over. */
  bearsLateFee: boolean
}

export interface SettledDifferences {
  notices: number
  people: number
  amount: Fen
  credited: Fen
  problems: UnitProblem[]
}

/**
 * What a cause adds to months billed before is billed, what it takes off is credited, exact for each person and month (2.2). An
 * employer gets one notice for a month's shares that rose; shares that fell go to its credit, which then pays what it owes. Nothing
 * is written for whom nothing changes. Within the open transaction.
 */
export async function settleDifferences(
  platform: Platform,
  cause: DifferenceCause,
  employerIds: readonly string[],
  atOnce: number,
): Promise<SettledDifferences> {
  await lockUnits(platform, employerIds)
  const settled: SettledDifferences = { notices: 0, people: 0, amount: sumFen([]), credited: sumFen([]), problems: [] }
  const today = civilDate(platform.clock.today())
  let left = employerIds
  for (const period of cause.periods) {
    const units = await listUnits(platform, left, period)
    const policies = await policiesOf(platform, units, period)
    const problems = [...policies.values()].flatMap((policy) => ('cause' in policy ? policy : []))
    settled.problems.push(...problems)
    left = left.filter((id) => !problems.some(({ employerId }) => employerId === id))
    const billable = units.filter(({ id }) => left.includes(id))
    for await (const differences of differencesOf(platform, billable, policies, period, cause, atOnce)) {
      await write(platform, cause, { period, today }, differences, settled)
    }
  }
  const debtors = left.map((employerId) => ({ employerId, key: `difference:${cause.key}:${employerId}` }))
  if (settled.people > 0) await spendCredit(platform, debtors, today)
  return settled
}

/** Whole units only, since a unit's month is one notice; however large, no more than one unit is held half read. */
async function* differencesOf(
  platform: Platform,
  units: readonly UnitToAssess[],
  policies: ReadonlyMap<string, Policy | UnitProblem>,
  period: Period,
  { insurances, declared, people: only }: DifferenceCause,
  atOnce: number,
): AsyncGenerator<UnitDifference[]> {
  const nil = '00000000-0000-0000-0000-000000000000'
  const unitOf = new Map(units.map((unit) => [unit.id, unit]))
  const whose = { declared, onlyDeclared: declared !== undefined && !declared.everybody }
  let after = { employerId: nil, individualId: nil }
  let open: UnitDifference | undefined
  for (;;) {
    const part = only
      ? await listChanged(platform, [...unitOf.keys()], period, after, atOnce, only)
      : await listBilled(platform, [...unitOf.keys()], period, after, atOnce, whose)
    const whole: UnitDifference[] = []
    for (const people of part) {
      if (open?.employerId !== people.employerId) {
        if (open) whole.push(open)
        const [unit, policy] = [unitOf.get(people.employerId), policies.get(people.employerId)]
        if (!unit || policy === undefined || 'cause' in policy) throw new Error(`no policy for ${people.employerId}`)
        open = new UnitDifference(unit, policy, insurances)
      }
      open.add(people)
    }
    const last = part.at(-1)
    const finished = part.reduce((sum, { people }) => sum + people, 0) < atOnce
    if (finished && open) whole.push(open)
    yield whole.filter(({ people }) => people > 0)
    if (finished || !last) return
    after = { employerId: last.employerId, individualId: last.individualIds.slice(-nil.length) }
  }
}

async function write(
  platform: Platform,
  cause: DifferenceCause,
  month: { period: Period; today: CivilDate },
  differences: readonly UnitDifference[],
  settled: SettledDifferences,
): Promise<void> {
  if (differences.length === 0) return
  const issued = await issueNotices(platform, cause, month, differences)
  await writeMonths(platform, month, differences, issued)
  const credits = differences.flatMap((difference) => creditTransfer(cause, month, difference))
  await bookTransfers(platform, credits)
  settled.notices += issued.size
  settled.people += differences.reduce((sum, { people }) => sum + people, 0)
  settled.amount = addFen(settled.amount, ...[...issued.values()].map(({ total }) => total))
  settled.credited = addFen(settled.credited, ...differences.map(({ fallen }) => totalOfLines(fallen)))
}

interface Issued {
  id: string
  total: Fen
}

async function issueNotices(
  platform: Platform,
  { runId, region, declared, basis, bearsLateFee }: DifferenceCause,
  { period, today }: { period: Period; today: CivilDate },
  differences: readonly UnitDifference[],
): Promise<Map<string, Issued>> {
  const rising = differences.filter(({ risen }) => risen.length > 0)
  const ids = rising.map(({ employerId }) => employerId)
  const [sequences, dueOn] = [
    await findNoticeSequences(platform, ids, period, 'DIFFERENCE'),
    await paymentDueDate(platform, region, today),
  ]
  const notices = rising.map(({ employerId, injuryClass, injuryRatePpm, people, risen: lines }) => ({
    id: crypto.randomUUID(),
    employerId,
    declarationId: declared?.declarationId ?? null,
    period,
    kind: 'DIFFERENCE' as const,
    sequence: sequences.get(employerId) ?? 0,
    runId,
    bearsLateFee,
    injuryClass,
    injuryRatePpm,
    basis,
    people,
    employerTotal: totalOf(lines, 'EMPLOYER'),
    personalTotal: totalOf(lines, 'PERSONAL'),
    total: totalOfLines(lines),
    issuedOn: today,
    dueOn,
    lines,
  }))
  const numbers = await writeNotices(platform, notices)
  await bookTransfers(
    platform,
    notices.map((notice) => ({
      kind: 'DIFFERENCE' as const,
      key: `difference:${notice.id}`,
      occurredOn: today,
      noticeId: notice.id,
      memo: { number: numbers.get(notice.id), ...basis },
      entries: chargeEntries(notice, notice.lines),
    })),
  )
  return new Map(notices.map(({ employerId, id, total }) => [employerId, { id, total }]))
}

/** With a notice people's differences wait for its payment; without one everything went to credit and they are settled. */
async function writeMonths(
  platform: Platform,
  { period, today }: { period: Period; today: CivilDate },
  differences: readonly UnitDifference[],
  issued: ReadonlyMap<string, Issued>,
): Promise<void> {
  const open = new MonthBuilder({ period, kind: 'DIFFERENCE', status: 'UNPAID', postedOn: null })
  const settledNow = new MonthBuilder({ period, kind: 'DIFFERENCE', status: 'PAID', postedOn: today })
  for (const { employerId, people, individualIds, wages, sequences, rows } of differences) {
    const noticeId = issued.get(employerId)?.id ?? null
    const months = noticeId === null ? settledNow : open
    months.add({
      employerId,
      noticeId,
      people,
      individualIds: individualIds.join(','),
      wages: wages.join(','),
      sequences,
      rows,
    })
  }
  for (const batch of [open.build(), settledNow.build()]) if (batch) await insertMonths(platform, batch)
}

/** The funds give back what fell, to the employer's credit. */
function creditTransfer(
  { key, basis }: DifferenceCause,
  { period, today }: { period: Period; today: CivilDate },
  { employerId, fallen }: UnitDifference,
): Transfer[] {
  if (fallen.length === 0) return []
  return [
    {
      kind: 'DIFFERENCE',
      key: `difference:${key}:${employerId}:${period}`,
      occurredOn: today,
      memo: { period, ...basis },
      entries: creditEntries({ employerId, period }, fallen),
    },
  ]
}
