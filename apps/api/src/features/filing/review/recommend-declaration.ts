import type { Viewer } from '../../../access/viewer.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { declarationCase, traceOf } from '../declaration/index.ts'
import { versionFacts } from './version-facts.ts'
import { requireReviewer, reviewOutcome } from './review-step.ts'
import type { ReviewInput, ReviewOutcome } from './review-step.ts'

/**
 * The first of the two pairs of eyes: who reviewed says that the version can be accepted, and somebody else decides
 * (domain 9). The state stays UNDER_REVIEW. Whoever may return it may also recommend it.
 */
export async function recommendDeclaration(
  platform: Platform,
  viewer: Viewer,
  input: ReviewInput & { note?: string | undefined },
): Promise<ReviewOutcome> {
  const outcome = await takeStep(platform, declarationCase, {
    id: input.declarationId,
    event: 'RECOMMEND',
    actor: requireReviewer(viewer),
    origin: input.origin,
    seen: { revision: input.version },
    decidedOn: input.decidedOn,
    note: input.note === '' ? undefined : input.note,
    facts: (declaration) => versionFacts(platform, declaration),
    write: (declaration) => Promise.resolve(declaration),
    trace: (declaration) => traceOf('RECOMMEND_DECLARATION', declaration),
  })
  return reviewOutcome(outcome)
}
