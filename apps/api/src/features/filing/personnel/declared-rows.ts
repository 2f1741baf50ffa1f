/** People of a declaration: its draft and its submitted versions. */
import { NotComplete, readCompletePerson } from '@shebao/declaration-rules'
import type { CompletePerson } from '@shebao/declaration-rules'
import type { Platform } from '../../../platform/platform.ts'
import { loadRows } from './load-rows.repository.ts'
import { copyDraftRows, DRAFT_VERSION } from './personnel.repository.ts'
import type { NumberedRow } from './personnel-row-codec.ts'

/** Everybody in the draft, unsealed, in the order of their rows. */
export function loadDraftRows(platform: Platform, declarationId: string): Promise<NumberedRow[]> {
  return loadRows(platform, declarationId, DRAFT_VERSION)
}

/** Everybody of a submitted version, as the complete people they were frozen as; another row is refused by name. */
export async function loadVersionRows(
  platform: Platform,
  declarationId: string,
  version: number,
): Promise<CompletePerson[]> {
  const rows = await loadRows(platform, declarationId, version)
  return rows.map((person) => readCompletePerson(person, platform.clock.today()))
}

/** Copies the draft into a submitted version inside the open transaction, if it still holds just these people. */
export async function freezeRows(
  platform: Platform,
  declarationId: string,
  version: number,
  people: readonly CompletePerson[],
): Promise<number> {
  const copied = await copyDraftRows(platform, declarationId, version)
  if (copied !== people.length)
    throw new NotComplete(`version ${version}`, 'people: the list changed while it was submitted')
  return copied
}
