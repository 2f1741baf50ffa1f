import { findRegionName } from '@shebao/identifiers/region-names'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sumByAge, sumOverdue } from './arrears.repository.ts'
import type { AgeSum } from './arrears.repository.ts'
import { findSpan, listDistricts, sumCells } from './cells.repository.ts'
import type { CellSum, StatisticSpan } from './cells.repository.ts'
import { countPeopleByTrait } from './people.repository.ts'
import type { TraitCount } from './people.repository.ts'
import { rollUp } from './roll-up.ts'
import { ageLimitsOf, readSelection } from './statistic-selection.ts'
import type { SelectionArgs } from './statistic-selection.ts'
import { anyInsurance } from './statistics-codes.ts'
import type { PeopleTrait, StatisticDimension, StatisticSelection } from './statistics-codes.ts'

export interface StatisticFigure extends CellSum {
  overdue: bigint
}

export interface Statistics {
  figures: StatisticFigure[]
  total: StatisticFigure
  asOf: Date
}

/** Insured people, employers, declared, billed, collected and overdue by one dimension, of the moment of asking. */
export async function readStatistics(
  platform: Platform,
  asker: Viewer | undefined,
  by: StatisticDimension,
  args: SelectionArgs,
): Promise<Statistics> {
  requireMay(asker, 'statistics:read')
  const selection = readSelection(args)
  await rollUp(platform)
  const asOf = platform.clock.now()
  const [cells, overdue] = await platform.database.heavyRead(async () =>
    Promise.all([
      sumCells(platform, by, selection),
      sumOverdue(platform, by, selection, ageLimitsOf(platform.clock.today())),
    ]),
  )
  const overdueOf = new Map(overdue.map((row) => [row.key, row.overdue]))
  const figures = cells.map((cell) => ({ ...cell, overdue: overdueOf.get(cell.key) ?? 0n }))
  return {
    // Whoever is insured in anything is counted in the total, not beside the insurances.
    figures: figures.filter(({ key }) => key !== anyInsurance),
    total: totalOf(figures, by, selection),
    asOf,
  }
}

/** Whose people and employers are those of the total: of the last month, of any insurance, or of all that stand beside each other. */
function whoCounts(figures: readonly StatisticFigure[], by: StatisticDimension, { to, insurance }: StatisticSelection) {
  if (by === 'PERIOD') return figures.filter(({ key }) => key === to)
  return by === 'INSURANCE' ? figures.filter(({ key }) => key === (insurance ?? anyInsurance)) : figures
}

function totalOf(figures: readonly StatisticFigure[], by: StatisticDimension, selection: StatisticSelection) {
  const counted = whoCounts(figures, by, selection)
  // The same wage is declared to every insurance.
  const declared = by === 'INSURANCE' ? counted : figures
  const money = (of: (figure: StatisticFigure) => bigint, from = figures) =>
    from.reduce((sum, row) => sum + of(row), 0n)
  return {
    key: '',
    employers: counted.reduce((sum, { employers }) => sum + employers, 0),
    people: counted.reduce((sum, { people }) => sum + people, 0),
    base: money(({ base }) => base, declared),
    charged: money(({ charged }) => charged),
    settled: money(({ settled }) => settled),
    writtenOff: money(({ writtenOff }) => writtenOff),
    overdue: money(({ overdue }) => overdue),
  }
}

export interface District {
  /** Six digits; none of employers whose number holds no district. */
  code: string
  zh: string | null
  en: string | null
}

export interface StatisticOutlook extends StatisticSpan {
  districts: District[]
}

/** Which months and districts there are figures of; nothing in an office that billed nobody yet. */
export async function readOutlook(platform: Platform, asker: Viewer | undefined): Promise<StatisticOutlook | null> {
  requireMay(asker, 'statistics:read')
  await rollUp(platform)
  const span = await findSpan(platform)
  if (!span) return null
  const districts = (await listDistricts(platform)).map((code) => {
    const name = findRegionName(code)
    return { code, zh: name?.zh ?? null, en: name?.en ?? null }
  })
  return { ...span, districts }
}

/** What is overdue by month of the bill and by how long. */
export async function readAges(platform: Platform, asker: Viewer | undefined, args: SelectionArgs): Promise<AgeSum[]> {
  requireMay(asker, 'statistics:read')
  const selection = readSelection(args)
  return platform.database.heavyRead(() => sumByAge(platform, selection, ageLimitsOf(platform.clock.today())))
}

/** People counted one by one, which no kept sum can answer. */
export async function readPeople(
  platform: Platform,
  asker: Viewer | undefined,
  by: PeopleTrait,
  args: SelectionArgs,
): Promise<TraitCount[]> {
  requireMay(asker, 'statistics:read')
  const selection = readSelection(args)
  return platform.database.heavyRead(() => countPeopleByTrait(platform, by, selection))
}
