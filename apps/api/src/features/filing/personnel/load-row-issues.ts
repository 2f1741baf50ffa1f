import { PersonnelChecker } from '@shebao/declaration-rules'
import type { Issue, PersonnelContext } from '@shebao/declaration-rules'
import type { Platform } from '../../../platform/platform.ts'
import { findFirstRowOf, findHashesActiveElsewhere } from './personnel.repository.ts'
import { loadPersonnelContext } from './personnel-context.ts'
import type { DeclarationOfPolicy } from './personnel-context.ts'
import { personIdHash } from './personnel-row-codec.ts'
import type { NumberedRow } from './personnel-row-codec.ts'

/** Every issue of one person: the row's own, another unit's claim, and an earlier row with the same number. */
export async function loadRowIssues(
  platform: Platform,
  declaration: DeclarationOfPolicy & { id: string },
  row: NumberedRow,
): Promise<readonly Issue[]> {
  const idHash = personIdHash(platform.vault, row.draft.idNumber)
  const elsewhere = await findHashesActiveElsewhere(platform, declaration.employerId, [idHash])
  const firstRow =
    idHash === null ? undefined : await findFirstRowOf(platform, declaration.id, idHash, row.draft.idType)
  const context = await loadPersonnelContext(platform, declaration)
  return issuesOfRow(context, row, { firstRow, activeElsewhere: elsewhere.size > 0 })
}

/** The same of somebody of whom it is known already who else bears the number. */
export function issuesOfRow(
  context: PersonnelContext,
  row: NumberedRow,
  { firstRow, activeElsewhere }: { firstRow: number | undefined; activeElsewhere: boolean },
): readonly Issue[] {
  // An earlier row with the number stands before this one, so that the same rule says what it says of a whole list.
  const earlier = firstRow === undefined || firstRow >= row.row ? [] : [{ draft: row.draft, row: firstRow }]
  const checker = new PersonnelChecker({ ...context, isActiveElsewhere: () => activeElsewhere }, [...earlier, row])
  return checker.issuesOf(earlier.length)
}
