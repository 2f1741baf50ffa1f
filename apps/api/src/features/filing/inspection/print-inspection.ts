import type { Language } from '@shebao/declaration-rules'
import { may } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findDocument, renderPdf, verifyMark } from '../../register/paper/index.ts'
import type { PrintedPaper } from '../../register/paper/index.ts'
import { findEmployer, getOfficeOf } from '../../register/employer/index.ts'
import { loadFrozenVersion } from '../personnel/index.ts'
import { declarationCase, findDeclaration, findVersion, traceOf, updateStatus } from '../declaration/index.ts'
import { inspectionPaper } from './inspection-paper.ts'
import type { InspectionPaperSource } from './inspection-paper.ts'

const template = 'filing/inspection/inspection-form.typ'

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
  const { people, ...form } = inspectionPaper(source, input.language)
  const pdf = await renderPdf(template, form, source.version.submittedAt, people)
  await notePrinting(platform, viewer, input)
  return { pdf, number: source.version.formNo }
}

export async function loadInspectionPaper(
  platform: Platform,
  viewer: Viewer,
  { declarationId, version: number }: { declarationId: string; version: number },
): Promise<InspectionPaperSource> {
  const declaration = await findDeclaration(platform, declarationId)
  if (!declaration || !may(viewer, 'declaration:print', declaration)) throw notFound('declaration')
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
    mark: await verifyMark(platform, document),
  }
}

/** Every printing stands in the trail; the first after acceptance is a step of the declaration too. */
async function notePrinting(
  platform: Platform,
  viewer: Viewer,
  { declarationId, version, origin }: { declarationId: string; version: number; origin: string },
): Promise<void> {
  await platform.database.transaction(async () => {
    const trace = traceOf('PRINT_DECLARATION', { id: declarationId, version })
    const outcome = await takeStep(platform, declarationCase, {
      id: declarationId,
      event: 'PRINT',
      actor: viewer,
      origin,
      seen: { revision: version },
      facts: noFacts,
      write: ({ id }, status) => updateStatus(platform, id, { status }),
      trace: () => trace,
    })
    if (outcome.kind !== 'TAKEN')
      await platform.audit.record({ actorKind: viewer.kind, actorId: viewer.accountId, origin, ...trace })
  })
}
