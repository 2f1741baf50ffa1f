import { isUuid } from '../../../access/uuid.ts'
import type { Platform } from '../../../platform/platform.ts'
import { comparePayer } from './compare-payer.ts'
import type { PayerComparison } from './compare-payer.ts'
import { findEmployersToClaim } from './claim.repository.ts'
import type { ClaimEmployer } from './claim.repository.ts'
import type { ItemRefusal, ResolveInput } from './item-decision.ts'
import { findNoticeByNumber } from './item-view.repository.ts'
import type { ItemRow } from './item-view.repository.ts'

export type ClaimTarget =
  | { kind: 'FOUND'; employer: ClaimEmployer; noticeId: string | null; comparison: PayerComparison }
  | { kind: 'REFUSED'; reason: ItemRefusal }

/** For whom an item's money is claimed, and how that employer compares with who paid. */
export async function findClaimTarget(
  platform: Platform,
  item: ItemRow,
  { employerId, noticeNumber }: Pick<ResolveInput, 'employerId' | 'noticeNumber'>,
): Promise<ClaimTarget> {
  const [employer] = employerId && isUuid(employerId) ? await findEmployersToClaim(platform, [employerId]) : []
  if (!employer) return { kind: 'REFUSED', reason: 'EMPLOYER_MISSING' }
  const number = noticeNumber?.trim().toUpperCase()
  const notice = number ? await findNoticeByNumber(platform, number) : undefined
  if (number && notice?.employerId !== employer.id) return { kind: 'REFUSED', reason: 'NOTICE_OF_OTHER' }
  return { kind: 'FOUND', employer, noticeId: notice?.id ?? null, comparison: comparePayer(platform, item, employer) }
}
