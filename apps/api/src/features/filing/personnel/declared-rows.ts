/** People of a declaration: its draft and its submitted versions. */
import type { Platform } from '../../../platform/platform.ts'
import { loadRows } from './load-rows.repository.ts'
import { copyDraftRows, DRAFT_VERSION } from './personnel.repository.ts'
import type { NumberedRow } from './personnel-row-codec.ts'

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
