import type { Platform } from '../../../platform/platform.ts'
import type { Outcome } from './compare-day.ts'
import type { Resolution } from './resolutions.ts'

export interface ItemRow {
  id: string
  day: string
  dayStatus: 'OPEN' | 'CLOSED'
  outcome: Outcome
  reference: string
  systemAmount: bigint | null
  bankAmount: bigint | null
  treasuryAmount: bigint | null
  paymentId: string | null
  refundId: string | null
  refundNumber: string | null
  channel: string | null
  paymentFailure: string | null
  employerId: string | null
  employerName: string | null
  registrationNo: string | null
  noticeNumber: string | null
  bankEntryId: string | null
  bankAccount: string | null
  bankReference: string | null
  occurrence: number | null
  lineNo: number | null
  bankStatementNo: string | null
  bankLineNo: number | null
  treasuryStatementNo: string | null
  treasuryLineNo: number | null
  valueDate: string | null
  payerName: string | null
  payerMasked: string | null
  remittance: string | null
  otherDay: string | null
  resolution: Resolution | null
  note: string | null
  resolvedBy: string | null
  resolvedByName: string | null
  resolvedAt: Date | null
  reverseBy: string | null
  reverseByName: string | null
  reverseAt: Date | null
  claimBy: string | null
  claimByName: string | null
  claimAt: Date | null
  revision: number
  /** Whether the statement of its line waits for a second person. */
  held: boolean
  payerHash: Uint8Array | null
  rank: number
}

/** Open items first, then by outcome: what needs work stands on top. */
const rank = `(CASE WHEN item.resolution IS NULL THEN 0 ELSE 10 END + CASE item.outcome WHEN 'BANK_ONLY' THEN 1
  WHEN 'SYSTEM_ONLY' THEN 2 WHEN 'AMOUNT_DIFF' THEN 3 WHEN 'DUPLICATE' THEN 4 ELSE 5 END)`

const columns = `SELECT item.id, item.day, day.status AS "dayStatus", item.outcome, item.reference,
    item.system_amount AS "systemAmount", item.bank_amount AS "bankAmount", item.treasury_amount AS "treasuryAmount",
    item.payment_id AS "paymentId", item.refund_id AS "refundId", refund.number AS "refundNumber", payment.channel, payment.failure AS "paymentFailure",
    item.employer_id AS "employerId", employer.name AS "employerName", employer.registration_no AS "registrationNo",
    notice.number AS "noticeNumber", item.bank_entry_id AS "bankEntryId", statement.account AS "bankAccount",
    bank.reference AS "bankReference", bank.occurrence, statement.statement_no AS "bankStatementNo", bank.line_no AS "bankLineNo",
    treasury_list.statement_no AS "treasuryStatementNo", treasury.line_no AS "treasuryLineNo",
    COALESCE(bank.line_no, treasury.line_no) AS "lineNo", COALESCE(bank.value_date, treasury.value_date, payment.value_date) AS "valueDate",
    COALESCE(bank.payer_name, treasury.payer_name) AS "payerName", COALESCE(bank.payer_masked, treasury.payer_masked) AS "payerMasked",
    COALESCE(bank.remittance, treasury.remittance) AS remittance, item.other_day AS "otherDay", item.resolution, item.note,
    item.resolved_by AS "resolvedBy", resolver.display_name AS "resolvedByName", item.resolved_at AS "resolvedAt",
    item.reverse_by AS "reverseBy", asker.display_name AS "reverseByName", item.reverse_at AS "reverseAt",
    item.claim_by AS "claimBy", claimer.display_name AS "claimByName", item.claim_at AS "claimAt", item.revision,
    COALESCE(statement.state = 'HELD', false) AS held, bank.payer_hash AS "payerHash", ${rank} AS rank
  FROM reconciliation_item item
  JOIN reconciliation_day day ON day.day = item.day
  LEFT JOIN payment ON payment.id = item.payment_id
  LEFT JOIN refund ON refund.id = item.refund_id
  LEFT JOIN employer ON employer.id = item.employer_id
  LEFT JOIN payment_notice notice ON notice.id = COALESCE(item.notice_id, payment.notice_id)
  LEFT JOIN statement_entry bank ON bank.id = item.bank_entry_id
  LEFT JOIN statement ON statement.id = bank.statement_id
  LEFT JOIN statement_entry treasury ON treasury.id = item.treasury_entry_id
  LEFT JOIN statement treasury_list ON treasury_list.id = treasury.statement_id
  LEFT JOIN account resolver ON resolver.id = item.resolved_by
  LEFT JOIN account asker ON asker.id = item.reverse_by
  LEFT JOIN account claimer ON claimer.id = item.claim_by`

