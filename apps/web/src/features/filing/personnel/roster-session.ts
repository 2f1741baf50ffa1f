import { fieldName, messageOf, PersonnelChecker, personnelContextOf, personnelRowOf } from '@shebao/declaration-rules'
import {
  mergeCorrections,
  needsLooking,
  openWorkbook,
  readRoster,
  readWorkbook,
  tableReading,
  writeFailingRows,
} from '@shebao/roster'
import type { MappingOverride, RosterFile, RosterLanguage, RosterRow, Workbook } from '@shebao/roster'
import { listSome, summarise } from './reading-summary.ts'
import type { Answer, Ask, Reading, RulesOfList } from './roster-protocol.ts'

/** The worker's side of one file: opened once, read as often as the mapping changes. Keeps the cells, which the page never needs. */
export class RosterSession {
  readonly #tell: (answer: Answer) => void
  #workbook: Workbook | undefined
  #rules: RulesOfList | undefined
  #file: RosterFile | undefined
  #tableIndex = 0
  #rows: RosterRow[] = []
  #checker: PersonnelChecker | undefined

  constructor(tell: (answer: Answer) => void) {
    this.#tell = tell
  }

  handle(ask: Ask): void {
    switch (ask.kind) {
      case 'open':
        return this.#open(ask.bytes, ask.fileName, ask.rules)
      case 'remap':
        return this.#read(ask.tableIndex, ask.mapping)
      case 'failing-file':
        return this.#writeFailing(ask.language)
      case 'people':
        return this.#handOver(ask.from, ask.count)
      case 'merge':
        return this.#merge(ask.bytes, ask.fileName)
    }
  }

  #open(bytes: Uint8Array, fileName: string, rules: RulesOfList): void {
    this.#rules = rules
    const opened = openWorkbook(bytes, fileName, {
      onProgress: (phase, share) => this.#tell({ kind: 'progress', phase, share }),
    })
    if (!opened.ok) return this.#tell({ kind: 'problem', problem: opened.problem, correction: false })
    this.#workbook = opened.workbook
    this.#read(0, {})
  }

  #read(tableIndex: number, mapping: MappingOverride): void {
    if (this.#workbook === undefined) return
    const result = readWorkbook(this.#workbook, {
      tableIndex,
      mapping,
      onProgress: (phase, share) => this.#tell({ kind: 'progress', phase, share }),
    })
    if (!result.ok) return this.#tell({ kind: 'problem', problem: result.problem, correction: false })
    this.#file = result.file
    this.#tableIndex = tableIndex
    this.#rows = result.file.rows
    this.#report(undefined)
  }

  #merge(bytes: Uint8Array, fileName: string): void {
    const corrections = readRoster(bytes, fileName)
    if (!corrections.ok) return this.#tell({ kind: 'problem', problem: corrections.problem, correction: true })
    const { rows, replaced, added, ambiguous } = mergeCorrections(this.#rows, corrections.file.rows)
    this.#rows = rows
    this.#report({ replaced: replaced.length, added: added.length, ambiguous: ambiguous.map(({ row }) => row) })
  }

  #writeFailing(language: RosterLanguage): void {
    const checker = this.#checker
    if (this.#file === undefined || checker === undefined) return
    const failing = this.#rows.flatMap(({ row }, index) => {
      const issues = checker.issuesOf(index)
      if (!issues.some(({ severity }) => severity === 'error')) return []
      return [
        { row, problems: issues.map((issue) => `${fieldName(issue.field, language)}: ${messageOf(issue, language)}`) },
      ]
    })
    const bytes = writeFailingRows({ ...this.#file, rows: this.#rows }, failing, language)
    this.#tell({ kind: 'file', bytes })
  }

  /** The page takes few at a time: to receive 50,000 people at once would make it stand still. */
  #handOver(from: number, count: number): void {
    const rows = this.#rows.slice(from, from + count).map((read) => {
      const { draft, row = 0, idDigitsLost } = personnelRowOf(read)
      return { row, draft, idDigitsLost: idDigitsLost === true }
    })
    this.#tell({ kind: 'people', rows })
  }

  #report(merged: Reading['merged']): void {
    const { file, rules } = { file: this.#file, rules: this.#rules }
    if (file === undefined || rules === undefined) return
    const context = personnelContextOf(rules.policy, rules.today, rules.year)
    const people = this.#rows.map(personnelRowOf)
    const checker = new PersonnelChecker(context, people, (done, total) =>
      this.#tell({ kind: 'progress', phase: 'CHECKING', share: total === 0 ? 1 : done / total }),
    )
    this.#checker = checker
    this.#tell({
      kind: 'reading',
      reading: {
        fileName: file.workbook.fileName,
        kind: file.workbook.kind,
        encoding: file.workbook.encoding,
        ...tableReading(file, this.#tableIndex),
        summary: summarise(people, checker),
        totals: file.totals,
        ignored: listSome(file.ignored),
        remarks: listSome(file.remarks.filter((remark) => !needsLooking(remark))),
        rowRemarks: listSome(file.remarks.filter(needsLooking)),
        meta: file.meta,
        merged,
      },
    })
  }
}
