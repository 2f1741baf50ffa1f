import { addMonths, FIVE_INSURANCES, period as toPeriod } from '@shebao/kernel'
import type { FiveInsurance, Period } from '@shebao/kernel'
import { parseParticipation } from '@shebao/roster'
import type { PersonnelDraft, RosterFile, RosterRow } from '@shebao/roster'
import { isBlank } from '../blank.ts'
import type { NumberedChange } from '../monthly-rules/complete-change.ts'
import type { MonthlyChangeDraft, RawField } from '../monthly-rules/monthly-change.ts'
import { isStop } from '../monthly-rules/monthly-change.ts'
import { CHANGE_COLUMNS, matchChangeColumn, mayNameType, parsePeriodText, parseWage } from './change-columns.ts'
import type { ChangeColumn } from './change-columns.ts'
import { parseChangeType, parseInfoField, parseInfoValue } from './change-words.ts'

/** Where each column of changes stands in the file, with its head. */
export type ChangeColumns = Partial<Record<ChangeColumn, { column: number; header: string }>>

export interface ChangesReading {
  changes: NumberedChange[]
  columns: ChangeColumns
  /** The one month the file is about, where every row that names one names the same: an earlier one is a file of last month's. */
  month: string | undefined
}

export interface ReadChangesOptions {
  /** The month that is declared. */
  period: Period
  /** The clerk's word on columns; `null` for "no column". */
  columns?: Partial<Record<ChangeColumn, number | null>>
}

/** As many cells as show what a column holds. */
const CELLS_LOOKED_AT = 200

/** Columns by their heads among those that the roster made nothing of, by their cells where a head may mean two things, then what the clerk says. */
export function findChangeColumns(
  { mapping: { unmapped }, rows }: Pick<RosterFile, 'mapping' | 'rows'>,
  said: ReadChangesOptions['columns'] = {},
): ChangeColumns {
  const columns: ChangeColumns = {}
  for (const { column, header } of unmapped) {
    const field = matchChangeColumn(header)
    if (field !== undefined) columns[field] ??= { column, header }
  }
  const { reason } = columns
  if (columns.changeType === undefined && reason && mayNameType(reason.header) && holdsTypes(rows, reason.column)) {
    columns.changeType = reason
    delete columns.reason
  }
  for (const field of CHANGE_COLUMNS) {
    const column = said[field]
    if (column === null) delete columns[field]
    else if (column !== undefined)
      columns[field] = { column, header: unmapped.find((one) => one.column === column)?.header ?? '' }
  }
  return columns
}

/** Most of what is written there are types of changes. */
function holdsTypes(rows: RosterFile['rows'], column: number): boolean {
  const texts = rows.slice(0, CELLS_LOOKED_AT).flatMap(({ cells }) => cells[column]?.trim() || [])
  return texts.length > 0 && texts.filter((text) => parseChangeType(text) !== undefined).length * 2 > texts.length
}

/**
 * The changes of a list in any form: people by the roster's reader, the rest by its own columns. Where no column says what a change
 * is, a leave date makes it a stop whose reason is asked for, and a hire date a join. What cannot be read is kept as it was written.
 */
export function changesFromFile(file: RosterFile, { period, columns: said }: ReadChangesOptions): ChangesReading {
  const columns = findChangeColumns(file, said)
  const months = new Set<string>()
  const changes = file.rows.map((row) => {
    const draft = changeOf(row, columns, period)
    for (const month of [draft.stated]) if (month !== undefined) months.add(month)
    return { row: row.row, draft: draft.draft }
  })
  const [month] = months
  return { changes, columns, month: months.size === 1 ? month : undefined }
}

function changeOf(
  row: RosterRow,
  columns: ChangeColumns,
  period: Period,
): { draft: MonthlyChangeDraft; stated: string | undefined } {
  const raw: Partial<Record<RawField, string>> = {}
  const { cells, draft: person } = row
  const text = (field: ChangeColumn): string | undefined => {
    const at = columns[field]
    const cell = at === undefined ? undefined : cells[at.column]
    return cell === undefined || isBlank(cell) ? undefined : cell.trim()
  }
  const [kind, why] = [text('changeType'), text('reason')]
  const type = typeOf(kind, why, person, raw)
  const [from, last] = [text('effectivePeriod'), text('lastPayablePeriod')]
  const months = monthsOf(type, { from, last }, person, period)
  const stops = type !== undefined && isStop(type)
  const value = text('infoValue')
  const draft: MonthlyChangeDraft = {
    ...(type === undefined ? {} : { changeType: type }),
    ...peopleOf(person, raw),
    ...insurancesSaid(text('insurances'), raw),
    ...months,
    ...wageOf(text('monthlyWage'), columns.monthlyWage?.header ?? '', person, raw, stops),
    ...infoOf(text('infoField'), value, raw),
    ...(why === undefined ? {} : { reason: why }),
  }
  const stated = [from, last].map((one) => one && parsePeriodText(one)).find((one) => one !== undefined)
  return { draft: Object.keys(raw).length === 0 ? draft : { ...draft, raw }, stated }
}

