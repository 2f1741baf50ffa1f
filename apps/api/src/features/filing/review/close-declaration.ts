import type { Viewer } from '../../../access/viewer.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { declarationCase, traceOf, updateStatus } from '../declaration/index.ts'
import { requireReviewer, reviewOutcome } from './review-step.ts'
import type { ReviewInput, ReviewOutcome } from './review-step.ts'

/** The last step of a year: paper and record agree and go to the archive. */
export async function closeDeclaration(platform: Platform, viewer: Viewer, input: ReviewInput): Promise<ReviewOutcome> {
  const outcome = await takeStep(platform, declarationCase, {
    id: input.declarationId,
    event: 'CLOSE',
    actor: requireReviewer(viewer),
    origin: input.origin,
    seen: { revision: input.version },
    decidedOn: input.decidedOn,
    facts: noFacts,
    write: ({ id }, status) => updateStatus(platform, id, { status }),
    trace: (declaration) => traceOf('CLOSE_DECLARATION', declaration),
  })
  return reviewOutcome(outcome)
}
