import { PersonnelChecker, personnelContextOf, withDerivedAverage } from '@shebao/declaration-rules'
import type { Issue, PersonnelTotals } from '@shebao/declaration-rules'
import { matchKey } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import type { RulesOfList } from '../personnel/index.ts'
import type { RowChange } from './change-log.ts'
import { bitOfKind, kindsOfPerson } from './row-kinds.ts'
import type { KindBits } from './row-kinds.ts'

/** One row of the own list as the office has it. */
export interface OwnRow {
  row: number
  draft: PersonnelDraft
  idDigitsLost: boolean
  activeElsewhere: boolean
}

export interface Sources {
  own: readonly OwnRow[]
  register: readonly PersonnelDraft[]
  /** Null where the office accepted nothing last year. */
  lastYear: readonly PersonnelDraft[] | null
}

/** A line of the workbench: somebody of the own list, or somebody whom only another list has (row 0). */
interface Line {
  row: number
  draft: PersonnelDraft | undefined
  key: string | undefined
  idDigitsLost: boolean
}

export type LineState = 'FINE' | 'WARNING' | 'ERROR' | 'ABSENT'

/**
 * The three lists side by side, kept up to date change by change: changing one of 50,000 people looks at that person and at those who
 * bear the same number. A line keeps its place for as long as the lists are open.
 */
export class RosterBook {
  readonly rules: RulesOfList
  readonly hasLastYear: boolean
  readonly #lines: Line[] = []
  readonly #lineOfRow = new Map<number, number>()
  readonly #linesOfKey = new Map<string, number[]>()
  readonly #register: ReadonlyMap<string, PersonnelDraft>
  readonly #lastYear: ReadonlyMap<string, PersonnelDraft>
  readonly #elsewhere: ReadonlySet<string>
  readonly #lost: ReadonlySet<number>
  readonly #kinds: KindBits[] = []
  #checker: PersonnelChecker
  /** Lines in the order of the checker's rows, and back. */
  #checked: number[] = []
  #placeOfLine = new Map<number, number>()
  #lastRow = 0