export interface ItemSelection {
  outcomes: readonly Outcome[] | null
  openOnly: boolean
  after: { rank: number; reference: string; id: string } | undefined
  limit: number
}

export function listItems({ database }: Platform, day: string, wanted: ItemSelection): Promise<ItemRow[]> {
  return database.query(
    {
      name: 'reconciliation-items',
      text: `${columns} WHERE item.day = $1 AND ($2::text[] IS NULL OR item.outcome = ANY($2))
        AND (NOT $3::boolean OR item.resolution IS NULL)
        AND ($4::int IS NULL OR (${rank}, item.reference, item.id) > ($4, $5::text, $6::uuid))
      ORDER BY ${rank}, item.reference, item.id LIMIT $7`,
    },
    [
      day,
      wanted.outcomes,
      wanted.openOnly,
      wanted.after?.rank ?? null,
      wanted.after?.reference ?? null,
      wanted.after?.id ?? null,
      wanted.limit,
    ],
  )
}

export async function findItem({ database }: Platform, id: string): Promise<ItemRow | undefined> {
  const [row] = await database.query<ItemRow>({ name: 'reconciliation-item', text: `${columns} WHERE item.id = $1` }, [
    id,
  ])
  return row
}

export async function updateItem(
  { database }: Platform,
  id: string,
  data: {
    resolution?: Resolution | null
    note?: string | null
    resolvedBy?: string | null
    resolvedAt?: Date | null
    reverseBy?: string | null
    reverseAt?: Date | null
    claimBy?: string | null
    claimAt?: Date | null
    revision?: number
    employerId?: string | null
    noticeId?: string | null
    paymentId?: string | null
    otherDay?: string | null
  },
): Promise<void> {
  await database.prisma.reconciliationItem.update({ where: { id }, data })
}

/** Who settled an item of the day, or asked for a reversal of one. */
export async function listSettlers({ database }: Platform, day: string): Promise<string[]> {
  const items = await database.prisma.reconciliationItem.findMany({
    where: { day, OR: [{ resolvedBy: { not: null } }, { reverseBy: { not: null } }, { claimBy: { not: null } }] },
    select: { resolvedBy: true, reverseBy: true, claimBy: true },
  })
  return [
    ...new Set(
      items.flatMap(({ resolvedBy, reverseBy, claimBy }) => [resolvedBy ?? [], reverseBy ?? [], claimBy ?? []].flat()),
    ),
  ]
}

/** Closes the day; the database refuses it while an item is open. */
export async function closeDayRow({ database }: Platform, day: string, by: string, at: Date): Promise<void> {
  await database.prisma.reconciliationDay.update({
    where: { day },
    data: { status: 'CLOSED', closedBy: by, closedAt: at },
  })
}

export async function findNoticeByNumber(
  { database }: Platform,
  number: string,
): Promise<{ id: string; employerId: string } | null> {
  return database.prisma.paymentNotice.findUnique({ where: { number }, select: { id: true, employerId: true } })
}

export async function employerExists({ database }: Platform, id: string): Promise<boolean> {
  return (await database.prisma.employer.count({ where: { id } })) > 0
}
