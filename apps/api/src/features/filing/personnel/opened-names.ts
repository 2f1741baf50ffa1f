/** What a search looks through, of a whole draft: by place, folded for comparing. */
export interface OpenedNames {
  readonly rows: readonly number[]
  readonly names: readonly string[]
  readonly numbers: readonly string[]
}

interface Opened {
  readonly revision: number
  readonly names: Promise<OpenedNames>
  people: number
  forget: NodeJS.Timeout
}

/** While somebody types and looks; who comes back later waits once more. */
const KEPT_MS = 120_000
/** Four of the longest lists, some 15 MB. */
const PEOPLE_AT_MOST = 200_000

/**
 * Names and numbers of drafts that were searched just now, open in this process's memory and nowhere else: a search goes on with every
 * letter that is typed, and opening 50,000 sealed rows is all of what it costs. Each list stands for one revision of a draft, so what is
 * kept is never older than what is asked for; the last search forgets it after two minutes (ADR 8).
 */
export class OpenedLists {
  readonly #lists = new Map<string, Opened>()

  get(declarationId: string, revision: number, open: () => Promise<OpenedNames>): Promise<OpenedNames> {
    const before = this.#lists.get(declarationId)
    const isHere = before !== undefined && before.revision === revision
    const opened = isHere ? before : { revision, names: open(), people: 0, forget: this.#forgetLater(declarationId) }
    if (before !== undefined) clearTimeout(before.forget)
    if (isHere) opened.forget = this.#forgetLater(declarationId)
    // Behind the others: who was searched last goes last.
    this.#lists.delete(declarationId)
    this.#lists.set(declarationId, opened)
    if (!isHere) this.#count(declarationId, opened)
    return opened.names
  }

  /** How many people's names are open now. */
  get people(): number {
    return [...this.#lists.values()].reduce((sum, { people }) => sum + people, 0)
  }

  #count(declarationId: string, opened: Opened): void {
    opened.names.then(
      ({ rows }) => {
        opened.people = rows.length
        for (const eldest of this.#lists.keys()) {
          if (this.people <= PEOPLE_AT_MOST) break
          this.#forget(eldest)
        }
      },
      // What could not be opened is tried anew by the next search.
      () => {
        if (this.#lists.get(declarationId) === opened) this.#forget(declarationId)
      },
    )
  }

  #forgetLater(declarationId: string): NodeJS.Timeout {
    return setTimeout(() => this.#forget(declarationId), KEPT_MS).unref()
  }

  #forget(declarationId: string): void {
    clearTimeout(this.#lists.get(declarationId)?.forget)
    this.#lists.delete(declarationId)
  }
}