  constructor(rules: RulesOfList, { own, register, lastYear }: Sources) {
    this.rules = rules
    this.hasLastYear = lastYear !== null
    this.#register = byKey(register)
    this.#lastYear = byKey(lastYear ?? [])
    this.#lost = new Set(own.flatMap(({ row, idDigitsLost }) => (idDigitsLost ? [row] : [])))
    this.#elsewhere = new Set(
      own.flatMap(({ draft, activeElsewhere }) => (activeElsewhere ? (matchKey(draft) ?? []) : [])),
    )
    for (const { row, draft, idDigitsLost } of own.toSorted((a, b) => a.row - b.row))
      this.#add(row, draft, idDigitsLost)
    for (const key of new Set([...this.#register.keys(), ...this.#lastYear.keys()]))
      this.#lines.push({ row: 0, draft: undefined, key, idDigitsLost: false })
    this.#checker = this.#check()
    for (let line = 0; line < this.#lines.length; line++) this.#compare(line)
  }

  /** Lines, whether shown or not. */
  get length(): number {
    return this.#lines.length
  }

  get lastRow(): number {
    return this.#lastRow
  }

  get people(): number {
    return this.#checked.length
  }

  get totals(): Readonly<PersonnelTotals> {
    return this.#checker.totals
  }

  rowOf(line: number): number {
    return this.#lines[line]?.row ?? 0
  }

  lineOf(row: number): number | undefined {
    return this.#lineOfRow.get(row)
  }

  ownOf(line: number): PersonnelDraft | undefined {
    return this.#lines[line]?.draft
  }

  /** As they stand in a comparison: the average follows from wages and months. */
  comparedOwn(line: number): PersonnelDraft | undefined {
    const draft = this.ownOf(line)
    return draft && withDerivedAverage(draft, this.rules.policy.averageRounding)
  }

  registerOf(line: number): PersonnelDraft | undefined {
    return this.#register.get(this.#lines[line]?.key ?? '')
  }

  lastYearOf(line: number): PersonnelDraft | undefined {
    return this.#lastYear.get(this.#lines[line]?.key ?? '')
  }

  hasLostDigits(line: number): boolean {
    return this.#lines[line]?.idDigitsLost === true
  }

  /** Somebody taken off the list is not shown; neither is whom only another list had and who is on this one now. */
  isShown(line: number): boolean {
    const known = this.#lines[line]
    if (known === undefined) return false
    return known.row > 0 ? known.draft !== undefined : !this.#linesOfKey.has(known.key ?? '')
  }

  kindsOf(line: number): KindBits {
    return this.#kinds[line] ?? 0
  }

  issuesOf(line: number): readonly Issue[] {
    const place = this.#placeOfLine.get(line)
    return place === undefined ? [] : this.#checker.issuesOf(place)
  }

  stateOf(line: number): LineState {
    if (this.#placeOfLine.get(line) === undefined) return 'ABSENT'
    const issues = this.issuesOf(line)
    if (issues.some(({ severity }) => severity === 'error')) return 'ERROR'
    return issues.length > 0 ? 'WARNING' : 'FINE'
  }

  /** The own list in the order of its rows. */
  ownList(): PersonnelDraft[] {
    return this.#checked.flatMap((line) => this.ownOf(line) ?? [])
  }

  /** Makes the changes and says whether people came or went, so that the lines shown are others. */
  apply(changes: readonly RowChange[]): boolean {
    const keys = new Set<string>()
    let moved = false
    for (const { row, after } of changes) {
      const line = this.#lineOfRow.get(row)
      const before = line === undefined ? undefined : this.#lines[line]
      if (before === undefined || line === undefined) {
        if (after === undefined) continue
        this.#compare(this.#add(row, after, false))
        keys.add(matchKey(after) ?? '')
        moved = true
        continue
      }
      if ((before.draft === undefined) !== (after === undefined)) moved = true
      keys.add(before.key ?? '')
      this.#put(line, after)
      keys.add(before.key ?? '')
      const place = this.#placeOfLine.get(line)
      if (!moved && after !== undefined && place !== undefined) this.#checker.set(place, this.#personOf(line, after))
      this.#compare(line)
    }
    if (moved) this.#checker = this.#check()
    for (const key of keys) for (const line of this.#linesOfKey.get(key) ?? []) this.#compare(line)
    return moved
  }

  #add(row: number, draft: PersonnelDraft, idDigitsLost: boolean): number {
    const line = this.#lines.length
    const key = matchKey(draft)
    this.#lines.push({ row, draft, key, idDigitsLost })
    this.#lineOfRow.set(row, line)
    this.#lastRow = Math.max(this.#lastRow, row)
    this.#note(key, line)
    return line
  }

  #put(line: number, draft: PersonnelDraft | undefined): void {
    const known = this.#lines[line]
    if (known === undefined) return
    const key = draft && matchKey(draft)
    if (known.key !== key || known.draft === undefined || draft === undefined) {
      this.#forget(known.key, line)
      if (draft !== undefined) this.#note(key, line)
      known.key = key
    }
    // Digits that a file lost are not found again by changing something else.
    known.idDigitsLost =
      this.#lost.has(known.row) && draft?.idNumber === (known.draft ?? draft)?.idNumber && known.idDigitsLost
    known.draft = draft
  }

  #note(key: string | undefined, line: number): void {
    if (key === undefined) return
    const lines = this.#linesOfKey.get(key)
    if (lines === undefined) this.#linesOfKey.set(key, [line])
    else lines.push(line)
  }

  #forget(key: string | undefined, line: number): void {
    const left = (this.#linesOfKey.get(key ?? '') ?? []).filter((other) => other !== line)
    if (left.length > 0) this.#linesOfKey.set(key ?? '', left)
    else this.#linesOfKey.delete(key ?? '')
  }

  #compare(line: number): void {
    const known = this.#lines[line]
    if (known === undefined) return
    if (known.row === 0) {
      this.#kinds[line] = this.#register.has(known.key ?? '') ? bitOfKind('MISSING_IN_UNIT') : 0
      return
    }
    const own = this.comparedOwn(line)
    const sharing = (this.#linesOfKey.get(known.key ?? '')?.length ?? 1) - 1
    this.#kinds[line] = own === undefined ? 0 : kindsOfPerson(own, this.registerOf(line), sharing, this.rules.today)
  }

  #personOf(line: number, draft: PersonnelDraft) {
    return { row: this.rowOf(line), draft, idDigitsLost: this.hasLostDigits(line) }
  }

  #check(): PersonnelChecker {
    const { policy, today, year } = this.rules
    const isActiveElsewhere = (key: string) => this.#elsewhere.has(key)
    this.#checked = [...this.#lineOfRow]
      .filter(([, line]) => this.ownOf(line) !== undefined)
      .toSorted(([a], [b]) => a - b)
      .map(([, line]) => line)
    this.#placeOfLine = new Map(this.#checked.map((line, place) => [line, place]))
    const people = this.#checked.flatMap((line) => {
      const draft = this.ownOf(line)
      return draft === undefined ? [] : [this.#personOf(line, draft)]
    })
    return new PersonnelChecker({ ...personnelContextOf(policy, today, year), isActiveElsewhere }, people)
  }
}

function byKey(people: readonly PersonnelDraft[]): Map<string, PersonnelDraft> {
  const found = new Map<string, PersonnelDraft>()
  for (const draft of people) {
    const key = matchKey(draft)
    if (key !== undefined && !found.has(key)) found.set(key, draft)
  }
  return found
}
