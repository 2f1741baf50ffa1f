import type { Comparison } from '@shebao/declaration-rules'
import type { DifferenceKind, Resolution } from '@shebao/roster'
import type { Platform } from '../../../platform/platform.ts'
import { getComparisonMarks } from '../declaration/index.ts'
import type { DifferenceDetail } from './difference-content.ts'
import { countOpenDifferences, findDifferences } from './differences.repository.ts'
import { findUnitOfRoster } from './enrolled.repository.ts'

const SETTLED_PAGE = 1_000

/** How far the comparison has come, as the rules ask. A comparison of an earlier list or roster counts as none. */
export async function loadComparison(platform: Platform, declarationId: string): Promise<Comparison> {
  const declaration = await getComparisonMarks(platform, declarationId)
  const { rosterVersion } = await findUnitOfRoster(platform, declaration.employerId)
  const { downloadedRosterVersion: downloaded } = declaration
  const compared =
    declaration.comparedRevision === declaration.personnelRevision &&
    declaration.comparedRosterVersion === rosterVersion
  return {
    currentRosterVersion: String(rosterVersion),
    ...(downloaded === null ? {} : { downloadedRosterVersion: String(downloaded) }),
    ...(compared ? { openDifferences: await countOpenDifferences(platform, declarationId) } : {}),
  }
}

/** A settled difference as it is carried into the register when the declaration is accepted. */
export interface SettledDifference {
  id: string
  kind: DifferenceKind
  resolution: Resolution
  rowNo: number | null
  rows: readonly number[]
  enrolmentId: string | null
  stopReason: string | null
  reason: string | null
}

export async function loadSettledDifferences(platform: Platform, declarationId: string): Promise<SettledDifference[]> {
  const settled: SettledDifference[] = []
  for (;;) {
    const afterId = settled.at(-1)?.id
    const page = await findDifferences(platform, { declarationId, state: 'SETTLED', limit: SETTLED_PAGE, afterId })
    for (const { id, kind, resolution, rowNo, detail, enrolmentId, stopReason, reason } of page) {
      if (resolution === null) continue
      settled.push({
        id,
        kind,
        resolution,
        rowNo,
        rows: (detail as DifferenceDetail).rows,
        enrolmentId,
        stopReason,
        reason,
      })
    }
    if (page.length < SETTLED_PAGE) return settled
  }
}
