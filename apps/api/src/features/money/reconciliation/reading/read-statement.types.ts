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

/** What a statement says of its own entries; absent figures are not checked. */
export interface StatedTotals {
  count?: number | undefined
  /** Net: what came in less what went out. */
  sum?: Fen | undefined
  /** Gross: what came in and what went out together. */
  turnover?: Fen | undefined
  creditCount?: number | undefined
  creditSum?: Fen | undefined
  debitCount?: number | undefined
  /** As a positive figure. */
  debitSum?: Fen | undefined
  opening?: Fen | undefined
  closing?: Fen | undefined
}

/** One page of a statement that the bank sent in several (StmtPgntn); it counts when all of them are here. */
export interface ReadPage {
  number: number
  last: boolean
  /** Its balances are those of the whole, where this page states them. */
  statement: ReadStatement
  /** Where the page itself begins and ends, as far as it says so. */
  from: Fen | null
  to: Fen | null
  /** Of the page or of the whole: banks do both. */
  totals: StatedTotals
  /** Amounts of all its entries, also those not booked yet: what the totals count. */
  counted: Fen[]
}

export const statementProblemCodes = [
  'EMPTY',
  'TOO_LARGE',
  'TOO_MANY_ENTRIES',
  'NOT_TEXT',
  'NOT_WELL_FORMED',
  'DTD_FORBIDDEN',
  'NOT_A_STATEMENT',
  'WRONG_KIND',
  'COLUMNS_UNKNOWN',
  'TRAILER_MISSING',
  'MISSING',
  'BAD_VALUE',
  'UNKNOWN_LINE',
  'WRONG_CURRENCY',
  'WRONG_ACCOUNT',
  'COUNT_MISMATCH',
  'SUM_MISMATCH',
  'BALANCE_MISMATCH',
  'PAGES_DIFFER',
  // Said by the import, not by the reader: what the office already has stands against it.
  'CONTRADICTS',
  'CORRECTS_BOOKED',
  'DAY_CLOSED',
  'DAY_IN_FUTURE',
  'OPENING_MISMATCH',
  'DAY_MISSING',
  'CLOSING_MISMATCH',
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

export type ReadResult =
  | {
      ok: true
      statements: ReadStatement[]
      pages: ReadPage[]
      /** Accounts that are not the office's; their statements in the same file are left out. */
      otherAccounts: string[]
    }
  | {
      ok: false
      problems: StatementProblem[]
      /** The first rows of a table whose columns nobody has named yet. */
      table?: string[][]
    }

export interface ReadingLimits {
  maxBytes: number
  maxEntries: number
}

/** A camt.053 entry takes about 720 bytes: 48 MB hold the 50,000 entries of a large city's day. */
export const readingLimits: ReadingLimits = { maxBytes: 48 * 1024 * 1024, maxEntries: 60_000 }

/** Ends the reading of a file that cannot be understood any further. */
export class StatementRefused extends Error {
  readonly problem: StatementProblem
  readonly table: string[][] | undefined
  constructor(problem: StatementProblem, table?: string[][]) {
    super(problem.code)
    this.problem = problem
    this.table = table
  }
}

/** Many wrong lines usually have one cause; the first ones show it. */
export const mostProblemsShown = 20
