import { addFen, fen, isOneOf, FIVE_INSURANCES } from '@shebao/kernel'
import { balanceColumns, checkBalance, rowError } from '@shebao/intake'
import type { BalanceValues, ReadRow } from '@shebao/intake'
import { bookOpeningBalances, findStandingOnOpening, takeBackOpening } from '../../../money/opening/index.ts'
import type { OpeningCredit, OpeningDebt } from '../../../money/opening/index.ts'
import { ProblemsByRow } from '../import-work.ts'
import type { ImportWork } from '../import-work.ts'
import { findBilledMonths } from '../register-lookup.repository.ts'
import { nameEmployers } from '../rows-of-register.ts'

type Row = ReadRow<typeof balanceColumns>

/** What employers owed and had to their credit on the day on which this office's ledger begins. */
export const balancesWork: ImportWork<typeof balanceColumns> = {
  columns: balanceColumns,

  async examine(platform, office, rows) {
    const problems = new ProblemsByRow()
    for (const { row, values, problems: own } of rows) problems.add(row, ...own, ...checkBalance(values, office.today))
    const employers = await nameEmployers(platform, office, rows, problems)
    const billed = new Set(
      (await findBilledMonths(platform, [...new Set(employers.values())])).map(
        ({ employerId, period }) => `${employerId} ${period}`,
      ),
    )
    findClashes(rows, employers, billed, problems)
    return {
      problems: problems.all,
      amount: addFen(fen(0), ...rows.flatMap(({ values }) => amountsOf(values))),
      async apply(source) {
        const debts = debtsOf(rows, employers)
        const credits = creditsOf(rows, employers)
        await bookOpeningBalances(platform, source.id ?? '', { debts, credits })
        const notices = debts.flatMap(({ noticeId, rowNos }) => rowNos.map((rowNo) => ({ rowNo, subjectId: noticeId })))
        return [...notices, ...credits.map(({ rowNo, employerId }) => ({ rowNo, subjectId: employerId }))]
      },
    }
  },

  standing: (platform, { importId, subjects }) => findStandingOnOpening(platform, importId, subjects),
  takeBack: (platform, { importId, subjects }) => takeBackOpening(platform, importId, subjects),
}

const amountsOf = ({ kind, employer, personal, amount }: BalanceValues) =>
  kind === 'CREDIT' ? [amount ?? fen(0)] : [employer ?? fen(0), personal ?? fen(0)]

/** The same share twice, shares of one month that are due on different days, and months that are billed here already. */
function findClashes(
  rows: readonly Row[],
  employers: ReadonlyMap<number, string>,
  billed: ReadonlySet<string>,
  problems: ProblemsByRow,
): void {
  const firstRow = new Map<string, number>()
  const dueOf = new Map<string, { dueOn: string; asOf: string }>()
  for (const { row, values } of rows) {
    const employerId = employers.get(row)
    const { kind, period, insurance, dueOn, asOf } = values
    if (employerId === undefined || kind === undefined) continue
    const key = kind === 'CREDIT' ? `${employerId} CREDIT` : `${employerId} ${period} ${insurance}`
    const earlier = firstRow.get(key)
    if (earlier !== undefined) problems.add(row, rowError('registrationNo', 'TWICE_IN_FILE', String(earlier)))
    firstRow.set(key, earlier ?? row)
    if (kind === 'CREDIT' || period === undefined || dueOn === undefined || asOf === undefined) continue
    const month = `${employerId} ${period}`
    if (billed.has(month)) problems.add(row, rowError('period', 'ALREADY_THERE', period))
    const known = dueOf.get(month) ?? { dueOn, asOf }
    dueOf.set(month, known)
    if (known.dueOn !== dueOn) problems.add(row, rowError('dueOn', 'DIFFERS_IN_FILE', known.dueOn))
    if (known.asOf !== asOf) problems.add(row, rowError('asOf', 'DIFFERS_IN_FILE', known.asOf))
  }
}

/** One bill for each employer and month, its shares as lines. */
function debtsOf(rows: readonly Row[], employers: ReadonlyMap<number, string>): (OpeningDebt & { rowNos: number[] })[] {
  const debts = new Map<string, OpeningDebt & { rowNos: number[] }>()
  for (const { row, values } of rows) {
    const employerId = employers.get(row)
    const { kind, period, insurance, dueOn, asOf } = values
    if (
      kind !== 'OWED' ||
      employerId === undefined ||
      period === undefined ||
      dueOn === undefined ||
      asOf === undefined
    )
      continue
    if (insurance === undefined || !isOneOf(FIVE_INSURANCES, insurance)) continue
    const line = {
      insurance,
      people: values.people ?? 0,
      base: values.base ?? fen(0),
      employer: values.employer ?? fen(0),
      personal: values.personal ?? fen(0),
    }
    const key = `${employerId} ${period}`
    const known = debts.get(key)
    if (known) {
      known.lines.push(line)
      known.rowNos.push(row)
    } else {
      debts.set(key, {
        noticeId: crypto.randomUUID(),
        employerId,
        period,
        dueOn,
        asOf,
        lines: [line],
        rowNos: [row],
      })
    }
  }
  return [...debts.values()]
}

function creditsOf(
  rows: readonly Row[],
  employers: ReadonlyMap<number, string>,
): (OpeningCredit & { rowNo: number })[] {
  return rows.flatMap(({ row, values: { kind, amount, asOf } }) => {
    const employerId = employers.get(row)
    return kind === 'CREDIT' && employerId !== undefined && amount !== undefined && asOf !== undefined
      ? [{ rowNo: row, employerId, amount, asOf }]
      : []
  })
}
