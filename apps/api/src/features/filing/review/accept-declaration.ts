import type { Viewer } from '../../../access/viewer.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { assessDeclaration } from '../../money/assessment/index.ts'
import { settleDeclaredDifferences } from '../../money/difference/index.ts'
import { codeOf, declarationCase, traceOf, updateStatus } from '../declaration/index.ts'
import type { DeclarationRefusal, DeclarationRow } from '../declaration/index.ts'
import { expectPaper } from '../paper-copy/index.ts'
import { carryIn } from './carry-in.ts'
import { requireReviewer } from './review-step.ts'
import type { ReviewInput } from './review-step.ts'
import { versionFacts } from './version-facts.ts'

export type AcceptOutcome =
  | { kind: 'done'; declaration: DeclarationRow; noticeId: string | undefined }
  | { kind: 'refused'; declaration: DeclarationRow; code: DeclarationRefusal }

/**
 * Accepts the version that was reviewed: the register is brought up to date from it, months that were billed on the bases of before
 * get their differences, and the month is assessed into a payment notice. One transaction, so that nobody is enrolled without being
 * billed or the reverse.
 */
export async function acceptDeclaration(
  platform: Platform,
  viewer: Viewer,
  input: ReviewInput,
): Promise<AcceptOutcome> {
  const outcome = await takeStep(platform, declarationCase, {
    id: input.declarationId,
    event: 'APPROVE',
    actor: requireReviewer(viewer),
    origin: input.origin,
    seen: { revision: input.version },
    decidedOn: input.decidedOn,
    facts: (declaration) => versionFacts(platform, declaration),
    async write({ id }, status, { frozen }) {
      if (!frozen) throw new Error('A submitted declaration without its version.')
      const declaration = await updateStatus(platform, id, { status })
      const { complete, target, changed } = await carryIn(platform, declaration, frozen, viewer.accountId)
      const differences = await settleDeclaredDifferences(platform, {
        ...target,
        from: target.basesFrom,
        classChanged: changed.unit.includes('injuryClass'),
      })
      const notice = await assessDeclaration(platform, { declarationId: id, complete })
      await expectPaper(platform, declaration, { actor: viewer, origin: input.origin })
      return { declaration, changed, differences, noticeId: notice?.noticeId }
    },
    trace: (declaration, _status, { changed: { unit, ...people }, differences, noticeId }) =>
      traceOf('APPROVE_DECLARATION', declaration, {
        ...people,
        ...(unit.length > 0 ? { unitFacts: unit } : {}),
        ...(differences && differences.people > 0
          ? { differenceBilled: differences.amount, differenceCredited: differences.credited }
          : {}),
        ...(noticeId ? { noticeId } : {}),
      }),
  })
  if (outcome.kind === 'TAKEN') {
    const { declaration, noticeId } = outcome.result
    return { kind: 'done', declaration, noticeId }
  }
  if (outcome.kind === 'ALREADY') return { kind: 'done', declaration: outcome.row, noticeId: undefined }
  return { kind: 'refused', declaration: outcome.row, code: codeOf(outcome.refusal) }
}
