import type { Fen } from '@shebao/kernel'

export const statementSources = ['BANK', 'TREASURY'] as const
export const statementFormats = ['CAMT053', 'CSV'] as const
export type StatementSource = (typeof statementSources)[number]

/** One booking as the file has it; amounts in fen, what came in is positive, what went out negative. */
export interface ReadEntry {
  /** CSV: the line of the file. camt.053: the number of the entry (Ntry), from 1. */
  lineNo: number
  reference: string
  endToEndId: string | null
  amount: Fen
  valueDate: string
  payerName: string | null
  payerAccount: string | null
  remittance: string | null
}

export interface ReadStatement {
  source: StatementSource
  format: (typeof statementFormats)[number]
  account: string
  statementNo: string
  /** The booking day it covers. */
  day: string
  /** Null in a treasury list, which has no balances. */
  openingBalance: Fen | null
  closingBalance: Fen | null
  entries: ReadEntry[]
  /** Entries that are not booked yet; they are left out and come again in a later statement. */
  pending: number
}

export const statementProblemCodes = [
  'EMPTY',
  'TOO_LARGE',
  'TOO_MANY_ENTRIES',
  'NOT_TEXT',
  'NOT_WELL_FORMED',
  'DTD_FORBIDDEN',
  'NOT_A_STATEMENT',
  'SEVERAL_STATEMENTS',
  'TRAILER_MISSING',
  'MISSING',
  'BAD_VALUE',
  'UNKNOWN_LINE',
  'WRONG_CURRENCY',
  'WRONG_ACCOUNT',
  'COUNT_MISMATCH',
  'SUM_MISMATCH',
  'BALANCE_MISMATCH',
  // Said by the import, not by the reader: what the office already has stands against it.
  'CONTRADICTS',
  'CORRECTS_BOOKED',
  'DAY_CLOSED',
  'DAY_IN_FUTURE',
] as const
export type StatementProblemCode = (typeof statementProblemCodes)[number]

/** Why a file was refused: what is wrong, where, what stands there and what was found or would be right. */
export interface StatementProblem {
  code: StatementProblemCode
  /** As in `ReadEntry`; absent when the whole file is meant. */
  line?: number
  /** The field's name in the file's own words. */
  field?: string
  /** What the file says. */
  stated?: string
  /** What was found, or what would be right. */
  expected?: string
}

export type ReadResult = { ok: true; statement: ReadStatement } | { ok: false; problems: StatementProblem[] }

export interface ReadingLimits {
  maxBytes: number
  maxEntries: number
}

/** A camt.053 entry takes about 720 bytes: 48 MB hold the 50,000 entries of a large city's day. */
export const readingLimits: ReadingLimits = { maxBytes: 48 * 1024 * 1024, maxEntries: 60_000 }

/** Ends the reading of a file that cannot be understood any further. */
export class StatementRefused extends Error {
  readonly problem: StatementProblem
  constructor(problem: StatementProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/** Many wrong lines usually have one cause; the first ones show it. */
export const mostProblemsShown = 20
