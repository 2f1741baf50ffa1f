import type { KeptState } from '../../../shared/drafts/keeping.ts'
import { otherLivingPages } from '../../../shared/drafts/page-holder.ts'
import { draftsOf, putDraft, removeDraft, replaceDrafts, type KeptDraft } from '../../../shared/drafts/shelf.ts'
import type { PersonnelDraft } from '@shebao/roster'

/** Rows that the office does not have, with what they were typed on; null where nobody is, or was, on the list. */
export interface KeptRows {
  base: Readonly<Record<number, PersonnelDraft | null>>
  mine: Readonly<Record<number, PersonnelDraft | null>>
}

/** Whose rows they are, and the page that the worker works for: the worker goes with it. */
export type KeptPlace = Pick<KeptDraft, 'owner' | 'page'>

/** What was left of a list, the earliest first. */
export type LeftRows = KeptRows & Pick<KeptDraft, 'typedAt'>

const pauseMs = 250

/** Keeps unsaved rows of one list on this device until the office has them. The newest state is written a moment after a change. */
export class RowKeeper {
  readonly #place: Pick<KeptDraft, 'owner' | 'draft' | 'page' | 'what'>
  readonly #rows: () => KeptRows
  readonly #onState: (state: KeptState) => void
  #left: readonly KeptDraft[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<void> = Promise.resolve()

  constructor(
    declarationId: string,
    { owner, page }: KeptPlace,
    rows: () => KeptRows,
    onState: (state: KeptState) => void,
  ) {
    const what = { kind: 'WORKBENCH', of: '', path: '/employer/inspection/workbench' } as const
    this.#place = { owner, page, draft: `workbench.${declarationId}`, what }
    this.#rows = rows
    this.#onState = onState
  }

  /** What this page, or pages that are gone, left. What another living tab types stays that tab's. */
  async found(): Promise<readonly LeftRows[]> {
    const { owner, draft, page } = this.#place
    try {
      const [all, living] = await Promise.all([draftsOf(owner, draft), otherLivingPages()])
      const left = all.filter((one) => one.page === page || !living.has(one.page))
      this.#left = left.filter((one) => one.page !== page)
      const inOrder = left.toSorted((a, b) => (a.typedAt < b.typedAt ? -1 : 1))
      return inOrder.map(({ base, mine, typedAt }) => ({ base, mine, typedAt }) as LeftRows)
    } catch {
      return []
    }
  }

  /** Something changed. */
  changed(): void {
    this.#timer ??= setTimeout(() => void this.flush(), pauseMs)
  }

  /** Settles when what is unsaved now is written, or cannot be. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#writing = this.#writing.then(() => this.#write())
    return this.#writing
  }

  /** This page holds all that others left, and no question is open of it. */
  async settle(): Promise<void> {
    const gone = this.#left
    this.#left = []
    await this.flush()
    if (gone.length > 0) await replaceDrafts(gone).catch(() => undefined)
  }

  async #write(): Promise<void> {
    const { owner, draft, page } = this.#place
    const rows = this.#rows()
    const isNothing = Object.keys(rows.mine).length === 0
    try {
      if (isNothing) await removeDraft(owner, draft, page)
      else await putDraft({ ...this.#place, ...rows, revision: null, beside: null, typedAt: new Date().toISOString() })
      this.#onState(isNothing ? 'nothing' : 'kept')
    } catch {
      this.#onState(isNothing ? 'nothing' : 'failed')
    }
  }
}
