import { PersonnelChecker } from '@shebao/declaration-rules'
import type { Issue, PersonnelContext, PersonnelRow } from '@shebao/declaration-rules'
import { matchKey } from '@shebao/roster'
import type { Platform } from '../../../platform/platform.ts'
import { findRowsActiveElsewhere } from './personnel.repository.ts'
import type { NumberedRow } from './personnel-row-codec.ts'

/**
 * Identity keys (`TYPE:NUMBER`) of the given draft rows whose person another unit has in pension or medical insurance now:
 * what `PersonnelContext.isActiveElsewhere` is asked about.
 */
export async function loadKeysActiveElsewhere(
  platform: Platform,
  declarationId: string,
  rows: readonly NumberedRow[],
): Promise<ReadonlySet<string>> {
  const active = new Set(await findRowsActiveElsewhere(platform, declarationId))
  return new Set(rows.filter(({ row }) => active.has(row)).flatMap(({ draft }) => matchKey(draft) ?? []))
}

/** The rules' word on rows taken one at a time, without what holds between them; each issue is also told where somebody listens. */
export function countIssues(
  context: PersonnelContext,
  rows: readonly PersonnelRow[],
  onIssues?: (issues: readonly Issue[]) => void,
): { errors: number; warnings: number }[] {
  const checker = new PersonnelChecker(context)
  return rows.map((row, index) => {
    checker.append(row)
    const own = checker.issuesOf(index).filter(({ code }) => code !== 'DUPLICATE')
    onIssues?.(own)
    const errors = own.filter(({ severity }) => severity === 'error').length
    return { errors, warnings: own.length - errors }
  })
}
