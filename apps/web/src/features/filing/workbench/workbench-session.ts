import type { KeptState } from '../../../shared/drafts/keeping.ts'
import { messageOf } from '@shebao/declaration-rules'
import type { Language } from '@shebao/declaration-rules'
import { canonicalRosterText, copyCell, fieldText, writeRosterCsv, writeRosterXlsx } from '@shebao/roster'
import type { CellField, PersonnelDraft } from '@shebao/roster'
import type { Kept } from '../comparison/index.ts'
import type { RulesOfList } from '../personnel/index.ts'
import { emptyLog, redoStep, undoStep, withStep } from './change-log.ts'
import type { ChangeLog, RowChange, Step, StepKind } from './change-log.ts'
import { cellOf } from './line-cells.ts'
import { countProblems, linesOf } from './line-filter.ts'
import type { LineFilter, LineSort, Problem } from './line-filter.ts'
import { loadOwn, loadSources } from './load-sources.ts'
import type { AskOffice } from './load-sources.ts'
import { mergeDrafts } from './merge-drafts.ts'
import { OwnRows } from './own-rows.ts'
import type { RowConflict, UnsavedRow } from './own-rows.ts'
import { planChanges } from './plan-changes.ts'
import type { Deed, NotTaken } from './plan-changes.ts'
import { RosterBook } from './roster-book.ts'
import type { LineState } from './roster-book.ts'
import { RowKeeper } from './row-keeper.ts'
import type { KeptPlace } from './row-keeper.ts'
import { workbenchColumns } from './workbench-columns.ts'

/** What the page knows of the lists besides the lines in sight. */
export interface Overview {
  revision: number
  people: number
  hasLastYear: boolean
  counts: Partial<Record<Problem, number>>
  /** Sums of the own list, in fen. */
  wages: number
  unsaved: number
  undo: StepKind | undefined
  redo: StepKind | undefined
}

/** What an earlier page left unsaved and is in the lists again. */
export interface Restored {
  overview: Overview
  rows: number
  typedAt: string
  conflicts: readonly RowConflict[]
}

/** One line as it is drawn. */
export interface ShownLine {
  line: number
  /** 0 for somebody whom only another list has. */
  row: number
  /** Column by column the own text, the register's and last year's, and the marks of each column: flat, so that a page of lines is quickly handed over. */
  texts: readonly (string | undefined)[]
  marks: readonly number[]
  kinds: number
  state: LineState
  /** The first of what the rules say. */
  problem: string
  more: number
  unsaved: boolean
}

export interface DeedOutcome {
  overview: Overview
  /** People came or went: the lines shown are others. */
  moved: boolean
  rows: number
  cells: number
  notTaken: readonly NotTaken[]
  /** Lines that the deed changed, a few of them: where to look. */
  lines: readonly number[]
}

/** Before and after of a few people, and how many there are. */
export interface DeedPreview {
  rows: number
  cells: number
  notTaken: readonly NotTaken[]
  samples: readonly { name: string; before: string; after: string }[]
}

const SAMPLES = 6
const MOST_NAMED = 200

/** The worker's side of the workbench: it holds the lists and answers the page. Knows neither screen nor network. */
export class WorkbenchSession {
  readonly #ask: AskOffice
  readonly #tell: (people: number) => void
  readonly #tellKept: (state: KeptState) => void
  #keeper: RowKeeper | undefined
  #declarationId = ''
  #language: Language = 'zh-CN'
  #book: RosterBook | undefined
  #rows = new OwnRows([])
  #revision = 0
  #log: ChangeLog = emptyLog
  #waiting: readonly UnsavedRow[] = []
  #lost = new Set<number>()

  constructor(ask: AskOffice, tell: (people: number) => void, tellKept: (state: KeptState) => void = () => undefined) {
    this.#ask = ask
    this.#tellKept = tellKept
    this.#tell = tell
  }

