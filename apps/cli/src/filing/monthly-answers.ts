import type { Verdict } from '@shebao/declaration-rules'
import type { SentIssue } from './office-answers.ts'

export const FILING_KINDS = ['REGULAR', 'SUPPLEMENTARY', 'REVISED'] as const
export type Filing = (typeof FILING_KINDS)[number]

export interface Counts {
  readonly changes: number
  readonly joins: number
  readonly stops: number
  readonly bases: number
  readonly infos: number
}

/** A monthly declaration as the command is told of it when it is opened. */
export interface MonthlyDraft {
  readonly id: string
  readonly period: string
  readonly filing: Filing
  readonly state: string
  readonly revision: number
  readonly version: number
  readonly dueOn: string
}

export interface CheckedMonthly extends MonthlyDraft {
  readonly mark: string
  readonly counts: Counts
  readonly judgement: {
    readonly verdict: Verdict
    readonly issues: readonly SentIssue[]
    readonly duties: readonly { readonly dueOn: string; readonly people: number }[]
  }
  /** Null while it is incomplete, and where the office cannot bill the month. */
  readonly preview: {
    readonly nextBill: { readonly period: string; readonly people: number; readonly total: number }
    readonly differenceBilled: number
    readonly differenceCredited: number
  } | null
}
