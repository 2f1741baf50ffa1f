import type { UnitDraft } from '@shebao/declaration-rules'
import type { SavedState } from '../ui/saved-indicator.tsx'
import type { LastSaved } from './last-saved.tsx'
import type { FieldConflict } from './merge-forms.ts'
import { applyChanges, changesBetween } from './unit-changes.ts'

export type SaveAnswer =
  | { kind: 'saved'; revision: number; form: UnitDraft; savedAt: string }
  | {
      kind: 'conflict'
      revision: number
      form: UnitDraft
      savedAt: string
      who?: LastSaved | null
      conflicts: readonly FieldConflict[]
    }
  | { kind: 'refused'; reason: string }

export interface KeeperState {
  saved: SavedState
  /** `own`: two windows of the same person, not two clerks. */
  conflict: { conflicts: readonly FieldConflict[]; savedAt: string; who?: LastSaved | null; own?: boolean } | null
  refusedFor: string | null
}

interface KeeperParts {
  revision: number
  form: UnitDraft
  /** What two windows left of the same answers, to be chosen before anything is saved. */
  conflict?: KeeperState['conflict']
  save(revision: number, changes: Record<string, unknown>): Promise<SaveAnswer>
  /** Changes not confirmed yet, so that they outlive the page. */
  keep(pending: { revision: number; base: UnitDraft; mine: UnitDraft } | null): void
  /** Answers that somebody else changed and this form takes over. */
  onMerged(form: UnitDraft, paths: readonly string[]): void
  onState(state: KeeperState): void
}

const pauseMs = 800
const retryMs = 8_000

/**
 * Saves a form while it is typed: one request at a time, after a short pause, again after a failure, and holding still
 * while a conflict is open. Knows nothing of the screen.
 */
export class DraftKeeper {
  #base: UnitDraft
  #revision: number
  #current: UnitDraft
  /** What was typed on, while a question of two clerks is open: kept with this, it is asked again after a reload. */
  #asked: { base: UnitDraft; revision: number } | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined
  #state: KeeperState = { saved: { kind: 'untouched' }, conflict: null, refusedFor: null }
  readonly #parts: KeeperParts

  constructor(parts: KeeperParts) {
    this.#parts = parts
    this.#base = parts.form
    this.#current = parts.form
    this.#revision = parts.revision
    if (parts.conflict) this.#state = { ...this.#state, conflict: parts.conflict }
  }

  get revision(): number {
    return this.#revision
  }

  /** The form as it is typed now; saved after a pause. */
  change(form: UnitDraft): void {
    this.#current = form
    const changes = this.#changes()
    this.#keep()
    if (Object.keys(changes).length === 0 || this.#state.conflict || this.#state.refusedFor) return
    this.#schedule(pauseMs)
  }

  /** Saves what is open now; resolves when nothing is open any more, or it could not be saved. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer)
    await this.#running
    if (Object.keys(this.#changes()).length > 0 && !this.#state.conflict && !this.#state.refusedFor) await this.#save()
    return Object.keys(this.#changes()).length === 0
  }

  /** Ends a conflict: `form` holds what was chosen, on top of what the other clerk saved. */
  resolve(form: UnitDraft): void {
    const at = this.#state.conflict?.savedAt
    this.#asked = undefined
    this.#set({ conflict: null })
    this.change(form)
    // With all of the other's answers chosen there is nothing to save: the office has it all.
    if (at !== undefined && Object.keys(this.#changes()).length === 0) this.#set({ saved: { kind: 'saved', at } })
    void this.flush()
  }

  /** The connection is back. */
  retry(): void {
    if (this.#state.saved.kind === 'failed') this.#schedule(0)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #keep(): void {
    const open = Object.keys(this.#changes()).length > 0
    const { base, revision } = this.#asked ?? { base: this.#base, revision: this.#revision }
    this.#parts.keep(open ? { revision, base, mine: this.#current } : null)
  }

  #changes(): Record<string, unknown> {
    return changesBetween(this.#base, this.#current)
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#save(), delay)
  }

  async #save(): Promise<void> {
    if (this.#running) {
      await this.#running
      return
    }
    const changes = this.#changes()
    if (Object.keys(changes).length === 0 || this.#state.conflict || this.#state.refusedFor) return
    this.#set({ saved: { kind: 'saving' } })
    this.#running = this.#send(changes)
    await this.#running
    this.#running = undefined
    // What was typed while the request was on its way goes with the next one.
    if (this.#state.saved.kind === 'saved' && Object.keys(this.#changes()).length > 0) this.#schedule(pauseMs)
  }

  async #send(changes: Record<string, unknown>): Promise<void> {
    try {
      this.#take(await this.#parts.save(this.#revision, changes), changes)
    } catch {
      this.#set({ saved: { kind: 'failed' } })
      this.#schedule(retryMs)
    }
  }

  #take(answer: SaveAnswer, sent: Record<string, unknown>): void {
    if (answer.kind === 'refused') return this.#set({ saved: { kind: 'failed' }, refusedFor: answer.reason })
    const mine = this.#changes()
    const theirs = changesBetween(this.#base, answer.form)
    this.#asked = answer.kind === 'conflict' ? { base: this.#base, revision: this.#revision } : undefined
    this.#base = answer.form
    this.#revision = answer.revision
    const disputed = new Set(answer.kind === 'conflict' ? answer.conflicts.map(({ path }) => path) : [])
    const merged = Object.keys(theirs).filter((path) => !(path in mine) && !(path in sent) && !disputed.has(path))
    this.#current = applyChanges(answer.form, mine)
    this.#keep()
    if (merged.length > 0) this.#parts.onMerged(this.#current, merged)
    this.#set(
      answer.kind === 'conflict'
        ? {
            saved: { kind: 'untouched' },
            conflict: { conflicts: answer.conflicts, savedAt: answer.savedAt, who: answer.who ?? null },
          }
        : { saved: { kind: 'saved', at: answer.savedAt } },
    )
  }

  #set(change: Partial<KeeperState>): void {
    this.#state = { ...this.#state, ...change }
    this.#parts.onState(this.#state)
  }
}