  async load(declarationId: string, rules: RulesOfList): Promise<Overview> {
    // What is unsaved of lists that were open before is found again by `restore`.
    await this.#keeper?.flush()
    this.#keeper = undefined
    const { own, register, lastYear, revision } = await loadSources(this.#ask, declarationId, this.#tell)
    this.#declarationId = declarationId
    this.#revision = revision
    this.#rows = new OwnRows(own.map(({ row, draft }) => [row, draft] as const))
    this.#lost = new Set(own.flatMap(({ row, idDigitsLost }) => (idDigitsLost ? [row] : [])))
    this.#log = emptyLog
    this.#book = new RosterBook(rules, { own, register, lastYear })
    return this.overview()
  }

  /** Puts what was left unsaved on this device on top of the lists, and keeps what is unsaved from now on. */
  async restore(place: KeptPlace): Promise<Restored | undefined> {
    const keeper = new RowKeeper(this.#declarationId, place, () => this.#rows.kept(), this.#tellKept)
    const left = await keeper.found()
    this.#keeper = keeper
    const changes: RowChange[] = []
    const conflicts: RowConflict[] = []
    for (const one of left) {
      const found = this.#rows.restore(one)
      this.#apply(found.changes)
      changes.push(...found.changes)
      conflicts.push(...found.conflicts)
    }
    if (conflicts.length === 0) await keeper.settle()
    const typedAt = left.at(-1)?.typedAt
    if (changes.length + conflicts.length === 0 || typedAt === undefined) return undefined
    if (changes.length > 0) this.#log = withStep(this.#log, { kind: 'RESTORE', changes })
    return { overview: this.overview(), rows: new Set(changes.map(({ row }) => row)).size, typedAt, conflicts }
  }

  /** Settles when what is unsaved is kept on this device. */
  async keepHere(): Promise<void> {
    await this.#keeper?.flush()
  }

  overview(): Overview {
    const book = this.#open()
    return {
      revision: this.#revision,
      people: book.people,
      hasLastYear: book.hasLastYear,
      counts: countProblems(book, (row) => this.#rows.isUnsaved(row)),
      wages: book.totals.wages.value,
      unsaved: this.#rows.unsaved,
      undo: this.#log.done.at(-1)?.kind,
      redo: this.#log.undone.at(-1)?.kind,
    }
  }

  find(filter: LineFilter, sort: LineSort | undefined): number[] {
    return linesOf(this.#open(), filter, sort, (row) => this.#rows.isUnsaved(row))
  }

  show(lines: readonly number[], language: Language): ShownLine[] {
    const book = this.#open()
    this.#language = language
    return lines.map((line) => {
      const issues = book.issuesOf(line)
      const first = issues.find(({ severity }) => severity === 'error') ?? issues[0]
      const cells = workbenchColumns.map(({ field }) => cellOf(book, line, field, language))
      return {
        line,
        row: book.rowOf(line),
        texts: cells.flatMap(({ texts }) => texts),
        marks: cells.map(({ marks }) => marks),
        kinds: book.kindsOf(line),
        state: book.stateOf(line),
        problem: first ? messageOf(first, language) : '',
        more: Math.max(0, issues.length - 1),
        unsaved: this.#rows.isUnsaved(book.rowOf(line)),
      }
    })
  }

  preview(deed: Deed): DeedPreview {
    const book = this.#open()
    const { changes, cells, notTaken } = planChanges(book, deed)
    const samples = changes.slice(0, SAMPLES).map(({ before, after }) => this.#sample(before, after))
    return { rows: changes.length, cells, notTaken: notTaken.slice(0, MOST_NAMED), samples }
  }

  do(deed: Deed): DeedOutcome {
    const { step, changes, cells, notTaken } = planChanges(this.#open(), deed)
    if (changes.length > 0) this.#log = withStep(this.#log, { kind: step, changes })
    return { ...this.#apply(changes), cells, notTaken: notTaken.slice(0, MOST_NAMED) }
  }

  /** What undoing or redoing would have to say to the office, where the step changed no row. */
  kept(way: 'undo' | 'redo'): Kept | undefined {
    return (way === 'undo' ? this.#log.done : this.#log.undone).at(-1)?.kept
  }

  /** The office noted these differences as meant so: a step like any other. */
  keep(kept: Kept): Overview {
    this.#log = withStep(this.#log, { kind: 'KEEP', changes: [], kept })
    return this.overview()
  }

  undo(): DeedOutcome | undefined {
    return this.#walk(undoStep(this.#log))
  }

  /** `kept`: what was kept now that it is done again. */
  redo(kept?: Kept): DeedOutcome | undefined {
    return this.#walk(redoStep(this.#log, kept))
  }

  /** What is to be sent, kept as it is until the office has answered. */
  send(): { rows: number; removed: readonly number[]; revision: number } {
    const { rows, removed } = this.#rows.send()
    this.#waiting = rows
    return { rows: rows.length, removed, revision: this.#revision }
  }

  part(from: number, count: number): { row: number; draft: PersonnelDraft; idDigitsLost: boolean }[] {
    const book = this.#open()
    return this.#waiting.slice(from, from + count).map(({ row, draft }) => {
      const line = book.lineOf(row)
      return { row, draft, idDigitsLost: line !== undefined && this.#lost.has(row) && book.hasLostDigits(line) }
    })
  }

  confirm(of: 'ROWS' | 'REMOVED', revision: number): Overview {
    this.#rows.confirm(of)
    this.#revision = revision
    this.#keeper?.changed()
    return this.overview()
  }

  /** A colleague saved first: reads their list and puts what is unsaved here on top. */
  async rebase(): Promise<{ conflicts: RowConflict[]; overview: Overview }> {
    const { own, revision } = await loadOwn(this.#ask, this.#declarationId, this.#tell)
    const { changes, conflicts } = this.#rows.rebase(new Map(own.map(({ row, draft }) => [row, draft])))
    this.#revision = revision
    this.#open().apply(changes)
    this.#keeper?.changed()
    return { conflicts, overview: this.overview() }
  }

  /** Takes the colleague's answer where it was chosen; the others stay as they were typed here. */
  settle(theirs: readonly RowConflict[]): Overview {
    for (const { row, field, theirs: other } of theirs) {
      const before = this.#rows.nowOf(row)
      const after = field === undefined || !before || !other ? other : copyCell(before, field, other)
      this.#apply([{ row, before, after }])
    }
    this.#rows.settled()
    void this.#keeper?.settle()
    return this.overview()
  }

  async download(format: 'xlsx' | 'csv', language: Language, version: number): Promise<Uint8Array> {
    const people = this.#open().ownList()
    const text = new TextEncoder().encode(canonicalRosterText(people))
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text))
    const contentHash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
    return (format === 'csv' ? writeRosterCsv : writeRosterXlsx)(people, { version, contentHash }, language)
  }

  #open(): RosterBook {
    if (this.#book === undefined) throw new Error('the lists are not loaded')
    return this.#book
  }

  /** What somebody else changed since stays changed: only the answers of the step go back. */
  #walk(found: { log: ChangeLog; step: Step } | undefined): DeedOutcome | undefined {
    if (found === undefined) return undefined
    this.#log = found.log
    const changes = found.step.changes.map(({ row, before, after }) => {
      const now = this.#rows.nowOf(row)
      const merged = now === before || !now || !before || !after ? after : mergeDrafts(before, after, now).draft
      return { row, before: now, after: merged }
    })
    return { ...this.#apply(changes), cells: changes.length, notTaken: [] }
  }

  #apply(changes: readonly RowChange[]): Omit<DeedOutcome, 'cells' | 'notTaken'> {
    const book = this.#open()
    const moved = book.apply(changes)
    this.#rows.note(changes)
    this.#keeper?.changed()
    const lines = changes.slice(0, MOST_NAMED).flatMap(({ row }) => book.lineOf(row) ?? [])
    return { overview: this.overview(), moved, rows: changes.length, lines }
  }

  #sample(before: PersonnelDraft | undefined, after: PersonnelDraft | undefined) {
    const changed = workbenchColumns.filter(({ field }) => this.#word(before, field) !== this.#word(after, field))
    const words = (draft: PersonnelDraft | undefined) =>
      draft === undefined ? '' : changed.map(({ field }) => this.#word(draft, field) || '—').join(' · ')
    return { name: (before ?? after)?.name ?? '', before: words(before), after: words(after) }
  }

  #word(draft: PersonnelDraft | undefined, field: CellField): string {
    return draft === undefined ? '' : fieldText(draft, field, this.#language)
  }
}
