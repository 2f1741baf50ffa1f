import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { OfficeJob, Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { loadRightsOf, yearToday } from './load-rights.ts'
import { makeStatements } from './make-statements.ts'
import { problemOf } from './statement-facts.ts'
import type { StatementProblem } from './statement-facts.ts'
import { listStatements, listWithoutStatement } from './statement.repository.ts'
import type { StatementRow } from './statement.repository.ts'

/** Makes one's own statement of a past year, or gives the one that still holds. */
export async function makeOwnStatement(
  platform: Platform,
  asked: { viewer: Viewer | undefined; origin: string },
  year: number,
): Promise<StatementRow | { problem: StatementProblem }> {
  const viewer = requireMay(asked.viewer, 'rights-statement:make')
  const { individualId } = viewer
  return platform.database.transaction(async () => {
    const { made, problems } = await makeStatements(platform, year, [individualId])
    const problem = problems.get(individualId)
    if (problem) return { problem }
    const [latest] = await listStatements(platform, [individualId], year)
    if (!latest) throw notFound('statement')
    if (made.length > 0)
      await platform.audit.record({
        actorKind: viewer.kind,
        actorId: viewer.accountId,
        origin: asked.origin,
        action: 'RIGHTS_STATEMENT_MADE',
        recordType: 'RightsStatement',
        recordId: latest.id,
        change: { year, version: latest.version },
      })
    return latest
  })
}

/** A year somebody may have a statement of. */
export interface StatementYear {
  year: number
  /** Newest first; none where none was made. */
  versions: StatementRow[]
  problem: StatementProblem | undefined
}

/** Every year that is over, from the first of the record on, newest first. */
export async function listStatementYears(platform: Platform, individualId: string): Promise<StatementYear[]> {
  const last = yearToday(platform) - 1
  const rights = await loadRightsOf(platform, individualId, last)
  const firsts = [...rights.lines.map(({ firstInsured }) => firstInsured?.slice(0, 4)), rights.account[0]?.year]
  const first = Math.min(...firsts.flatMap((year) => (year === undefined ? [] : [Number(year)])))
  if (!Number.isFinite(first)) return []
  const versions = Map.groupBy(await listStatements(platform, [individualId]), ({ year }) => year)
  const rated = new Map(rights.account.map(({ year, rate }) => [year, rate !== undefined]))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => last - index).map((year) => ({
    year,
    versions: versions.get(year) ?? [],
    problem: rated.get(year) === false ? 'RATE_NOT_PUBLISHED' : year === last ? problemOf(rights) : undefined,
  }))
}

const statementMaker = { kind: 'SYSTEM', job: 'rights-statements' } as const satisfies OfficeJob

/**
 * Last year's statements for everybody who has none, once its rate is published: a part after the other, each a transaction, so that what is
 * broken off goes on where it stood. Returns how many were made.
 */
export async function makeYearStatements(platform: Platform, part = 200): Promise<number> {
  requireMay(statementMaker, 'rights-statement:make')
  const year = yearToday(platform) - 1
  let after = '00000000-0000-0000-0000-000000000000'
  let total = 0
  for (;;) {
    const ids = await listWithoutStatement(platform, year, after, part)
    const next = ids.at(-1)
    if (next === undefined) return total
    after = next
    total += await platform.database.transaction(async () => {
      const { made } = await makeStatements(platform, year, ids)
      const [first] = made
      if (first !== undefined)
        await platform.audit.record({
          actorKind: 'SYSTEM',
          origin: statementMaker.job,
          action: 'RIGHTS_STATEMENTS_MADE',
          recordType: 'RightsStatement',
          recordId: first,
          change: { year, people: made.length },
        })
      return made.length
    })
  }
}
