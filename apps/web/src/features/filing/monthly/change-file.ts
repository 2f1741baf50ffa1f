import {
  changesFromFile,
  checkMonthlyChanges,
  isAdd,
  isStop,
  monthOfList,
  personnelRowOf,
  rowsOfClosedMonths,
  writeChangesXlsx,
} from '@shebao/declaration-rules'
import type { ChangeColumn, Issue, MonthlyContext } from '@shebao/declaration-rules'
import { period as toPeriod } from '@shebao/kernel'
import { openWorkbook, readWorkbook, tableReading } from '@shebao/roster'
import type { MappingOverride, RosterFile, Workbook } from '@shebao/roster'
import type { Answer, Ask, FaultyRow, FilePurpose, ReadChange } from './change-file-protocol.ts'

const mostListed = 50

/** The worker's side of one list of changes: read once, judged as often as its columns are chosen anew. */
export class ChangeFile {
  readonly #tell: (answer: Answer) => void
  #workbook: Workbook | undefined
  #file: RosterFile | undefined
  #tableIndex = 0
  #said: Partial<Record<ChangeColumn, number | null>> = {}
  #purpose: FilePurpose = 'CHANGES'
  #fileName = ''
  #period = ''
  #context: MonthlyContext | undefined
  #changes: ReadChange[] = []

  constructor(tell: (answer: Answer) => void) {
    this.#tell = tell
  }

  handle(ask: Ask): void {
    switch (ask.kind) {
      case 'open':
        return this.#open(ask)
      case 'columns':
        this.#said = ask.columns
        return this.#judge()
      case 'remap':
        return this.#read(ask.tableIndex, ask.mapping)
      case 'people':
        return this.#handOver(ask.from, ask.count)
      case 'part':
        return this.#tell({ kind: 'part', rows: this.#changes.slice(ask.from, ask.from + ask.count) })
      case 'template':
        return this.#tell({ kind: 'template', bytes: writeChangesXlsx([], ask.language) })
    }
  }

  #open({ bytes, fileName, period, context, purpose }: Extract<Ask, { kind: 'open' }>): void {
    const opened = openWorkbook(bytes, fileName)
    if (!opened.ok) return this.#tell({ kind: 'problem', problem: opened.problem })
    this.#workbook = opened.workbook
    this.#fileName = fileName
    this.#period = period
    this.#context = context
    this.#purpose = purpose
    this.#said = {}
    this.#read(0, {})
  }

  #read(tableIndex: number, mapping: MappingOverride): void {
    if (!this.#workbook) return
    const read = readWorkbook(this.#workbook, { tableIndex, mapping })
    if (!read.ok) return this.#tell({ kind: 'problem', problem: read.problem })
    // Columns are those of one table.
    if (tableIndex !== this.#tableIndex) this.#said = {}
    this.#file = read.file
    this.#tableIndex = tableIndex
    this.#judge()
  }

  #handOver(from: number, count: number): void {
    const rows = (this.#file?.rows ?? []).slice(from, from + count).map((read) => {
      const { draft, row = 0 } = personnelRowOf(read)
      return { row, draft }
    })
    this.#tell({ kind: 'people', rows })
  }

  #judge(): void {
    if (!this.#file || !this.#context) return
    const table = tableReading(this.#file, this.#tableIndex)
    if (this.#purpose === 'PEOPLE') {
      const nothing = { joins: 0, stops: 0, others: 0, faulty: 0, listed: [], columns: {}, unmapped: [] }
      const { rows } = this.#file
      const of = monthOfList(this.#file, this.#context)
      const about = { month: of?.month, closed: of?.closed ?? false }
      const reading = { ...nothing, ...about, fileName: this.#fileName, rows: rows.length, table }
      return this.#tell({ kind: 'reading', reading })
    }
    const { changes, columns, month } = changesFromFile(this.#file, {
      period: toPeriod(this.#period),
      columns: this.#said,
    })
    this.#changes = changes
    const issues = checkMonthlyChanges(
      changes.map(({ draft }) => draft),
      this.#context,
      changes.map(({ row }) => row),
    )
    const faulty = faultyRows(changes, issues)
    const joins = changes.filter(({ draft: { changeType } }) => changeType !== undefined && isAdd(changeType)).length
    const stops = changes.filter(({ draft: { changeType } }) => changeType !== undefined && isStop(changeType)).length
    this.#tell({
      kind: 'reading',
      reading: {
        fileName: this.#fileName,
        rows: changes.length,
        joins,
        stops,
        others: changes.length - joins - stops,
        faulty: faulty.length,
        listed: faulty.slice(0, mostListed),
        columns,
        unmapped: this.#file.mapping.unmapped.map(({ column, header }) => ({ column, header })),
        month,
        closed: changes.length > 0 && rowsOfClosedMonths(changes, this.#context).length > 0,
        table,
      },
    })
  }
}

function faultyRows(changes: readonly ReadChange[], issues: readonly Issue[]): FaultyRow[] {
  const byRow = new Map<number, Issue[]>()
  for (const issue of issues)
    if (issue.severity === 'error') byRow.set(issue.row ?? 0, [...(byRow.get(issue.row ?? 0) ?? []), issue])
  return changes.flatMap(({ row, draft }) => {
    const found = byRow.get(row)
    return found ? [{ row, name: draft.name ?? '', issues: found }] : []
  })
}
