import type { Viewer } from '../../../graphql/context.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { withdrawDocument } from '../../register/paper/register-document.ts'
import { annualState, decide, maySeeDeclaration } from '../declaration/declaration.policy.ts'
import type { DeclarationRow } from '../declaration/declaration.repository.ts'
import { insertEvent, lockDeclaration, updateStatus } from '../declaration/declaration.repository.ts'
import type { ReviewOutcome } from '../review/review-declaration.ts'

/** Takes a submitted declaration back before anybody reviews it (domain 3.2). Its version and its paper remain on record as withdrawn. */
export async function withdrawDeclaration(
  platform: Platform,
  viewer: Viewer,
  input: { declarationId: string; origin: string },
): Promise<ReviewOutcome> {
  return platform.database.transaction(async () => {
    const declaration = await lockDeclaration(platform, input.declarationId)
    if (!declaration || viewer.kind !== 'EMPLOYER' || !maySeeDeclaration(viewer, declaration))
      throw notFound('declaration')
    const decision = decide(viewer, annualState(declaration.status), 'WITHDRAW')
    if (!decision.ok) return { kind: 'refused', declaration, code: decision.code }
    const withdrawn: DeclarationRow = await updateStatus(platform, declaration.id, {
      status: decision.next,
      submittedAt: null,
    })
    await insertEvent(platform, withdrawn, { action: 'WITHDRAW', status: decision.next, viewer })
    await withdrawDocument(platform, {
      kind: 'ANNUAL_INSPECTION_FORM',
      subjectId: declaration.id,
      version: declaration.version,
    })
    await platform.audit.record({
      actorKind: 'EMPLOYER',
      actorId: viewer.accountId,
      origin: input.origin,
      action: 'WITHDRAW_DECLARATION',
      recordType: 'Declaration',
      recordId: declaration.id,
      change: { version: declaration.version },
    })
    return { kind: 'done', declaration: withdrawn }
  })
}
