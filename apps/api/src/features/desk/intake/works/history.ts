import { addFen, civilDate, daysInMonth, fen } from '@shebao/kernel'
import { checkHistory, historyColumns, historyTotal, rowError, rowWarning } from '@shebao/intake'
import type { HistoryValues, ReadRow } from '@shebao/intake'
import { countStandingOnMonths, insertImportedMonths, removeImportedMonths } from '../../../money/month/index.ts'
import type { ImportedMonth } from '../../../money/month/index.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { ProblemsByRow } from '../import-work.ts'
import type { Brought, ImportWork } from '../import-work.ts'
import { findBilledMonths, findMonthsOf, findSpells } from '../register-lookup.repository.ts'
import { nameRows } from '../rows-of-register.ts'
import type { Named } from '../rows-of-register.ts'

const amountKeys = [
  'averageWage',
  'pensionBase',
  'pensionEmployer',
  'pensionPersonal',
  'medicalBase',
  'medicalEmployer',
  'medicalPersonal',
  'unemploymentBase',
  'unemploymentEmployer',
  'unemploymentPersonal',
  'workInjuryBase',
  'workInjuryEmployer',
  'maternityBase',
  'maternityEmployer',
] as const satisfies readonly (keyof HistoryValues)[]

/** Months paid before this office's ledger began, so that grids and minimum years are whole. */
export const historyWork: ImportWork<typeof historyColumns> = {
  columns: historyColumns,

  async examine(platform, office, rows) {
    const problems = new ProblemsByRow()
    for (const { row, values, problems: own } of rows) problems.add(row, ...own, ...checkHistory(values, office.today))
    const named = await nameRows(platform, office, rows, problems)
    await findClashes(platform, rows, named, problems)
    return {
      problems: problems.all,
      amount: addFen(fen(0), ...rows.flatMap(({ values }) => historyTotal(values))),
      async apply() {
        const made = rows.flatMap(({ row, values }) => {
          const who = named.get(row)
          const month = who && importedMonth(who, values)
          return month ? [{ rowNo: row, month }] : []
        })
        await insertImportedMonths(
          platform,
          made.map(({ month }) => month),
        )
        return made.map(({ rowNo, month }) => ({ rowNo, subjectId: month.individualId }))
      },
    }
  },

  async standing(platform, brought) {
    const { refunds, later } = await countStandingOnMonths(platform, await monthsOf(platform, brought))
    return [
      ...(refunds > 0 ? [{ kind: 'REFUNDS' as const, count: refunds }] : []),
      ...(later > 0 ? [{ kind: 'LATER_CHANGES' as const, count: later }] : []),
    ]
  },
  takeBack: async (platform, brought) => removeImportedMonths(platform, await monthsOf(platform, brought)),
}

type Row = ReadRow<typeof historyColumns>

/** The months of an import as they were taken in: the register still has whom its rows name. */
async function monthsOf(
  platform: Platform,
  { office, rows }: Brought<typeof historyColumns>,
): Promise<ImportedMonth[]> {
  const named = await nameRows(platform, office, rows, new ProblemsByRow())
  return rows.flatMap(({ row, values }) => {
    const who = named.get(row)
    return (who && importedMonth(who, values)) ?? []
  })
}

const keyOf = ({ employerId, individualId }: Named, period: string) => `${employerId} ${individualId} ${period}`

/** The same month twice, in the file, on record or billed; and months in which the person was not enrolled. */
async function findClashes(
  platform: Platform,
  rows: readonly Row[],
  named: ReadonlyMap<number, Named>,
  problems: ProblemsByRow,
): Promise<void> {
  const who = [...named.values()]
  const employerIds = [...new Set(who.map(({ employerId }) => employerId))]
  const individualIds = [...new Set(who.map(({ individualId }) => individualId))]
  const recorded = new Set(
    (await findMonthsOf(platform, employerIds, individualIds)).map((one) => keyOf(one, one.period)),
  )
  const billed = new Set(
    (await findBilledMonths(platform, employerIds)).map(({ employerId, period }) => `${employerId} ${period}`),
  )
  const spells = Map.groupBy(await findSpells(platform, employerIds, individualIds), (spell) => keyOf(spell, ''))
  const firstRow = new Map<string, number>()
  for (const { row, values } of rows) {
    const [person, { period }] = [named.get(row), values]
    if (!person || period === undefined) continue
    const key = keyOf(person, period)
    const earlier = firstRow.get(key)
    if (earlier !== undefined) problems.add(row, rowError('period', 'TWICE_IN_FILE', String(earlier)))
    firstRow.set(key, earlier ?? row)
    if (recorded.has(key)) problems.add(row, rowError('period', 'ALREADY_THERE', period))
    else if (billed.has(`${person.employerId} ${period}`)) problems.add(row, rowError('period', 'OVERLAPS', period))
    const covered = (spells.get(keyOf(person, '')) ?? []).some(
      ({ fromPeriod, toPeriod }) => fromPeriod <= period && period <= (toPeriod ?? '9999-12'),
    )
    if (!covered) problems.add(row, rowWarning('period', 'NOT_ENROLLED'))
  }
}

function importedMonth(who: Named, values: HistoryValues): ImportedMonth | undefined {
  const { period, paidOn } = values
  if (period === undefined) return undefined
  const wage = values.averageWage ?? values.pensionBase ?? values.medicalBase ?? fen(0)
  return {
    ...who,
    period,
    postedOn: paidOn ?? lastDayOf(period),
    amounts: amountKeys.map((key) => (key === 'averageWage' ? wage : (values[key] ?? 0))),
  }
}

function lastDayOf(month: string): string {
  return civilDate(`${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`)
}
