/** Public service of the roster feature: people of a declaration and their comparison with the register. */
import type { Platform } from '../../platform/platform.ts'
import { countUnresolved } from './differences.repository.ts'
import { loadRows } from './load-rows.repository.ts'
import { copyDraftRows, DRAFT_VERSION } from './personnel.repository.ts'
import type { NumberedRow } from './personnel-row-codec.ts'

export { countPersonnel } from './personnel.repository.ts'
export type { PersonnelCounts } from './personnel.repository.ts'
export { loadKeysActiveElsewhere } from './active-elsewhere.ts'
export { loadComparison, loadSettledDifferences } from './load-comparison.ts'
export type { SettledDifference } from './load-comparison.ts'
export { loadInspectionPolicy, loadPersonnelContext } from './personnel-context.ts'
export type { NumberedRow } from './personnel-row-codec.ts'
export { summarisePersonnel } from './summarise-personnel.ts'
export type { PersonnelSummary } from './summarise-personnel.ts'

/** Everybody in the draft, unsealed, in the order of their rows. */
export function loadDraftRows(platform: Platform, declarationId: string): Promise<NumberedRow[]> {
  return loadRows(platform, declarationId, DRAFT_VERSION)
}

/** Everybody of a submitted version. */
export function loadVersionRows(platform: Platform, declarationId: string, version: number): Promise<NumberedRow[]> {
  return loadRows(platform, declarationId, version)
}

/** Copies the draft into a submitted version inside the open transaction; returns how many people it holds. */
export function freezeRows(platform: Platform, declarationId: string, version: number): Promise<number> {
  return copyDraftRows(platform, declarationId, version)
}

export function countOpenDifferences(platform: Platform, declarationId: string): Promise<number> {
  return countUnresolved(platform, declarationId)
}
