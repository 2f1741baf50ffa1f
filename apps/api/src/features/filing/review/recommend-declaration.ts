import type { Viewer } from '../../../graphql/context.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { annualState, decide } from '../declaration/declaration.policy.ts'
import { findVersion, insertEvent, lockDeclaration } from '../declaration/declaration.repository.ts'
import type { ReviewInput, ReviewOutcome } from './review-declaration.ts'

/**
 * The first of the two pairs of eyes: who reviewed says that the version can be accepted, and somebody else decides
 * (domain 9). The state stays UNDER_REVIEW. Whoever may return it may also recommend it.
 */
export async function recommendDeclaration(
  platform: Platform,
  viewer: Viewer,
  input: ReviewInput & { note?: string | undefined },
): Promise<ReviewOutcome> {
  return platform.database.transaction(async () => {
    const declaration = await lockDeclaration(platform, input.declarationId)
    if (!declaration || viewer.kind !== 'STAFF') throw notFound('declaration')
    if (declaration.version !== input.version) return { kind: 'refused', declaration, code: 'VERSION_CHANGED' }
    const decision = decide(viewer, annualState(declaration.status), 'RETURN')
    if (!decision.ok) return { kind: 'refused', declaration, code: decision.code }
    const version = await findVersion(platform, declaration.id, declaration.version)
    if (version?.verdict === 'INCOMPLETE') return { kind: 'refused', declaration, code: 'INCOMPLETE' }
    await insertEvent(platform, declaration, {
      action: 'RECOMMEND',
      status: annualState(declaration.status),
      viewer,
      ...(input.note ? { note: input.note } : {}),
    })
    await platform.audit.record({
      actorKind: 'STAFF',
      actorId: viewer.accountId,
      role: viewer.roles.join(' '),
      origin: input.origin,
      action: 'RECOMMEND_DECLARATION',
      recordType: 'Declaration',
      recordId: declaration.id,
      change: { version: declaration.version },
    })
    return { kind: 'done', declaration }
  })
}
