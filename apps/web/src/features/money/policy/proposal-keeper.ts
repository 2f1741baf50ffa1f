import type { SavedState } from '../../../shared/ui/saved-indicator.tsx'
import { mergeContents, sameContent, takeTheirs } from './merge-contents.ts'
import type { ContentConflict, ProposalContent } from './merge-contents.ts'

export type SaveAnswer =
  | { kind: 'saved' | 'conflict'; revision: number; content: ProposalContent; at: string }
  | { kind: 'ended' }

export interface KeeperState {
  content: ProposalContent
  saved: SavedState
  conflicts: readonly ContentConflict[]
  ended: boolean
}

interface KeeperParts {
  revision: number
  content: ProposalContent
  save(revision: number, content: ProposalContent): Promise<SaveAnswer>
  onState(state: KeeperState): void
}

const pauseMs = 800
const retryMs = 8_000

/**
 * Saves a proposal while it is typed: one request at a time, after a short pause, again after a failure. What somebody else
 * saved meanwhile is merged in; where both changed the same it holds still until one of the two is chosen.
 */
export class ProposalKeeper {
  #base: ProposalContent
  #revision: number
  #state: KeeperState
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined
  readonly #parts: KeeperParts

  constructor(parts: KeeperParts) {
    this.#parts = parts
    this.#base = parts.content
    this.#revision = parts.revision
    this.#state = { content: parts.content, saved: { kind: 'untouched' }, conflicts: [], ended: false }
  }

  get revision(): number {
    return this.#revision
  }

  change(content: ProposalContent): void {
    this.#set({ content })
    if (this.isOpen()) this.#schedule(pauseMs)
  }

  /** Saves what is open; true when nothing is open any more. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer)
    await this.#running
    if (this.isOpen()) await this.#save()
    return sameContent(this.#base, this.#state.content)
  }

  /** Ends a conflict: the named ones become the other person's, the rest stay as typed here. */
  resolve(theirs: readonly ContentConflict[]): void {
    this.#set({ conflicts: [], content: takeTheirs(this.#state.content, theirs) })
    void this.flush()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  /** An average that is no amount cannot be saved; it waits on the screen with what is wrong. */
  isOpen(): boolean {
    const { content, conflicts, ended } = this.#state
    const sendable = content.title.trim() !== '' && typeof content.publishedAverage !== 'string'
    return sendable && !ended && conflicts.length === 0 && !sameContent(this.#base, content)
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
    if (!this.isOpen()) return
    this.#set({ saved: { kind: 'saving' } })
    this.#running = this.#send(this.#state.content)
    await this.#running
    this.#running = undefined
    // What was typed, or merged, while the request was on its way goes with the next one.
    if (this.#state.saved.kind !== 'failed' && this.isOpen()) this.#schedule(pauseMs)
  }

  async #send(content: ProposalContent): Promise<void> {
    try {
      this.#take(content, await this.#parts.save(this.#revision, content))
    } catch {
      this.#set({ saved: { kind: 'failed' } })
      this.#schedule(retryMs)
    }
  }

  #take(sent: ProposalContent, answer: SaveAnswer): void {
    if (answer.kind === 'ended') return this.#set({ ended: true, saved: { kind: 'failed' } })
    const base = answer.kind === 'saved' ? sent : this.#base
    const { merged, conflicts } = mergeContents(base, this.#state.content, answer.content)
    this.#base = answer.content
    this.#revision = answer.revision
    const saved: SavedState = answer.kind === 'saved' ? { kind: 'saved', at: answer.at } : { kind: 'untouched' }
    this.#set({ content: merged, conflicts, saved })
  }

  #set(change: Partial<KeeperState>): void {
    this.#state = { ...this.#state, ...change }
    this.#parts.onState(this.#state)
  }
}
