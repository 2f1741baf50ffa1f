import { PersonnelChecker } from '@shebao/declaration-rules'
import type { PersonnelTotals } from '@shebao/declaration-rules'
import { readPersonnelDraft } from '@shebao/roster'
import type { Platform } from '../../../platform/platform.ts'
import { countPersonnel, loadContents } from './personnel.repository.ts'
import type { PersonnelCounts } from './personnel.repository.ts'
import { loadPersonnelContext } from './personnel-context.ts'
import type { DeclarationOfPolicy } from './personnel-context.ts'

export interface PersonnelSummary extends PersonnelCounts {
  totals: Readonly<PersonnelTotals>
}

/** Counts and sums of one version, by the rules' own arithmetic. */
export async function summarisePersonnel(
  platform: Platform,
  declaration: DeclarationOfPolicy & { id: string },
  version: number,
): Promise<PersonnelSummary> {
  const counts = await countPersonnel(platform, declaration.id, version)
  const contents = await loadContents(platform, declaration.id, version)
  const context = await loadPersonnelContext(platform, declaration)
  const checker = new PersonnelChecker(
    context,
    contents.map((draft) => ({ draft: readPersonnelDraft(draft) })),
  )
  return { ...counts, totals: checker.totals }
}
