import type { Verdict } from '@shebao/declaration-rules'
import type { SentIssue } from './office-answers.ts'

/** A declaration as the command is told of it. */
export interface Draft {
  readonly id: string
  readonly year: number
  readonly status: string
  readonly version: number
  readonly unitRevision: number
  readonly personnelRevision: number
}

export interface CheckedDraft extends Draft {
  /** Handed back with a decision about it, such as withdrawing it. */
  readonly mark: string
  readonly verdict: Verdict
  readonly people: number
  readonly comparison: {
    readonly stage: string
    readonly open: number
    readonly kinds: readonly { readonly kind: string; readonly open: number }[]
  }
  readonly issues: readonly SentIssue[]
}
