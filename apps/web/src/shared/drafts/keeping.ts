import { gather } from './gather.ts'
import type { FieldConflict } from './merge-forms.ts'
import { otherLivingPages, thisPage } from './page-holder.ts'
import type { KeptDraft, KeptWhat } from './shelf.ts'

/** The database and its library come when somebody opens a form, not with the first page. */
const shelf = () => import('./shelf.ts')

export interface Typed<Form> {
  base: Form
  mine: Form
  revision?: number
  beside?: unknown
}

export interface Found<Form> {
  base: Form
  mine: Form
  revision: number | null
  beside: unknown
  typedAt: string
  /** What two own windows left of one field. */
  conflicts: readonly FieldConflict[]
}

/** `failed`: the browser refuses to keep anything, and what is typed is in this page alone. */
export type KeptState = 'nothing' | 'kept' | 'failed'

export interface Place {
  owner: string
  draft: string
  what: KeptWhat
}

/** The next time the browser has nothing else to do; where it cannot tell, soon. */
const whenIdle = (then: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(then, { timeout: pauseMs })
  else setTimeout(then, 0)
}

const pauseMs = 250

/** Keeps what is typed into one form on this device until it is saved. The newest state is written when the browser has a moment, at the latest when the page goes. */
export class Keeping<Form extends object> {
  #found: Found<Form> | null
  #state: KeptState
  #next: { typed: Typed<Form> | null } | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<void> = Promise.resolve()
  #place: Place
  /** What other pages left, until what they differ in is chosen. */
  #left: readonly KeptDraft[]
  #settled = false
  readonly #listeners = new Set<() => void>()
  readonly #hidden = () => {
    if (document.visibilityState === 'hidden') void this.flush()
  }
  readonly #gone = () => void this.flush()

  constructor(place: Place, found: Found<Form> | null, left: readonly KeptDraft[] = []) {
    this.#place = place
    this.#left = left
    this.#found = found
    this.#state = found ? 'kept' : 'nothing'
  }

  /** What was left of it, until it is saved or given up. */
  get found(): Found<Form> | null {
    return this.#found
  }

  readonly state = (): KeptState => this.#state

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** The same draft at another address, such as the next section of a form. */
  moveTo(what: KeptWhat): void {
    this.#place = { ...this.#place, what }
  }

  /** From here on what is typed is written, also when the page is hidden or left. */
  start(): void {
    document.addEventListener('visibilitychange', this.#hidden)
    window.addEventListener('pagehide', this.#gone)
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.#hidden)
    window.removeEventListener('pagehide', this.#gone)
    void this.flush()
  }

  keep(typed: Typed<Form>): void {
    this.#next = { typed }
    this.#timer ??= setTimeout(() => whenIdle(() => void this.flush()), pauseMs)
  }

  /** What differed between two windows is chosen: what they left goes with the next writing. */
  settle(): void {
    this.#settled = true
  }

  /** It is saved, or given up. */
  forget(): Promise<void> {
    this.#settled = true
    this.#found = null
    if (this.#state === 'nothing' && this.#next === undefined) return this.#writing
    this.#next = { typed: null }
    return this.flush()
  }

  /** Settles when what was typed until now is written, or cannot be. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const next = this.#next
    this.#next = undefined
    // One after the other: what was forgotten must not come back.
    if (next) this.#writing = this.#writing.then(() => this.#write(next.typed))
    return this.#writing
  }

  async #write(typed: Typed<Form> | null): Promise<void> {
    const { owner, draft, what } = this.#place
    try {
      const { putDraft, removeDraft, replaceDrafts } = await shelf()
      if (this.#settled && this.#left.length > 0) {
        await replaceDrafts(this.#left)
        this.#left = []
      }
      if (typed === null) await removeDraft(owner, draft, thisPage)
      else {
        const { base, mine, revision = null, beside = null } = typed
        const typedAt = new Date().toISOString()
        await putDraft({ owner, draft, page: thisPage, what, base, mine, revision, beside, typedAt })
      }
      this.#set(typed === null ? 'nothing' : 'kept')
    } catch {
      this.#set(typed === null ? 'nothing' : 'failed')
    }
  }

  #set(state: KeptState): void {
    if (state === this.#state) return
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

/** What this page, or pages that are gone, left of a draft; taken over by this page. What another living tab types stays that tab's. */
export async function openKeeping<Form extends object>(place: Place): Promise<Keeping<Form>> {
  try {
    const { found, left } = await takeOver<Form>(place)
    return new Keeping(place, found, left)
  } catch {
    return new Keeping<Form>(place, null)
  }
}

interface Taken<Form> {
  found: Found<Form> | null
  /** Kept until what they differ in is chosen. */
  left: readonly KeptDraft[]
}

async function takeOver<Form extends object>({ owner, draft }: Place): Promise<Taken<Form>> {
  const { draftsOf, replaceDrafts } = await shelf()
  const [all, living] = await Promise.all([draftsOf(owner, draft), otherLivingPages()])
  const left = all.filter(({ page }) => !living.has(page))
  const gathered = gather(left)
  if (!gathered) return { found: null, left: [] }
  const others = left.filter(({ page }) => page !== thisPage)
  const mine: KeptDraft = { ...gathered.draft, page: thisPage }
  const { conflicts } = gathered
  if (conflicts.length === 0 && others.length > 0) await replaceDrafts(others, mine)
  const { revision, beside, typedAt } = mine
  const found = { base: mine.base as Form, mine: mine.mine as Form, revision, beside, typedAt, conflicts }
  return { found, left: conflicts.length > 0 ? others : [] }
}
