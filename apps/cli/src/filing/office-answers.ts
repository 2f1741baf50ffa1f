import { readIssues } from '@shebao/declaration-rules'
import type { Issue } from '@shebao/declaration-rules'
import { OfficeRefusal } from './office-client.ts'
import type { OfficeClient } from './office-client.ts'

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
  /** The month that is declared now. */
  readonly open?: string
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

/** What the one field of an operation came to. */
export async function outcomeOf<Outcome extends Refusing>(
  client: OfficeClient,
  operation: string,
  variables: object = {},
): Promise<Outcome> {
  const { data } = await client.ask<Record<string, Outcome>>(operation, variables)
  const [outcome] = Object.values(data)
  if (!outcome) throw new OfficeRefusal('UNKNOWN', 'no answer')
  return outcome
}

/** Throws what the office said instead, by its code. */
export function requireOf(outcome: Refusing, wanted: string): void {
  if (outcome.__typename === wanted) return
  const { reason, code, date, rows, open } = outcome
  throw new OfficeRefusal(reason ?? code ?? 'CONFLICT', date ?? open ?? rows?.join(', ') ?? outcome.__typename)
}
