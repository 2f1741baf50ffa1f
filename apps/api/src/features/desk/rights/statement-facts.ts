import { addFen, ZERO_FEN } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { explainAccountYear } from '@shebao/premium'
import type { AccountYear, Explanation } from '@shebao/premium'
import { contentHash } from '../../../platform/crypto.ts'
import type { RightsContent, RightsLine, RightsTransfer } from './rights-content.ts'

/** What a yearly statement (权益记录单) says: its hash covers this, and nothing else of it can change. */
export interface StatementFacts {
  /** Whose and of which year, as the register of papers knows it: the same for every version. */
  subject: string
  year: number
  name: string
  idMasked: string
  unit: string | null
  lines: RightsLine[]
  /** Left out where there is none, as in every statement from before transfers were kept: its hash stays what it was. */
  transfers?: RightsTransfer[]
  account: (Pick<AccountYear, 'opening' | 'principal' | 'interest' | 'closing' | 'final'> & { ratePpm: number }) | null
}

/** As it is kept, sealed. */
export interface KeptStatement {
  facts: StatementFacts
  /** Number of the version before it. */
  replaces: string | null
  why: Explanation | null
}

export const statementProblems = ['YEAR_NOT_OVER', 'NOTHING_RECORDED', 'RATE_NOT_PUBLISHED'] as const
export type StatementProblem = (typeof statementProblems)[number]

/** What stands in the way of a statement of a year that is over. */
export function problemOf({ unit, account }: RightsContent): StatementProblem | undefined {
  if (unit === null) return 'NOTHING_RECORDED'
  const last = account.at(-1)
  return last && last.rate === undefined ? 'RATE_NOT_PUBLISHED' : undefined
}

export function statementFacts(
  individualId: string,
  { name, idMasked }: { name: string; idMasked: string },
  { year, unit, lines, account, transfers }: RightsContent,
): { facts: StatementFacts; why: Explanation | null; hash: string } {
  const last = account.at(-1)
  const facts: StatementFacts = {
    subject: subjectOf(individualId, year),
    year,
    name,
    idMasked,
    unit: unit?.employerName ?? null,
    lines,
    account: last ? frozen(last) : null,
    ...(transfers ? { transfers } : {}),
  }
  // The year's own postings: what the years before came to is the balance carried forward, which their statements explain (domain 7).
  return { facts, why: last ? explainAccountYear([last]) : null, hash: contentHash(JSON.stringify(facts)) }
}

function frozen({ opening, principal, interest, closing, final, rate }: AccountYear): StatementFacts['account'] {
  return { opening, principal, interest, closing, final, ratePpm: Number(rate?.row.value ?? 0) }
}

/** A person's year has one name in the register of papers, which says nothing of the person. */
export function subjectOf(individualId: string, year: number): string {
  const hash = contentHash(`rights-statement/${individualId}/${year}`)
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-')
}

/** Begins like every number of the office, with the month that the year ends in. */
export const numberOf = (year: number, hash: string, version: number) =>
  `QY${year}12-${hash.slice(0, 10).toUpperCase()}-${version}`

/** What the year's statement is about in one amount: the balance of the account. */
export const amountOfStatement = ({ account }: StatementFacts): Fen => account?.closing ?? ZERO_FEN

/** Both sides, all insurances. */
export const paidOf = (facts: StatementFacts, side: 'employer' | 'personal'): Fen =>
  facts.lines.reduce((sum, line) => addFen(sum, line[side]), ZERO_FEN)
