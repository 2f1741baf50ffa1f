import type { Language } from '@shebao/declaration-rules'
import { may } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getOfficeOf, findEmployer } from '../../register/employer/index.ts'
import { registerDocument, renderPdf, verifyMark } from '../../register/paper/index.ts'
import type { PrintedPaper } from '../../register/paper/index.ts'
import { findMonthly, findVersion } from '../declaration/index.ts'
import type { DeclarationRow, DeclarationVersionRow } from '../declaration/index.ts'
import { loadChanges } from './evaluate-monthly.ts'
import { periodOf, traceOf } from './monthly-case.ts'
import { monthlyPaper } from './monthly-paper.ts'
import type { MonthlyPaperSource } from './monthly-paper.ts'

const template = 'filing/monthly/monthly-form.typ'

/** The typeset form of a version as it was handed in, with every number in full: it is the unit's own paper, so only the unit gets it. */
export async function printMonthly(
  platform: Platform,
  viewer: Viewer,
  input: { declarationId: string; version: number; language: Language; origin: string },
): Promise<PrintedPaper> {
  const source = await loadMonthlyPaper(platform, viewer, input)
  const { declaration, version } = source
  const { changes, ...form } = monthlyPaper(source, input.language)
  const pdf = await renderPdf(template, form, version.submittedAt, changes)
  await platform.audit.record({
    actorKind: viewer.kind,
    actorId: viewer.accountId,
    origin: input.origin,
    ...traceOf('PRINT_MONTHLY', { ...declaration, version: version.version }),
  })
  return { pdf, number: version.formNo }
}

export async function loadMonthlyPaper(
  platform: Platform,
  viewer: Viewer,
  { declarationId, version: number }: { declarationId: string; version: number },
): Promise<MonthlyPaperSource> {
  const declaration = await findMonthly(platform, declarationId)
  if (!declaration || !may(viewer, 'declaration:print', declaration)) throw notFound('declaration')
  const version = await findVersion(platform, declarationId, number)
  const employer = await findEmployer(platform, declaration.employerId)
  if (!version || !employer) throw notFound('form')
  return {
    declaration,
    version,
    office: await getOfficeOf(platform, employer),
    changes: await loadChanges(platform, declaration, number),
    // What was handed in before forms were printed gets its code when it is printed first.
    mark: await verifyMark(platform, await registerForm(platform, declaration, version)),
  }
}

/** Enters the form in the public register, once a version: what anybody who holds the paper may check. */
export async function registerForm(
  platform: Platform,
  declaration: DeclarationRow,
  { version, formNo, contentHash, submittedAt, people }: DeclarationVersionRow,
) {
  const employer = await findEmployer(platform, declaration.employerId)
  if (!employer) throw notFound('employer')
  return registerDocument(
    platform,
    { kind: 'MONTHLY_DECLARATION_FORM', subjectId: declaration.id, version },
    {
      number: formNo,
      office: await getOfficeOf(platform, employer),
      contentHash,
      summary: {
        unitName: employer.name,
        issuedAt: submittedAt.toISOString(),
        concerning: periodOf(declaration),
        people,
      },
    },
  )
}
