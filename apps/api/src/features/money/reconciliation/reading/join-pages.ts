import { formatYuan, subtractFen, sumFen, ZERO_FEN } from '@shebao/kernel'
import { checkTotals } from './check-totals.ts'
import type { ReadPage, ReadStatement, StatementProblem } from './read-statement.types.ts'

export type JoinedPages =
  | { kind: 'WHOLE'; statement: ReadStatement }
  /** Numbers that are not here; 0 stands for a last page of which nobody knows the number. */
  | { kind: 'WAITING'; missing: number[] }
  | { kind: 'REFUSED'; problems: StatementProblem[] }

/** A statement of its pages, in whatever order they came: whole only when all are here, and each begins where the one before ends. */
export function joinPages(given: readonly ReadPage[]): JoinedPages {
  const pages = given.toSorted((a, b) => a.number - b.number)
  const numbers = pages.map(({ number }) => number)
  const last = pages.find((page) => page.last)
  const until = Math.max(...numbers)
  if (new Set(numbers).size < numbers.length || (last && last.number !== until))
    return refused({ code: 'PAGES_DIFFER', stated: numbers.join(', '), expected: `1 … ${last?.number ?? until}` })
  const missing = Array.from({ length: until }, (_one, index) => index + 1).filter((each) => !numbers.includes(each))
  if (missing.length > 0 || !last) return { kind: 'WAITING', missing: last ? missing : [...missing, 0] }
  const problems = [...pageSums(pages), ...pageTotals(pages)]
  if (problems.length > 0) return { kind: 'REFUSED', problems }
  return whole(pages, last)
}

function whole(pages: readonly ReadPage[], last: ReadPage): JoinedPages {
  const entries = pages.flatMap(({ statement }) => statement.entries)
  const moved = sumFen(entries.map(({ amount }) => amount))
  const stated = {
    opening: pages.find(({ statement }) => statement.openingBalance !== null)?.statement.openingBalance ?? undefined,
    closing: last.statement.closingBalance ?? last.to ?? undefined,
  }
  if (stated.opening === undefined && stated.closing === undefined)
    return refused({ code: 'MISSING', field: 'Bal OPBD / CLBD' })
  const opening = stated.opening ?? subtractFen(stated.closing ?? ZERO_FEN, moved)
  const closing = stated.closing ?? sumFen([opening, moved])
  const problems = checkTotals({ opening, closing }, entries, entries)
  if (problems.length > 0) return { kind: 'REFUSED', problems }
  const pending = pages.reduce((sum, { statement }) => sum + statement.pending, 0)
  return {
    kind: 'WHOLE',
    statement: { ...last.statement, openingBalance: opening, closingBalance: closing, entries, pending },
  }
}

/** Each page from its first to its last balance, and from page to page, as far as they say. */
function pageSums(pages: readonly ReadPage[]): StatementProblem[] {
  const problems: StatementProblem[] = []
  const expect = (number: number, stated: ReadPage['from'], expected: ReadPage['from']) => {
    if (stated === null || expected === null || stated === expected) return
    problems.push({
      code: 'BALANCE_MISMATCH',
      field: `PgNb ${number}`,
      stated: formatYuan(stated),
      expected: formatYuan(expected),
    })
  }
  let before: ReadPage['from'] = null
  for (const { number, from, to, statement } of pages) {
    expect(number, from, before)
    const begin: ReadPage['from'] = from ?? before
    const end: ReadPage['from'] =
      begin === null ? null : sumFen([begin, ...statement.entries.map(({ amount }) => amount)])
    expect(number, to, end)
    before = to ?? end
  }
  return problems
}

/** A page's summary counts the page or the whole. */
function pageTotals(pages: readonly ReadPage[]): StatementProblem[] {
  const amounts = (counted: ReadPage['counted']) => counted.map((amount) => ({ amount }))
  const all = amounts(pages.flatMap(({ counted }) => counted))
  return pages.flatMap(({ totals, counted }) =>
    checkTotals(totals, amounts(counted), []).length === 0 ? [] : checkTotals(totals, all, []),
  )
}

const refused = (problem: StatementProblem): JoinedPages => ({ kind: 'REFUSED', problems: [problem] })
