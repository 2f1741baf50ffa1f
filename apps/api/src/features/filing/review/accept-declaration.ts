import { COMPLETE_VERDICTS } from '@shebao/declaration-rules'
import { oneOf } from '@shebao/kernel'
import type { Viewer } from '../../../graphql/context.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { assessDeclaration } from '../../money/assessment/assess-declaration.ts'
import { loadFrozenVersion } from '../personnel/frozen-version.ts'
import { annualState, decide } from '../declaration/declaration.policy.ts'
import type { DeclarationRow } from '../declaration/declaration.repository.ts'
import {
  findActor,
  findVersion,
  insertEvent,
  lockDeclaration,
  updateStatus,
} from '../declaration/declaration.repository.ts'
import type { ReviewInput, ReviewRefusal } from './review-declaration.ts'
import { updateRegister } from './update-register.ts'

export type AcceptOutcome =
  | { kind: 'done'; declaration: DeclarationRow; noticeId: string | undefined }
  | { kind: 'refused'; declaration: DeclarationRow; code: ReviewRefusal }

/**
 * Accepts the version that was reviewed: the register of enrolments is brought up to date from its rows, and the month
 * is assessed into a payment notice. One transaction, so that nobody is enrolled without being billed or the reverse.
 */
export async function acceptDeclaration(
  platform: Platform,
  viewer: Viewer,
  input: ReviewInput,
): Promise<AcceptOutcome> {
  return platform.database.transaction(async () => {
    const declaration = await lockDeclaration(platform, input.declarationId)
    if (!declaration || viewer.kind !== 'STAFF') throw notFound('declaration')
    if (declaration.version !== input.version) return { kind: 'refused', declaration, code: 'VERSION_CHANGED' }
    const version = await findVersion(platform, declaration.id, declaration.version)
    const reviewers = [
      await findActor(platform, declaration, 'START_REVIEW'),
      await findActor(platform, declaration, 'RECOMMEND'),
    ]
    const decision = decide(viewer, annualState(declaration.status), 'APPROVE', {
      ...(version ? { verdict: oneOf(COMPLETE_VERDICTS, version.verdict, 'verdict') } : {}),
      samePerson: reviewers.includes(viewer.accountId),
    })
    if (!decision.ok) return { kind: 'refused', declaration, code: decision.code }
    if (!version) throw new Error('A submitted declaration without its version.')
    const complete = await loadFrozenVersion(platform, version)
    const accepted = await updateStatus(platform, declaration.id, { status: decision.next })
    const changed = await updateRegister(platform, accepted, complete)
    const notice = await assessDeclaration(platform, { declarationId: declaration.id, complete })
    await insertEvent(platform, accepted, { action: 'APPROVE', status: decision.next, viewer })
    await platform.audit.record({
      actorKind: 'STAFF',
      actorId: viewer.accountId,
      role: viewer.roles.join(' '),
      origin: input.origin,
      action: 'APPROVE_DECLARATION',
      recordType: 'Declaration',
      recordId: declaration.id,
      change: { version: declaration.version, ...changed, ...(notice ? { noticeId: notice.noticeId } : {}) },
    })
    return { kind: 'done', declaration: accepted, noticeId: notice?.noticeId }
  })
}
