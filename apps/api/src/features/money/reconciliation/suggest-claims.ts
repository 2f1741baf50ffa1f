import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findEmployersToClaim, listClaimCandidates } from './claim.repository.ts'
import type { ClaimEmployer } from './claim.repository.ts'
import { findClaimTarget } from './claim-target.ts'
import { comparePayer } from './compare-payer.ts'
import type { PayerComparison } from './compare-payer.ts'
import { numbersIn } from './identify-payer.ts'
import type { ItemRow } from './item-view.repository.ts'

/** What speaks for an employer, the strongest first. */
export const claimReasons = ['ACCOUNT', 'NAME', 'NUMBER', 'AMOUNT'] as const
export type ClaimReason = (typeof claimReasons)[number]

export interface ClaimSuggestion {
  employer: ClaimEmployer
  noticeNumber: string | null
  reasons: ClaimReason[]
  comparison: PayerComparison
}

const mostSuggested = 5

/** Employers whose money an item may be, best first; none where nothing speaks for anybody. */
export async function suggestClaims(platform: Platform, item: ItemRow): Promise<ClaimSuggestion[]> {
  if (item.bankEntryId === null || item.bankAmount === null || item.bankAmount <= 0n) return []
  const candidates = await listClaimCandidates(platform, {
    numbers: numbersIn(item.remittance),
    payerName: item.payerName,
    payerMasked: item.payerMasked,
    amount: item.bankAmount,
  })
  const byEmployer = Map.groupBy(candidates, ({ employerId }) => employerId)
  const employers = await findEmployersToClaim(platform, [...byEmployer.keys()])
  return employers
    .map((employer) => {
      const found = byEmployer.get(employer.id) ?? []
      const comparison = comparePayer(platform, item, employer)
      const says = (why: string) => found.some((one) => one.why === why)
      const reasons: ClaimReason[] = [
        ...(comparison.accountAgrees === true ? ['ACCOUNT' as const] : []),
        ...(comparison.nameAgrees === true ? ['NAME' as const] : []),
        ...(says('NUMBER') ? ['NUMBER' as const] : []),
        ...(says('AMOUNT') ? ['AMOUNT' as const] : []),
      ]
      const named = found.find(({ why, noticeNumber }) => why === 'NUMBER' && noticeNumber !== null)
      const fits = found.find(({ why }) => why === 'AMOUNT')
      return { employer, reasons, comparison, noticeNumber: (named ?? fits)?.noticeNumber ?? null }
    })
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => weight(b.reasons) - weight(a.reasons))
    .slice(0, mostSuggested)
}

/** Each reason outweighs all behind it together. */
const weight = (reasons: readonly ClaimReason[]) =>
  reasons.reduce((sum, reason) => sum + 2 ** (claimReasons.length - claimReasons.indexOf(reason)), 0)

/** How one employer compares with the payer of an item, before anything is claimed for it. */
export async function compareForClaim(
  platform: Platform,
  viewer: Viewer | undefined,
  item: ItemRow,
  employerId: string,
): Promise<ClaimSuggestion | null> {
  requireMay(viewer, 'reconciliation:read')
  const target = await findClaimTarget(platform, item, { employerId })
  if (target.kind === 'REFUSED') return null
  const { employer, comparison } = target
  return { employer, comparison, noticeNumber: null, reasons: [] }
}
