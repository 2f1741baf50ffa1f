import type { Issue } from '@shebao/declaration-rules'
import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { loadFrozenChanges } from './accept-monthly.ts'
import { numbersTaken } from './numbers-taken.ts'

const undecided: ReadonlySet<string> = new Set(['SUBMITTED', 'UNDER_REVIEW'])

/** What accepting it now would be refused for: the register may have changed since it was handed in. */
export async function standsAgainst(platform: Platform, declaration: DeclarationRow): Promise<readonly Issue[]> {
  if (!undecided.has(declaration.status)) return []
  const { contested, misfits, changes } = await loadFrozenChanges(platform, declaration)
  return [...contested, ...misfits, ...(await numbersTaken(platform, changes))]
}
