import { readAnswer } from '@shebao/declaration-rules'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import type { AuditAction, AuditChange, AuditRecordType } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import { openUnitForm } from '../declaration/index.ts'
import { maskedPaths } from './compare-unit-form.ts'
import { loadReview } from './load-review.ts'
import { findSealedEnrolled, findSealedPerson } from './review.repository.ts'

export interface RevealedPerson {
  name: string | undefined
  idNumber: string | undefined
  mobile: string | undefined
}

export interface RevealPersonInput {
  declarationId: string
  /** A row of the submitted list, or the enrolment of somebody who is no longer on it. */
  rowNo?: number | null | undefined
  enrolmentId?: string | null | undefined
  reason: string
  origin: string
}

const shortestReason = 4
const longestReason = 200

/** Shows one person's name and number in clear. Needs a role and a reason, and is written into the trail (domain 9). */
export async function revealPerson(
  platform: Platform,
  asker: Viewer | undefined,
  input: RevealPersonInput,
): Promise<RevealedPerson> {
  const viewer = requireMay(asker, 'masked-value:reveal')
  const reason = checkReason(input.reason)
  const { declaration } = await loadReview(platform, viewer, input.declarationId)
  return platform.database.transaction(async () => {
    const { rowNo, enrolmentId } = input
    const sealed =
      typeof rowNo === 'number'
        ? await findSealedPerson(platform, declaration.id, declaration.version, rowNo)
        : enrolmentId
          ? await findSealedEnrolled(platform, declaration.employerId, requireUuid(enrolmentId, 'person'))
          : null
    if (!sealed) throw notFound('person')
    const { name, idNumber, mobile } = platform.vault.open<RevealedPerson>(sealed.personal)
    // The entry stands with the person who was looked at; of somebody the register does not know yet, with the row of the list.
    const subject = sealed.individualId
      ? { recordType: 'Individual' as const, recordId: sealed.individualId }
      : { recordType: 'PersonnelRecord' as const, recordId: `${declaration.id}/${declaration.version}/${rowNo}` }
    await recordReveal(platform, viewer, input, { action: 'REVEAL_PERSON', ...subject }, reason, {
      idMasked: sealed.idMasked,
      version: declaration.version,
      ...(typeof rowNo === 'number' ? { rowNo } : { enrolmentId }),
    })
    return { name, idNumber, mobile }
  })
}

export interface RevealAnswerInput {
  declarationId: string
  path: string
  reason: string
  origin: string
}

/** Shows one masked answer of the unit form in clear, declared and registered, under the same conditions. */
export async function revealAnswer(
  platform: Platform,
  asker: Viewer | undefined,
  input: RevealAnswerInput,
): Promise<{ declared: string | undefined; registered: string | undefined }> {
  const viewer = requireMay(asker, 'masked-value:reveal')
  const reason = checkReason(input.reason)
  if (!maskedPaths.includes(input.path)) throw badInput('path', 'This answer is not masked.')
  const review = await loadReview(platform, viewer, input.declarationId)
  const { employer } = review
  const registered: Readonly<Record<string, string>> = {
    legalRepresentativeIdNumber: employer.legalRepIdNumber,
    legalRepresentativePhone: employer.legalRepPhone,
    bankAccountNumber: employer.bankAccountNumber,
  }
  const declared = readAnswer(openUnitForm(platform.vault, review.version).draft, input.path)
  const subject = { action: 'REVEAL_ANSWER', recordType: 'Employer', recordId: review.declaration.employerId } as const
  await recordReveal(platform, viewer, input, subject, reason, { path: input.path, version: review.version.version })
  return { declared: typeof declared === 'string' ? declared : undefined, registered: registered[input.path] }
}

/** The reason as it goes into the trail. */
export function checkReason(text: string): string {
  const reason = text.trim()
  if (reason.length < shortestReason || reason.length > longestReason) {
    throw badInput('reason', `A reason of ${shortestReason} to ${longestReason} characters is needed.`)
  }
  return reason
}

/** That something was shown in clear, to whom and why. */
export function recordReveal(
  platform: Platform,
  viewer: Viewer,
  { declarationId, origin }: { declarationId: string; origin: string },
  subject: { action: AuditAction; recordType: AuditRecordType; recordId: string },
  reason: string,
  change: AuditChange,
): Promise<void> {
  return platform.audit.record({
    actorKind: 'STAFF',
    actorId: viewer.accountId,
    role: actingRole(viewer, 'masked-value:reveal'),
    origin,
    ...subject,
    reason,
    change: { ...change, declarationId },
  })
}
