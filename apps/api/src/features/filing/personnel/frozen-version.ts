import { NotComplete, readCompleteDeclaration, readCompleteUnit, readIssues } from '@shebao/declaration-rules'
import type { CompleteDeclaration } from '@shebao/declaration-rules'
import type { Platform } from '../../../platform/platform.ts'
import { loadVersionRows } from './declared-rows.ts'
import { openUnitForm } from '../declaration/index.ts'
import type { DeclarationVersionRow } from '../declaration/index.ts'

/**
 * A submitted version as the complete declaration it was frozen from: the one way back from the database. A form or a
 * row that lacks an answer, or a person missing from the list, is refused by name.
 */
export async function loadFrozenVersion(
  platform: Platform,
  version: DeclarationVersionRow,
): Promise<CompleteDeclaration> {
  const unit = readCompleteUnit(openUnitForm(platform.vault, version).draft)
  const people = await loadVersionRows(platform, version.declarationId, version.version)
  if (people.length !== version.people) throw new NotComplete(`list of ${version.formNo}`, 'people')
  return readCompleteDeclaration({ unit, people, warnings: readIssues(version.warnings) })
}
