import type { Platform } from '../../../platform/platform.ts'
import type { ComparedItem, Outcome } from './compare-day.ts'

/** An item on which a person has worked; a new comparison leaves it. */
export interface KeptItem {
  id: string
  outcome: Outcome
  reference: string
  paymentId: string | null
  /** `reference#occurrence` of its lines: the same in a corrected file. */
  bankKey: string | null
  treasuryKey: string | null
}

const worked = (item: string) =>
  `(${item}.resolved_by IS NOT NULL OR ${item}.reverse_by IS NOT NULL OR ${item}.claim_by IS NOT NULL)`

export function listKeptItems({ database }: Platform, day: string): Promise<KeptItem[]> {
  return database.query(
    {
      name: 'reconciliation-kept-items',
      text: `SELECT item.id, item.outcome, item.reference, item.payment_id AS "paymentId",
        bank.reference || '#' || bank.occurrence AS "bankKey", treasury.reference || '#' || treasury.occurrence AS "treasuryKey"
      FROM reconciliation_item item
      LEFT JOIN statement_entry bank ON bank.id = item.bank_entry_id
      LEFT JOIN statement_entry treasury ON treasury.id = item.treasury_entry_id
      WHERE item.day = $1 AND ${worked('item')}`,
    },
    [day],
  )
}

/** Replaces what no person has worked on. `dropped`: kept items that the new comparison makes void. */
export async function replaceItems(
  { database }: Platform,
  day: string,
  items: readonly (ComparedItem & { suggestedEmployerId: string | null })[],
  dropped: readonly string[],
): Promise<void> {
  await database.query(
    {
      name: 'reconciliation-delete-items',
      text: `DELETE FROM reconciliation_item
      WHERE day = $1 AND (NOT ${worked('reconciliation_item')} OR id = ANY($2::uuid[]))`,
    },
    [day, dropped],
  )
  await database.query(
    {
      name: 'reconciliation-insert-items',
      text: `INSERT INTO reconciliation_item (id, day, outcome, reference, payment_id, refund_id, employer_id, system_amount,
        bank_amount, treasury_amount, bank_entry_id, treasury_entry_id, other_day, resolution)
      SELECT item.id, $1, item.outcome, item.reference, item.payment_id, item.refund_id, item.employer_id, item.system_amount,
        item.bank_amount, item.treasury_amount, item.bank_entry_id, item.treasury_entry_id, item.other_day, item.resolution
      FROM unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::bigint[], $9::bigint[],
        $10::bigint[], $11::uuid[], $12::uuid[], $13::text[], $14::text[])
        AS item(id, outcome, reference, payment_id, refund_id, employer_id, system_amount, bank_amount, treasury_amount,
          bank_entry_id, treasury_entry_id, other_day, resolution)`,
    },
    [
      day,
      items.map(() => crypto.randomUUID()),
      items.map(({ outcome }) => outcome),
      items.map(({ reference }) => reference),
      items.map(({ system }) => (system?.kind === 'PAYMENT' ? system.id : null)),
      items.map(({ system }) => (system?.kind === 'REFUND' ? system.id : null)),
      items.map(({ system, owner, suggestedEmployerId }) => system?.employerId ?? owner ?? suggestedEmployerId),
      items.map(({ system }) => system?.amount ?? null),
      items.map(({ bank }) => bank?.amount ?? null),
      items.map(({ treasury }) => treasury?.amount ?? null),
      items.map(({ bank }) => bank?.id ?? null),
      items.map(({ treasury }) => treasury?.id ?? null),
      items.map(({ otherDay }) => otherDay),
      items.map(bornResolution),
    ],
  )
}

function bornResolution({ outcome, settled }: ComparedItem): string | null {
  if (!settled) return null
  return outcome === 'MATCHED' ? 'MATCHED' : 'BOOKED_OTHER_DAY'
}

/** Lines of later files beside items that people have worked on. */
export async function refreshKeptItems(
  { database }: Platform,
  items: readonly {
    id: string
    bankEntryId: string | null
    treasuryEntryId: string | null
    treasuryAmount: number | null
  }[],
): Promise<void> {
  if (items.length === 0) return
  await database.query(
    {
      name: 'reconciliation-refresh-kept',
      text: `UPDATE reconciliation_item item SET bank_entry_id = COALESCE(fresh.bank, item.bank_entry_id),
        treasury_entry_id = COALESCE(fresh.treasury, item.treasury_entry_id),
        treasury_amount = COALESCE(fresh.treasury_amount, item.treasury_amount)
      FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[]) AS fresh(id, bank, treasury, treasury_amount)
      WHERE item.id = fresh.id`,
    },
    [
      items.map(({ id }) => id),
      items.map(({ bankEntryId }) => bankEntryId),
      items.map(({ treasuryEntryId }) => treasuryEntryId),
      items.map(({ treasuryAmount }) => treasuryAmount),
    ],
  )
}

export async function markCompared({ database }: Platform, day: string, at: Date): Promise<void> {
  await database.prisma.reconciliationDay.update({ where: { day }, data: { comparedAt: at } })
}

/** The payment that each line became, as far as it is not written there yet. */
export async function linkEntries(
  { database }: Platform,
  links: readonly { entryId: string; paymentId: string }[],
): Promise<void> {
  await database.query(
    {
      name: 'reconciliation-link-entries',
      text: `UPDATE statement_entry entry SET payment_id = link.payment_id
      FROM unnest($1::uuid[], $2::uuid[]) AS link(entry_id, payment_id)
      WHERE entry.id = link.entry_id AND entry.payment_id IS NULL`,
    },
    [links.map(({ entryId }) => entryId), links.map(({ paymentId }) => paymentId)],
  )
}

/** The line is nobody's again: what it had become was taken back. */
export async function unlinkEntries({ database }: Platform, entryIds: readonly string[]): Promise<void> {
  await database.prisma.statementEntry.updateMany({
    where: { id: { in: [...entryIds] }, paymentId: { not: null } },
    data: { paymentId: null },
  })
}
