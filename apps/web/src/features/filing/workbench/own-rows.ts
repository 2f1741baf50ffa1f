import type { PersonnelDraft } from '@shebao/roster'
import type { RowChange } from './change-log.ts'
import { mergeDrafts } from './merge-drafts.ts'
import type { DraftConflict } from './merge-drafts.ts'
import type { KeptRows } from './row-keeper.ts'

/** A row as it is to be sent. */
export interface UnsavedRow {
  row: number
  draft: PersonnelDraft
}

/** Where a colleague changed what I changed: an answer, or whether (and who) somebody is on the list. */
export interface RowConflict {
  row: number
  /** Undefined where the whole row is in question. */
  field: DraftConflict['field'] | undefined
  mine: PersonnelDraft | undefined
  theirs: PersonnelDraft | undefined
}

/** Of so few changes it is worth finding out whether they make a row what it was. */
const FEW = 50

/** The own list as the office has it beside the list as it is here: what differs is not saved yet. */
export class OwnRows {
  #saved: Map<number, PersonnelDraft>
  readonly #now: Map<number, PersonnelDraft>
  readonly #unsaved = new Set<number>()
  #sent = new Map<number, PersonnelDraft | undefined>()
  /** What was typed on, while a question is open: kept with this, it is asked again after a reload. */
  readonly #asked = new Map<number, PersonnelDraft | undefined>()

  constructor(saved: Iterable<readonly [number, PersonnelDraft]>) {
    this.#saved = new Map(saved)
    this.#now = new Map(this.#saved)
  }

  get unsaved(): number {
    return this.#unsaved.size
  }

  isUnsaved(row: number): boolean {
    return this.#unsaved.has(row)
  }

  savedOf(row: number): PersonnelDraft | undefined {
    return this.#saved.get(row)
  }

  nowOf(row: number): PersonnelDraft | undefined {
    return this.#now.get(row)
  }

  note(changes: readonly RowChange[]): void {
    for (const { row, after } of changes) {
      if (after === undefined) this.#now.delete(row)
      else this.#now.set(row, after)
      const saved = this.#saved.get(row)
      if (after === saved || (changes.length < FEW && isSame(after, saved))) this.#unsaved.delete(row)
      else this.#unsaved.add(row)
    }
  }

  /** What is to be sent next, kept until the office has answered. */
  send(): { rows: UnsavedRow[]; removed: number[] } {
    this.#sent = new Map([...this.#unsaved].map((row) => [row, this.#now.get(row)]))
    const sent = [...this.#sent].toSorted(([a], [b]) => a - b)
    return {
      rows: sent.flatMap(([row, draft]) => (draft === undefined ? [] : [{ row, draft }])),
      removed: sent.flatMap(([row, draft]) => (draft === undefined ? [row] : [])),
    }
  }

  /** The office has what was sent: its rows, or its removals. What was typed meanwhile is still to be sent. */
  confirm(of: 'ROWS' | 'REMOVED'): void {
    for (const [row, draft] of this.#sent) {
      if ((draft === undefined) !== (of === 'REMOVED')) continue
      if (draft === undefined) this.#saved.delete(row)
      else this.#saved.set(row, draft)
      if (this.#now.get(row) === draft) this.#unsaved.delete(row)
    }
  }

  /**
   * A colleague saved first: what they made of the list, with what is unsaved here on top. An answer that both changed is as mine, and
   * named; nothing is sent before somebody has chosen.
   */
  rebase(theirs: ReadonlyMap<number, PersonnelDraft>): { changes: RowChange[]; conflicts: RowConflict[] } {
    const conflicts: RowConflict[] = []
    const changes: RowChange[] = []
    const [base, unsaved] = [this.#saved, new Set(this.#unsaved)]
    this.#saved = new Map(theirs)
    this.#unsaved.clear()
    for (const row of new Set([...this.#now.keys(), ...theirs.keys(), ...unsaved])) {
      const mine = this.#now.get(row)
      const other = theirs.get(row)
      const merged = unsaved.has(row) ? mergeRow(row, base.get(row), mine, other) : { after: other, conflicts: [] }
      conflicts.push(...merged.conflicts)
      if (merged.conflicts.length > 0 && !this.#asked.has(row)) this.#asked.set(row, base.get(row))
      const after = isSame(merged.after, other) ? other : merged.after
      const change = { row, before: mine, after }
      if (after !== mine) changes.push(change)
      this.note([change])
    }
    return { changes, conflicts }
  }

  /** What is unsaved, with what it was typed on. */
  kept(): KeptRows {
    const base: Record<number, PersonnelDraft | null> = {}
    const mine: Record<number, PersonnelDraft | null> = {}
    for (const row of this.#unsaved) {
      base[row] = (this.#asked.has(row) ? this.#asked.get(row) : this.#saved.get(row)) ?? null
      mine[row] = this.#now.get(row) ?? null
    }
    return { base, mine }
  }

  /** What an earlier page left unsaved, on top of the list as it is now. */
  restore({ base, mine }: KeptRows): { changes: RowChange[]; conflicts: RowConflict[] } {
    const changes: RowChange[] = []
    const conflicts: RowConflict[] = []
    for (const [key, own] of Object.entries(mine)) {
      const row = Number(key)
      const [old, before] = [base[row] ?? undefined, this.#now.get(row)]
      const merged = mergeRow(row, old, own ?? undefined, before)
      conflicts.push(...merged.conflicts)
      if (merged.conflicts.length > 0) this.#asked.set(row, old)
      if (!isSame(merged.after, before)) changes.push({ row, before, after: merged.after })
    }
    return { changes, conflicts }
  }

  /** Somebody has chosen. */
  settled(): void {
    this.#asked.clear()
  }
}

function mergeRow(
  row: number,
  base: PersonnelDraft | undefined,
  mine: PersonnelDraft | undefined,
  theirs: PersonnelDraft | undefined,
): { after: PersonnelDraft | undefined; conflicts: RowConflict[] } {
  if (isSame(theirs, base) || isSame(theirs, mine)) return { after: mine, conflicts: [] }
  // Another name and another number: the row is somebody else's now, and answers of two people are never mixed.
  const isOther =
    base !== undefined && theirs !== undefined && base.name !== theirs.name && base.idNumber !== theirs.idNumber
  if (mine === undefined || theirs === undefined || base === undefined || isOther)
    return { after: mine, conflicts: [{ row, field: undefined, mine, theirs }] }
  const { draft, conflicts } = mergeDrafts(base, mine, theirs)
  return { after: draft, conflicts: conflicts.map((conflict) => ({ ...conflict, row })) }
}

/** Order of answers in a stored row says nothing. */
export function isSame(one: PersonnelDraft | undefined, other: PersonnelDraft | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && canonical(one) === canonical(other))
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
