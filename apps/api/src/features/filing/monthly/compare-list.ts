import { proposeChanges } from '@shebao/declaration-rules'
import type { StopType } from '@shebao/declaration-rules'
import { period as toPeriod } from '@shebao/kernel'
import type { PersonnelDraft } from '@shebao/roster'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { loadBureauRoster } from '../comparison/index.ts'
import { countChanges } from './changes.repository.ts'
import { periodOf } from './monthly-case.ts'
import { draftOf, edit, mostChanges, refused } from './save-changes.ts'
import type { SaveChangesOutcome } from './save-changes.ts'
import { gatherParts, putList } from './upload-changes.ts'
import type { PartOfList } from './upload-changes.ts'

export interface ListedRow {
  row: number
  draft: PersonnelDraft
}

/** What the comparison found, beside what was saved. */
export type CompareOutcome =
  | SaveChangesOutcome
  | (Extract<SaveChangesOutcome, { kind: 'saved' }> & {
      proposed: { joins: number; stops: number; same: number; unread: readonly number[] }
    })

/**
 * The unit's own list of people against the register (domain 4.4): who is enrolled and absent is proposed as a stop, who is in it and
 * not enrolled as a join, behind the changes that are there. The clerk completes and corrects them; nothing else is written.
 */
export function compareMonthlyList(
  platform: Platform,
  viewer: Viewer,
  input: PartOfList & { rows: readonly ListedRow[]; stopType?: StopType | undefined },
): Promise<CompareOutcome> {
  return edit<CompareOutcome>(platform, viewer, input, async (declaration) => {
    const gathered = await gatherParts<ListedRow>(platform, declaration, input)
    if ('waiting' in gathered) return gathered.waiting
    const enrolled = await loadBureauRoster(platform, declaration.employerId)
    const { changes, ...proposed } = proposeChanges(enrolled, gathered.rows, {
      period: toPeriod(periodOf(declaration)),
      ...(input.stopType === undefined ? {} : { stopType: input.stopType }),
    })
    const { changes: before, lastRow } = await countChanges(platform, draftOf(declaration))
    if (before + changes.length > mostChanges) return refused(declaration, 'TOO_MANY_CHANGES')
    const numbered = changes.map((draft, index) => ({ row: lastRow + index + 1, draft }))
    const saved = await putList(platform, viewer, declaration, input, numbered, 'COMPARE')
    return { ...saved, proposed: { ...proposed, unread: proposed.unread.slice(0, 100) } }
  })
}
