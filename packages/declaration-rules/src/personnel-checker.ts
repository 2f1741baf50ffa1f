import { normalisePersonName } from '@shebao/identifiers'
import { checkRow } from './check-personnel-row.ts'
import { DuplicateIndex } from './cross-rules/duplicates.ts'
import { ACTIVE_ELSEWHERE, DUPLICATE_PERSON } from './cross-rules/list-rules.ts'
import { addPerson, emptyTotals } from './cross-rules/personnel-totals.ts'
import type { PersonnelTotals } from './cross-rules/personnel-totals.ts'
import { identityKeyOf, numberOfKey } from './identity-key.ts'
import type { Issue } from './issue.ts'
import type { PersonnelContext, PreparedContext } from './personnel-context.ts'
import { preparePersonnelContext } from './personnel-context.ts'
import type { PersonnelRow } from './personnel-row.ts'
import { issueOf } from './rule.ts'
import type { Verdict } from './verdict.ts'
import { verdictOfCounts } from './verdict.ts'

export type Progress = (done: number, total: number) => void
const PROGRESS_STEP = 500

interface Entry {
  person: PersonnelRow
  /** Normalised number of a valid identity, else empty. */
  identityNumber: string
  /** Issues of the row alone; those between rows are worked out from the indexes when asked for. */
  own: readonly Issue[]
}

/**
 * A personnel list with its issues, kept up to date row by row: changing one of 10,000 people checks one person.
 * Holds no clock and no identity outside the rows it was given.
 */
export class PersonnelChecker {
  readonly #context: PreparedContext
  readonly #entries: Entry[] = []
  #duplicates = new DuplicateIndex()
  readonly #totals: PersonnelTotals = emptyTotals()
  #signed = 0
  #errors = 0
  #warnings = 0

  constructor(context: PersonnelContext, rows: Iterable<PersonnelRow> = [], onProgress?: Progress) {
    this.#context = preparePersonnelContext(context)
    const list = Array.isArray(rows) ? rows : [...rows]
    for (const [index, person] of list.entries()) {
      this.append(person)
      if (onProgress !== undefined && (index + 1) % PROGRESS_STEP === 0) onProgress(index + 1, list.length)
    }
    onProgress?.(list.length, list.length)
  }

  get length(): number {
    return this.#entries.length
  }

  get totals(): Readonly<PersonnelTotals> {
    return this.#totals
  }

  get signedRows(): number {
    return this.#signed
  }

  rowAt(index: number): PersonnelRow | undefined {
    return this.#entries[index]?.person
  }

  /** Everybody with the number that names them: the file's, or their place in the list. */
  *numberedRows(): Generator<PersonnelRow & { readonly row: number }> {
    for (const [index, { person }] of this.#entries.entries()) yield { ...person, row: person.row ?? index + 1 }
  }

  /** True when a valid row has this identity (`identityKeyOf`). */
  hasIdentity(identityKey: string): boolean {
    return this.#duplicates.has(numberOfKey(identityKey))
  }

  /** Names on rows whose identity number is missing or at fault. */
  unidentifiedNames(): ReadonlySet<string> {
    const names = new Set<string>()
    for (const { identityNumber, person } of this.#entries) {
      if (identityNumber === '' && person.draft.name !== undefined) names.add(normalisePersonName(person.draft.name))
    }
    return names
  }

  append(person: PersonnelRow): void {
    this.#put(this.#entries.length, person)
  }

  /** Replaces one person; costs one row check, whatever the length of the list. */
  set(index: number, person: PersonnelRow): void {
    const entry = this.#entries[index]
    if (entry === undefined) throw new RangeError(`no row ${index}`)
    this.#take(index, entry)
    this.#put(index, person)
  }

  /** Takes one person out; the rows behind move up and are named by their new place. */
  remove(index: number): void {
    const entry = this.#entries[index]
    if (entry === undefined) throw new RangeError(`no row ${index}`)
    this.#take(index, entry)
    this.#entries.splice(index, 1)
    this.#duplicates = new DuplicateIndex()
    for (const [place, kept] of this.#entries.entries()) {
      this.#duplicates.add(kept.identityNumber, place)
      if (place >= index) kept.own = kept.own.map((issue) => ({ ...issue, path: `personnel[${place}].${issue.field}` }))
    }
  }

  /** Issues of one row, duplicates included. */
  issuesOf(index: number): readonly Issue[] {
    const entry = this.#entries[index]
    if (entry === undefined) return []
    const first = this.#duplicates.firstBefore(entry.identityNumber, index)
    return first < 0 ? entry.own : [...entry.own, this.#duplicateIssue(index, first)]
  }

  /** Every issue of the rows, row by row. */
  issues(): Issue[] {
    const found: Issue[] = []
    const later = this.#duplicates.later()
    let next = 0
    for (const [index, entry] of this.#entries.entries()) {
      if (entry.own.length > 0) found.push(...entry.own)
      const duplicate = later[next]
      if (duplicate?.index !== index) continue
      found.push(this.#duplicateIssue(index, duplicate.first))
      next += 1
    }
    return found
  }

  /** Verdict of the rows by themselves, from counts. */
  verdict(): Verdict {
    return verdictOfCounts(this.#errors + this.#duplicates.laterCount, this.#warnings)
  }

  get errorCount(): number {
    return this.#errors + this.#duplicates.laterCount
  }

  #put(index: number, person: PersonnelRow): void {
    const own = checkRow(person, this.#context, index)
    const { identityNumber } = this.#context.reading
    const entry = { person, identityNumber, own: this.#withElsewhere(index, person, own) }
    this.#entries[index] = entry
    this.#duplicates.add(identityNumber, index)
    addPerson(this.#totals, person.draft, this.#context, 1)
    this.#count(entry, 1)
  }

  /** Reads the old row once more, so that nothing but its issues has to be kept for every row. */
  #take(index: number, entry: Entry): void {
    checkRow(entry.person, this.#context, index)
    addPerson(this.#totals, entry.person.draft, this.#context, -1)
    this.#duplicates.remove(entry.identityNumber, index)
    this.#count(entry, -1)
  }

  #count(entry: Entry, sign: 1 | -1): void {
    if (entry.person.draft.signed === true) this.#signed += sign
    for (const issue of entry.own) {
      if (issue.severity === 'error') this.#errors += sign
      else this.#warnings += sign
    }
  }

  /** Pension and medical insurance allow one unit a month; work injury with several is lawful (domain 3.1). */
  #withElsewhere(index: number, person: PersonnelRow, own: readonly Issue[]): readonly Issue[] {
    const { isActiveElsewhere, reading } = this.#context
    if (isActiveElsewhere === undefined || reading.identityNumber === '') return own
    const { participation } = person.draft
    if (participation?.PENSION !== true && participation?.MEDICAL !== true) return own
    if (!isActiveElsewhere(identityKeyOf(reading.identityType, reading.identityNumber))) return own
    return [...own, issueOf(ACTIVE_ELSEWHERE, 'idNumber', {}, index, person.row)]
  }

  #duplicateIssue(index: number, first: number): Issue {
    const firstRow = this.#entries[first]?.person.row ?? first + 1
    const row = this.#entries[index]?.person.row
    return issueOf(DUPLICATE_PERSON, 'idNumber', { firstIndex: first, firstRow }, index, row)
  }
}
