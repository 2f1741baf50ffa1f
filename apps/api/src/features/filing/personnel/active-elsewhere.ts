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

export interface Judging {
  take(row: PersonnelRow): void
  /** The rules' word on each row that was taken; every row's issues are also told where somebody listens. */
  counts(
    isElsewhere: (index: number) => boolean,
    onIssues?: (issues: readonly Issue[]) => void,
  ): { errors: number; warnings: number }[]
}

/** Rows are judged one at a time, without what holds between them, and before it is known whom another unit has as well: few, who are judged once more. */
export function openJudging(context: PersonnelContext): Judging {
  const rows: PersonnelRow[] = []
  const elsewhere = new Set<string>()
  const checker = new PersonnelChecker({ ...context, isActiveElsewhere: (key) => elsewhere.has(key) })
  return {
    take(row) {
      rows.push(row)
      checker.append(row)
    },
    counts(isElsewhere, onIssues) {
      return rows.map((row, index) => {
        const key = isElsewhere(index) ? matchKey(row.draft) : undefined
        if (key !== undefined) {
          elsewhere.add(key)
          checker.set(index, row)
        }
        const own = checker.issuesOf(index).filter(({ code }) => code !== 'DUPLICATE')
        onIssues?.(own)
        const errors = own.filter(({ severity }) => severity === 'error').length
        return { errors, warnings: own.length - errors }
      })
    },
  }
}
