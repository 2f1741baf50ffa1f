import { may } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import type { CaseMark } from '../../../case/case-mark.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { withdrawDocument } from '../../register/paper/index.ts'
import { codeOf, declarationCase, traceOf, updateStatus } from '../declaration/index.ts'
import type { ReviewOutcome } from '../review/index.ts'

/** Takes a submitted declaration back before anybody reviews it (domain 3.2). Its version and its paper remain on record as withdrawn. */
export async function withdrawDeclaration(
  platform: Platform,
  viewer: Viewer,
  input: { declarationId: string; decidedOn?: CaseMark | undefined; origin: string },
): Promise<ReviewOutcome> {
  const outcome = await takeStep(platform, declarationCase, {
    id: input.declarationId,
    decidedOn: input.decidedOn,
    event: 'WITHDRAW',
    actor: viewer,
    origin: input.origin,
    facts: noFacts,
    async write({ id, version }, status) {
      const withdrawn = await updateStatus(platform, id, { status, submittedAt: null })
      await withdrawDocument(platform, { kind: 'ANNUAL_INSPECTION_FORM', subjectId: id, version })
      return withdrawn
    },
    trace: (declaration) => traceOf('WITHDRAW_DECLARATION', declaration),
  })
  if (outcome.kind === 'TAKEN') return { kind: 'done', declaration: outcome.result }
  if (outcome.kind === 'ALREADY') return { kind: 'done', declaration: outcome.row }
  // Taking it back is the employer's own business; for others there is nothing to take back.
  if (!may(viewer, 'declaration:withdraw', outcome.row)) throw notFound('declaration')
  return { kind: 'refused', declaration: outcome.row, code: codeOf(outcome.refusal) }
}
