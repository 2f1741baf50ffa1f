import { readIssues } from '@shebao/declaration-rules'
import type { Issue, Verdict } from '@shebao/declaration-rules'

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

export interface SentIssue {
  readonly ruleId: string
  readonly severity: 'ERROR' | 'WARNING'
  readonly path: string
  readonly field: string
  readonly row: number | null
  readonly code: string
  readonly params: unknown
}

export interface Receipt {
  readonly version: number
  readonly formNo: string
  readonly people: number
  readonly contentHash: string
  readonly verifyCode: string | null
  readonly submittedAt: string
}

/** What a union of the contract may hold besides what was wanted. */
export interface Refusing {
  readonly __typename: string
  readonly reason?: string
  readonly code?: string
  readonly date?: string | null
  readonly rows?: readonly number[]
  readonly revision?: number
}

/** As the rules of this program know them, for their words. */
export function issuesOf(sent: readonly SentIssue[]): readonly Issue[] {
  return readIssues(
    sent.map(({ severity, row, ...issue }) => ({
      ...issue,
      severity: severity === 'ERROR' ? 'error' : 'warning',
      ...(row === null ? {} : { row }),
    })),
  )
}
