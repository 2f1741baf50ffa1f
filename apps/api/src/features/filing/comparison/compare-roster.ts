import { withDerivedAverage } from '@shebao/declaration-rules'
import { maskIdNumber, maskName } from '@shebao/identifiers'
import { compareRosters, suggestMatches } from '@shebao/roster'
import type { Difference, ListedPerson } from '@shebao/roster'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { noteComparison, requireEditableDeclaration } from '../declaration/index.ts'
import type { EditRefusal } from '../declaration/index.ts'
import type { DifferenceDetail, DifferencePeople } from './difference-content.ts'
import { replaceDifferences } from './differences.repository.ts'
import type { NewDifference } from './differences.repository.ts'
import { lockUnitOfRoster } from './enrolled.repository.ts'
import { loadBureauRoster } from './load-bureau-roster.ts'
import { DRAFT_VERSION, loadInspectionPolicy, loadRows } from '../personnel/index.ts'

export const compareRefusals = ['LIST_EMPTY', 'ROSTER_NOT_DOWNLOADED', 'ROSTER_STALE'] as const
export type CompareRefusal = (typeof compareRefusals)[number] | EditRefusal

export type CompareOutcome =
  | { kind: 'COMPARED'; declarationId: string; differences: number }
  | { kind: 'REFUSED'; declarationId: string; code: CompareRefusal }

/**
 * Sets the draft against the bureau's roster of now. What was settled before stays settled while both values are still the
 * same. Refused until the current roster has been downloaded (domain 4.1).
 */
export async function compareRoster(
  platform: Platform,
  viewer: Viewer,
  input: { declarationId: string; origin: string },
): Promise<CompareOutcome> {
  return platform.database.transaction(async () => {
    const { declaration, refusal } = await requireEditableDeclaration(platform, viewer, input.declarationId)
    const refuse = (code: CompareRefusal): CompareOutcome => ({ kind: 'REFUSED', declarationId: declaration.id, code })
    if (refusal) return refuse(refusal)
    const { rosterVersion } = await lockUnitOfRoster(platform, declaration.employerId)
    if (declaration.downloadedRosterVersion === null) return refuse('ROSTER_NOT_DOWNLOADED')
    if (declaration.downloadedRosterVersion !== rosterVersion) return refuse('ROSTER_STALE')
    const rows = await loadRows(platform, declaration.id, DRAFT_VERSION)
    if (rows.length === 0) return refuse('LIST_EMPTY')
    const { averageRounding } = await loadInspectionPolicy(platform, declaration)
    const bureau = (await loadBureauRoster(platform, declaration.employerId)).map(({ enrolmentId, draft }) => ({
      ref: enrolmentId,
      draft,
    }))
    const unit = rows.map(({ row, draft }) => ({ ref: String(row), draft: withDerivedAverage(draft, averageRounding) }))
    const found = compareRosters(bureau, unit, platform.clock.today())
    await replaceDifferences(platform, declaration.id, describeAll(platform, found, bureau, unit))
    await noteComparison(platform, declaration.id, declaration.personnelRevision, rosterVersion)
    await platform.audit.record({
      actorKind: 'EMPLOYER',
      actorId: viewer.accountId,
      origin: input.origin,
      action: 'COMPARE_ROSTER',
      recordType: 'Declaration',
      recordId: declaration.id,
      change: { rosterVersion, personnelRevision: declaration.personnelRevision, differences: found.length },
    })
    return { kind: 'COMPARED', declarationId: declaration.id, differences: found.length }
  })
}

function describeAll(
  platform: Platform,
  found: readonly Difference[],
  bureau: readonly ListedPerson[],
  unit: readonly ListedPerson[],
): NewDifference[] {
  const bureauByRef = new Map(bureau.map((person) => [person.ref, person.draft]))
  const unitByRef = new Map(unit.map((person) => [person.ref, person.draft]))
  const suggestions = new Map(
    suggestMatches(found, bureau, unit).map(({ bureauRef, unitRef }) => [bureauRef, Number(unitRef)]),
  )
  return found.map((difference) => {
    const theirs = bureauByRef.get(difference.bureauRef ?? '')
    const ours = unitByRef.get(difference.unitRefs[0] ?? '')
    const person = ours ?? theirs
    const people: DifferencePeople = {
      ...(theirs === undefined ? {} : { bureau: { name: theirs.name, idNumber: theirs.idNumber } }),
      ...(ours === undefined ? {} : { unit: { name: ours.name, idNumber: ours.idNumber } }),
    }
    const rows = difference.unitRefs.map(Number)
    const suggestedRow = difference.kind === 'MISSING_IN_UNIT' ? suggestions.get(difference.bureauRef ?? '') : undefined
    const detail: DifferenceDetail = {
      fields: difference.fields.filter(({ field }) => field !== 'name'),
      rows,
      ...(suggestedRow === undefined ? {} : { suggestedRow }),
    }
    return {
      kind: difference.kind,
      matchHash: platform.vault.lookupHash(
        'roster-difference',
        JSON.stringify([difference.id, difference.fields, rows.length]),
      ),
      rowNo: rows[0] ?? null,
      enrolmentId: difference.bureauRef ?? null,
      idMasked: maskIdNumber(person?.idNumber ?? ''),
      nameMasked: maskName(person?.name ?? ''),
      personal: platform.vault.seal(people),
      detail,
    }
  })
}
