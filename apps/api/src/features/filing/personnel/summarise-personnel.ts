import { PersonnelChecker } from '@shebao/declaration-rules'
import type { PersonnelTotals } from '@shebao/declaration-rules'
import { readPersonnelDraft } from '@shebao/roster'
import type { Platform } from '../../../platform/platform.ts'
import { countPersonnel } from './personnel.repository.ts'
import type { PersonnelCounts } from './personnel.repository.ts'
import { loadPersonnelContext } from './personnel-context.ts'
import type { DeclarationOfPolicy } from './personnel-context.ts'
import { loadContents } from './places.repository.ts'

export interface PersonnelSummary extends PersonnelCounts {
  /** Worked out once, when somebody asks: the database counts, but the sums go through everybody. */
  totals: () => Promise<Readonly<PersonnelTotals>>
}

/** Counts and sums of one version, by the rules' own arithmetic. */
export async function summarisePersonnel(
  platform: Platform,
  declaration: DeclarationOfPolicy & { id: string },
  version: number,
): Promise<PersonnelSummary> {
  const counts = await countPersonnel(platform, declaration.id, version)
  let totals: Promise<Readonly<PersonnelTotals>> | undefined
  return { ...counts, totals: () => (totals ??= addUp(platform, declaration, version)) }
}

const ADDED_AT_ONCE = 2_000

/** Part by part, so that others are served between. */
async function addUp(
  platform: Platform,
  declaration: DeclarationOfPolicy & { id: string },
  version: number,
): Promise<Readonly<PersonnelTotals>> {
  const checker = new PersonnelChecker(await loadPersonnelContext(platform, declaration))
  for (let afterRow = -1; ;) {
    const page = await loadContents(platform, declaration.id, version, { afterRow, limit: ADDED_AT_ONCE })
    for (const { content } of page) checker.append({ draft: readPersonnelDraft(content) })
    const last = page.at(-1)
    if (last === undefined || page.length < ADDED_AT_ONCE) return checker.totals
    afterRow = last.rowNo
  }
}
