import type { CollectionCase } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'

export type CollectionCaseRow = CollectionCase
/** With the case of SIL 63 that came of it: of the same unit, about a bill of one of its months; the newest of several. */
export type FollowedCollectionCase = CollectionCaseRow & {
  enforcementId: string | null
  enforcementNumber: string | null
}

const followed = `SELECT proposed.id, proposed.number, proposed.employer_id AS "employerId", proposed.unit_name AS "unitName",
    proposed.ground, proposed.from_period AS "fromPeriod", proposed.to_period AS "toPeriod", proposed.grounds, proposed.status,
    proposed.proposed_by AS "proposedBy", proposed.proposed_at AS "proposedAt",
    followed.id AS "enforcementId", followed.number AS "enforcementNumber"
  FROM collection_case proposed LEFT JOIN LATERAL (
    SELECT held.id, held.number FROM enforcement_case held JOIN enforcement_debt debt ON debt.case_id = held.id
      JOIN payment_notice notice ON notice.id = debt.notice_id
    WHERE held.employer_id = proposed.employer_id AND notice.period BETWEEN proposed.from_period AND proposed.to_period
    ORDER BY held.opened_at DESC, held.id DESC LIMIT 1) followed ON true`

export function insertCollectionCase(
  { database }: Platform,
  row: Omit<CollectionCaseRow, 'id' | 'status'>,
): Promise<CollectionCaseRow> {
  return database.prisma.collectionCase.create({ data: row })
}

/** What was proposed, newest first. */
export function listCollectionCases(
  { database }: Platform,
  { before, limit }: { before: { at: Date; id: string } | undefined; limit: number },
): Promise<FollowedCollectionCase[]> {
  return database.query<FollowedCollectionCase>(
    {
      name: 'collection-list',
      text: `${followed} WHERE $1::timestamp IS NULL OR (proposed.proposed_at, proposed.id) < ($1, $2::uuid)
        ORDER BY proposed.proposed_at DESC, proposed.id DESC LIMIT $3`,
    },
    [before?.at ?? null, before?.id ?? null, limit],
  )
}

const mostOfOne = 50

/** The proposals that a case of SIL 63 came of, newest first. */
export function listProposalsOf(
  { database }: Platform,
  enforcement: { id: string; employerId: string },
): Promise<FollowedCollectionCase[]> {
  return database.query<FollowedCollectionCase>(
    {
      name: 'collection-of-enforcement',
      text: `${followed} WHERE proposed.employer_id = $1::uuid AND followed.id = $2::uuid
        ORDER BY proposed.proposed_at DESC, proposed.id DESC LIMIT ${mostOfOne}`,
    },
    [enforcement.employerId, enforcement.id],
  )
}
