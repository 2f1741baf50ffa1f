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
import type { PeopleTrait, StatisticDimension } from './statistics-codes.ts'

export interface StatisticFigure extends CellSum {
  overdue: bigint
}

export interface Statistics {
  figures: StatisticFigure[]
  total: StatisticFigure
  asOf: Date
}

const nothing: StatisticFigure = {
  key: null,
  employers: 0,
  people: 0,
  base: 0n,
  charged: 0n,
  settled: 0n,
  writtenOff: 0n,
  overdue: 0n,
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
  const cells = await sumCells(platform, by, selection)
  const overdue = await sumOverdue(platform, by, selection, ageLimitsOf(platform.clock.today()))
  const overdueOf = new Map(overdue.map((row) => [row.key, row.overdue]))
  const figures = cells.map((cell) => ({ ...cell, overdue: overdueOf.get(cell.key) ?? 0n }))
  const total = figures.find(({ key }) => key === null) ?? nothing
  // Whoever is insured in anything stands beside the insurances only in the total.
  return { figures: figures.filter(({ key }) => key !== null && key !== 'ANY'), total, asOf }
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
  return sumByAge(platform, readSelection(args), ageLimitsOf(platform.clock.today()))
}

/** People counted one by one, which no kept sum can answer. */
export async function readPeople(
  platform: Platform,
  asker: Viewer | undefined,
  by: PeopleTrait,
  args: SelectionArgs,
): Promise<TraitCount[]> {
  requireMay(asker, 'statistics:read')
  return countPeopleByTrait(platform, by, readSelection(args))
}
