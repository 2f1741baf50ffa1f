import type { LastSaved } from '../../../shared/drafts/last-saved.tsx'
import type { SavedState } from '../../../shared/ui/saved-indicator.tsx'
import type { UploadOutcome } from '../personnel/index.ts'
import type { RowConflict } from './own-rows.ts'

export interface SaverState {
  saved: SavedState
  /** What a colleague changed, too; nothing is sent before somebody has chosen. */
  conflicts: readonly RowConflict[]
  /** Who saved the list last, when somebody was quicker. */
  who?: LastSaved | null
  note: { kind: 'MERGED' } | { kind: 'REFUSED'; code: string; rows: readonly number[] } | undefined
}

export const nothingSaved: SaverState = { saved: { kind: 'untouched' }, conflicts: [], note: undefined }

type Part = 'ROWS' | 'REMOVED'

export interface SaverParts {
  /** What is unsaved now, kept until it is confirmed. */
  take(): Promise<{ rows: number; removed: readonly number[]; revision: number }>
  sendRows(revision: number, rows: number, reason: string): Promise<UploadOutcome>
  sendRemoved(revision: number, removed: readonly number[]): Promise<UploadOutcome>
  confirm(of: Part, revision: number): Promise<void>
  /** Puts a colleague's list and what is unsaved here together; gives what both changed. */
  rebase(): Promise<{ conflicts: readonly RowConflict[]; who: LastSaved | null }>
  /** The colleague's answer where it was chosen. */
  settle(theirs: readonly RowConflict[]): Promise<void>
  onState(state: SaverState): void
  now(): string
}

const PAUSE_MS = 1_000
const RETRY_MS = 8_000

/**
 * Saves a moment after the last change: what is unsaved goes to the office in one batch, all or nothing; one batch at a time, again after
 * a failure, and holding still while somebody has to choose or the office refuses. Knows nothing of the screen.
 */
export class BatchSaver {
  readonly #parts: SaverParts
  #state = nothingSaved
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined
  #reasons: string[] = []
  #held = false

  constructor(parts: SaverParts) {
    this.#parts = parts
  }

  /** Something changed. A reason goes with the batch that it is about, so that batch is not waited for. */
  changed(reason?: string): void {
    if (reason !== undefined) this.#reasons.push(reason)
    // After a refusal a new change may be what helps; a conflict is ended by choosing alone.
    if (this.#state.conflicts.length === 0) this.#held = false
    if (this.#state.note !== undefined) this.#set({ note: undefined })
    this.#schedule(reason === undefined ? PAUSE_MS : 0)
  }

  /** What an earlier page left is in the lists again: it is sent, unless somebody has to choose first. */
  begin(conflicts: readonly RowConflict[]): void {
    this.#held = conflicts.length > 0
    if (this.#held) this.#set({ conflicts })
    else this.#schedule(0)
  }

  /** Sends what is open now; resolves when it is saved, or could not be. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#running
    if (this.#held) return
    this.#running = this.#send().catch(() => {
      this.#set({ saved: { kind: 'failed' } })
      this.#schedule(RETRY_MS)
    })
    await this.#running
  }

  async settle(theirs: readonly RowConflict[]): Promise<void> {
    await this.#parts.settle(theirs)
    this.#held = false
    this.#set({ conflicts: [] })
    await this.flush()
  }

  /** The connection is lost while a batch is on its way, or is back. */
  waiting(isWaiting: boolean): void {
    this.#set({ saved: { kind: isWaiting ? 'failed' : 'saving' } })
  }

  /** The connection is back: what could not be sent is sent now. */
  retry(): void {
    if (this.#state.saved.kind === 'failed' && !this.#held) this.#schedule(0)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #schedule(pause: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), pause)
  }

  async #send(): Promise<void> {
    const { rows, removed, revision } = await this.#parts.take()
    if (rows === 0 && removed.length === 0) return
    this.#set({ saved: { kind: 'saving' } })
    const reasons = this.#reasons.length
    let expected: number | undefined = revision
    if (rows > 0)
      expected = await this.#after('ROWS', await this.#parts.sendRows(expected, rows, this.#reasons.join('；')))
    if (expected !== undefined && removed.length > 0)
      expected = await this.#after('REMOVED', await this.#parts.sendRemoved(expected, removed))
    if (expected === undefined) return
    this.#reasons = this.#reasons.slice(reasons)
    this.#set({ saved: { kind: 'saved', at: this.#parts.now() } })
  }

  /** The list's revision now; undefined where nothing more is to be sent of this batch. */
  async #after(part: Part, outcome: UploadOutcome): Promise<number | undefined> {
    if (outcome.kind === 'saved') {
      await this.#parts.confirm(part, outcome.revision)
      return outcome.revision
    }
    if (outcome.kind === 'conflict') await this.#rebase()
    else {
      this.#held = true
      const note = outcome.kind === 'refused' ? { ...outcome, kind: 'REFUSED' as const } : undefined
      this.#set({ saved: { kind: 'failed' }, note })
    }
    return undefined
  }

  async #rebase(): Promise<void> {
    const { conflicts, who } = await this.#parts.rebase()
    this.#held = conflicts.length > 0
    this.#set({ saved: { kind: 'untouched' }, conflicts, who, note: this.#held ? undefined : { kind: 'MERGED' } })
    if (!this.#held) this.#schedule(0)
  }

  #set(change: Partial<SaverState>): void {
    this.#state = { ...this.#state, ...change }
    this.#parts.onState(this.#state)
  }
}
