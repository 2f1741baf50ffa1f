import { personNumberOnRecord } from '@shebao/identifiers'
import { FIVE_INSURANCES, period } from '@shebao/kernel'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import { rehearse } from '../../../platform/rehearse.ts'
import { estimatePremium } from '../../money/assessment/index.ts'
import type { PremiumEstimate } from '../../money/assessment/index.ts'
import type { DeclarationRow, DeclarationVersionRow } from '../declaration/index.ts'
import { loadInspectionPolicy } from '../personnel/index.ts'
import { carryIn } from './carry-in.ts'
import type { Review } from './load-review.ts'
import { findPeople, sumSides } from './personnel-differences.repository.ts'
import type { ChangeKind, PersonRow, SumRow } from './personnel-differences.repository.ts'
import { versionFacts } from './version-facts.ts'

export interface PeopleQuery extends KeysetArgs {
  kind?: ChangeKind | null | undefined
  onlyDifferences?: boolean | null | undefined
  /** Exact number of one person. */
  idNumber?: string | null | undefined
  /** The row of the list that a warning names. */
  rowNo?: number | null | undefined
}

export async function readPeople(
  platform: Platform,
  { side }: Pick<Review, 'side'>,
  query: PeopleQuery,
): Promise<PersonRow[]> {
  const [rank, weight, key] = decodeCursor(query, 3) ?? []
  const number = personNumberOnRecord(query.idNumber ?? '')
  return findPeople(platform, side, {
    kind: query.kind ?? undefined,
    all: number !== '' || typeof query.rowNo === 'number' || query.onlyDifferences === false,
    rowNo: query.rowNo ?? undefined,
    idHash: number === '' ? undefined : platform.vault.lookupHash('person-id', number),
    after: rank === undefined ? undefined : { rank: Number(rank), weight: Number(weight), key: String(key) },
    limit: pageSize(query) + 1,
  })
}

export const personKey = (row: PersonRow) => [row.rank, row.weight, row.key]

export async function sumPeople(
  platform: Platform,
  { declaration, side }: Review,
): Promise<{ declared: SumRow; registered: SumRow }> {
  const policy = await loadInspectionPolicy(platform, declaration)
  const limits = FIVE_INSURANCES.flatMap((insurance) => {
    const own =
      policy.limits.find((limit) => limit.insurance === insurance) ??
      // Where maternity is merged into medical it has no limits of its own (SIL 64).
      (insurance === 'MATERNITY' ? policy.limits.find((limit) => limit.insurance === 'MEDICAL') : undefined)
    return own ? [{ insurance, floor: own.floor, ceiling: own.ceiling }] : []
  })
  return sumSides(platform, side, limits)
}

/**
 * What acceptance would charge this month: for a declaration that is not accepted yet, it is accepted and undone, so that the
 * question before a decision and the notice after it are one computation; after that, what the register says.
 */
export async function estimate(platform: Platform, { declaration, side }: Review): Promise<PremiumEstimate> {
  const month = { employerId: side.employerId, period: period(platform.clock.today().slice(0, 7)) }
  const { frozen } = await versionFacts(platform, declaration)
  if (!frozen || accepted.includes(declaration.status)) return estimatePremium(platform, month)
  return rehearse(platform, () => chargeOnceAccepted(platform, declaration, frozen))
}

/**
 * Accepts the version and says what this month then costs. Only within a rehearsal: it changes the register. The question before the
 * decision, the check before submitting and the notice afterwards are this one computation.
 */
export async function chargeOnceAccepted(
  platform: Platform,
  declaration: DeclarationRow,
  frozen: DeclarationVersionRow,
): Promise<PremiumEstimate> {
  await carryIn(platform, declaration, frozen, declaration.employerId)
  const { employerId } = declaration
  return estimatePremium(platform, { employerId, period: period(platform.clock.today().slice(0, 7)) })
}

const accepted = ['APPROVED', 'PRINTED', 'PAPER_FILED', 'CLOSED']
