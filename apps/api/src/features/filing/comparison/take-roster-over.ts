import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { bumpPersonnelRevision, requireEditableDeclaration } from '../declaration/index.ts'
import { checkForStorage, countPersonnel, DRAFT_VERSION, upsertDraftRows } from '../personnel/index.ts'
import type { SaveOutcome } from '../personnel/index.ts'
import { loadBureauRoster } from './load-bureau-roster.ts'

const rowsAtOnce = 2_500

/**
 * An empty list begins with everybody whom the office has with the unit, as it has them: names, numbers, household, form of
 * employment, insurances. Months and wages are of last year, which nobody has told the office yet, and are left open. A list that has
 * people in it is somebody's work and stays as it is.
 */
export async function takeRosterOver(
  platform: Platform,
  viewer: Viewer,
  input: { declarationId: string; expectedRevision: number; origin: string },
): Promise<SaveOutcome> {
  return platform.database.transaction(async () => {
    const { declaration, refusal } = await requireEditableDeclaration(platform, viewer, input.declarationId)
    const { id: declarationId } = declaration
    if (refusal) return { kind: 'REFUSED', declarationId, code: refusal, rows: [] }
    const { people } = await countPersonnel(platform, declarationId, DRAFT_VERSION)
    if (people > 0 || declaration.personnelRevision !== input.expectedRevision)
      return { kind: 'CONFLICT', declarationId, revision: declaration.personnelRevision }
    const roster = await loadBureauRoster(platform, declaration.employerId)
    // Rows are numbered as a spreadsheet with a head would number them.
    const rows = roster.map(({ draft: { statedMonthlyAverage: _before, ...draft } }, index) => ({
      row: index + 2,
      draft,
    }))
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      const part = rows.slice(start, start + rowsAtOnce)
      await upsertDraftRows(platform, declarationId, await checkForStorage(platform, declaration, part))
    }
    const revision = await bumpPersonnelRevision(platform, declarationId, viewer.accountId)
    await platform.audit.record({
      actorKind: 'EMPLOYER',
      actorId: viewer.accountId,
      origin: input.origin,
      action: 'SAVE_PERSONNEL',
      recordType: 'Declaration',
      recordId: declarationId,
      change: { mode: 'ROSTER', count: rows.length, revision },
    })
    return { kind: 'SAVED', declarationId, revision, partsReceived: [], finished: true }
  })
}
