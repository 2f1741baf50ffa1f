import type { Language } from '@shebao/declaration-rules'
import type { Viewer } from '../../../graphql/context.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findDocument } from '../../register/paper/document.repository.ts'
import { renderPdf, verifyMark } from '../../register/paper/print-document.ts'
import type { PrintedPaper } from '../../register/paper/print-statement.ts'
import { findEmployer } from '../../register/employer/employer.repository.ts'
import { getOfficeOf } from '../../register/employer/register.ts'
import { loadFrozenVersion } from '../personnel/frozen-version.ts'
import { annualState, decide, maySeeDeclaration } from '../declaration/declaration.policy.ts'
import type { DeclarationRow } from '../declaration/declaration.repository.ts'
import {
  findDeclaration,
  findVersion,
  insertEvent,
  lockDeclaration,
  updateStatus,
} from '../declaration/declaration.repository.ts'
import { inspectionPaper } from './inspection-paper.ts'
import type { InspectionPaperSource } from './inspection-paper.ts'

const template = 'filing/inspection/inspection-form.typ'
/** Longer lists are printed without markup for screen readers: the same list stands on the screen, and the file stays small. */
const mostTaggedPeople = 300

/**
 * The typeset form of a submitted version with every number in full: it is the unit's own paper, so only the unit gets
 * it. Printing after acceptance is a step of the declaration (domain 4.1); the printing itself is outside the transaction.
 */
export async function printInspection(
  platform: Platform,
  viewer: Viewer,
  input: { declarationId: string; version: number; language: Language; origin: string },
): Promise<PrintedPaper> {
  const source = await loadInspectionPaper(platform, viewer, input)
  const pdf = await renderPdf(
    template,
    inspectionPaper(source, input.language),
    source.version.submittedAt,
    source.rows.length <= mostTaggedPeople,
  )
  await notePrinting(platform, viewer, input)
  return { pdf, number: source.version.formNo }
}

export async function loadInspectionPaper(
  platform: Platform,
  viewer: Viewer,
  { declarationId, version: number }: { declarationId: string; version: number },
): Promise<InspectionPaperSource> {
  const declaration = await findDeclaration(platform, declarationId)
  if (!declaration || viewer.kind !== 'EMPLOYER' || !maySeeDeclaration(viewer, declaration))
    throw notFound('declaration')
  const version = await findVersion(platform, declarationId, number)
  const document = await findDocument(platform, {
    kind: 'ANNUAL_INSPECTION_FORM',
    subjectId: declarationId,
    version: number,
  })
  const employer = await findEmployer(platform, declaration.employerId)
  if (!version || !document || !employer) throw notFound('form')
  const { unit, people } = await loadFrozenVersion(platform, version)
  return {
    employer,
    version,
    year: declaration.year,
    office: await getOfficeOf(platform, employer),
    unit: unit.draft,
    rows: people,
    mark: await verifyMark(platform, document.verifyCode),
  }
}

async function notePrinting(
  platform: Platform,
  viewer: Viewer,
  input: { declarationId: string; version: number; origin: string },
): Promise<void> {
  await platform.database.transaction(async () => {
    const declaration = await lockDeclaration(platform, input.declarationId)
    if (declaration && declaration.version === input.version) await moveToPrinted(platform, viewer, declaration)
    await platform.audit.record({
      actorKind: viewer.kind,
      actorId: viewer.accountId,
      origin: input.origin,
      action: 'PRINT_DECLARATION',
      recordType: 'Declaration',
      recordId: input.declarationId,
      change: { version: input.version },
    })
  })
}

async function moveToPrinted(platform: Platform, viewer: Viewer, declaration: DeclarationRow): Promise<void> {
  const decision = decide(viewer, annualState(declaration.status), 'PRINT')
  if (!decision.ok || decision.next === declaration.status) return
  const printed = await updateStatus(platform, declaration.id, { status: decision.next })
  await insertEvent(platform, printed, { action: 'PRINT', status: decision.next, viewer })
}
