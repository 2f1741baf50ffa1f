import { changesFromFile, checkMonthlyChanges, isAdd, isStop, writeChangesXlsx } from '@shebao/declaration-rules'
import type { ChangeColumn, Issue, MonthlyContext } from '@shebao/declaration-rules'
import { period as toPeriod } from '@shebao/kernel'
import { readRoster } from '@shebao/roster'
import type { RosterFile } from '@shebao/roster'
import type { Answer, Ask, FaultyRow, ReadChange } from './change-file-protocol.ts'

const mostListed = 50

/** The worker's side of one list of changes: read once, judged as often as its columns are chosen anew. */
export class ChangeFile {
  readonly #tell: (answer: Answer) => void
  #file: RosterFile | undefined
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
        return this.#judge(ask.columns)
      case 'part':
        return this.#tell({ kind: 'part', rows: this.#changes.slice(ask.from, ask.from + ask.count) })
      case 'template':
        return this.#tell({ kind: 'template', bytes: writeChangesXlsx([], ask.language) })
    }
  }

  #open({ bytes, fileName, period, context }: Extract<Ask, { kind: 'open' }>): void {
    const read = readRoster(bytes, fileName)
    if (!read.ok) return this.#tell({ kind: 'problem', problem: read.problem })
    this.#file = read.file
    this.#fileName = fileName
    this.#period = period
    this.#context = context
    this.#judge({})
  }

  #judge(said: Partial<Record<ChangeColumn, number | null>>): void {
    if (!this.#file || !this.#context) return
    const { changes, columns, month } = changesFromFile(this.#file, { period: toPeriod(this.#period), columns: said })
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