function typeOf(
  said: string | undefined,
  why: string | undefined,
  { hireDate, leaveDate }: PersonnelDraft,
  raw: Partial<Record<RawField, string>>,
): MonthlyChangeDraft['changeType'] {
  if (said !== undefined) {
    // `减员` beside `辞职`: the one says that somebody stops, the other why.
    const type = parseChangeType(said) ?? (why === undefined ? undefined : parseChangeType(why))
    if (type === undefined) raw.changeType = said
    return type
  }
  // Why somebody left decides what they may claim, so it is asked for and never guessed.
  return leaveDate === undefined && hireDate !== undefined ? 'ADD_NEW' : undefined
}

function monthsOf(
  type: MonthlyChangeDraft['changeType'],
  { from, last }: { from: string | undefined; last: string | undefined },
  { hireDate, leaveDate }: PersonnelDraft,
  period: Period,
): Pick<MonthlyChangeDraft, 'effectivePeriod' | 'lastPayablePeriod'> {
  const leaves = type === undefined ? leaveDate !== undefined : isStop(type)
  if (!leaves) {
    const earliest = hireDate !== undefined && hireDate.slice(0, 7) > period ? hireDate.slice(0, 7) : period
    return { effectivePeriod: from === undefined ? earliest : (parsePeriodText(from) ?? from) }
  }
  const stated = last === undefined ? undefined : (parsePeriodText(last) ?? last)
  const derived = leaveDate !== undefined && leaveDate.slice(0, 7) > period ? leaveDate.slice(0, 7) : period
  const lastPayablePeriod = stated ?? derived
  const read = parsePeriodText(lastPayablePeriod)
  const after = read === undefined ? undefined : addMonths(toPeriod(read), 1)
  const effective = from === undefined ? after : (parsePeriodText(from) ?? from)
  return { lastPayablePeriod, ...(effective === undefined ? {} : { effectivePeriod: effective }) }
}

function peopleOf(person: PersonnelDraft, raw: Partial<Record<RawField, string>>): MonthlyChangeDraft {
  const { name, idType, idNumber, sex, birthDate, householdType, employmentForm, mobile, participation } = person
  for (const field of ['householdType', 'employmentForm', 'sex'] as const) {
    const text = person.raw?.[field]
    if (text !== undefined) raw[field] = text
  }
  if (person.raw?.participation !== undefined) raw.insurances = person.raw.participation
  const [hireDate, leaveDate] = [person.hireDate ?? person.raw?.hireDate, person.leaveDate ?? person.raw?.leaveDate]
  return {
    ...(name === undefined ? {} : { name }),
    ...(idType === undefined ? {} : { idType }),
    ...(idNumber === undefined ? {} : { idNumber }),
    ...(sex === undefined ? {} : { sex }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(householdType === undefined ? {} : { householdType }),
    ...(employmentForm === undefined ? {} : { employmentForm }),
    ...(mobile === undefined ? {} : { mobile }),
    ...(hireDate === undefined ? {} : { hireDate }),
    ...(leaveDate === undefined ? {} : { leaveDate }),
    ...(participation === undefined ? {} : { insurances: insurancesOf(participation) }),
  }
}

/** A column of the change itself says more than what the roster's columns say of the person. */
function insurancesSaid(
  said: string | undefined,
  raw: Partial<Record<RawField, string>>,
): Pick<MonthlyChangeDraft, 'insurances'> {
  if (said === undefined) return {}
  const read = parseParticipation(said)
  if (read !== undefined) {
    delete raw.insurances
    return { insurances: insurancesOf(read) }
  }
  raw.insurances = said
  return {}
}

const insurancesOf = (participation: NonNullable<PersonnelDraft['participation']>): FiveInsurance[] =>
  FIVE_INSURANCES.filter((insurance) => participation[insurance] === true)

function wageOf(
  said: string | undefined,
  head: string,
  { firstMonthWage, statedMonthlyAverage }: PersonnelDraft,
  raw: Partial<Record<RawField, string>>,
  stops: boolean,
): Pick<MonthlyChangeDraft, 'monthlyWage'> {
  if (stops) return {}
  const wage = said === undefined ? (firstMonthWage ?? statedMonthlyAverage) : parseWage(said, head)
  if (wage !== undefined) return { monthlyWage: wage }
  if (said !== undefined) raw.monthlyWage = said
  return {}
}

function infoOf(
  field: string | undefined,
  value: string | undefined,
  raw: Partial<Record<RawField, string>>,
): Pick<MonthlyChangeDraft, 'infoField' | 'infoValue'> {
  const known = field === undefined ? undefined : parseInfoField(field)
  if (field !== undefined && known === undefined) raw.infoField = field
  return {
    ...(known === undefined ? {} : { infoField: known }),
    ...(value === undefined ? {} : { infoValue: known === undefined ? value : parseInfoValue(known, value) }),
  }
}
