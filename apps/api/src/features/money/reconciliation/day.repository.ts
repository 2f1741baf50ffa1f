import { fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import type { DayFacts, FileEntry, SystemRecord } from './compare-day.ts'
import type { StatementSource } from './reading/read-statement.types.ts'
import { nextOpenDay } from './unfinished-days.repository.ts'

export interface DayRow {
  day: string
  status: 'OPEN' | 'CLOSED'
}

/** The day, held until the transaction ends: whatever happens to it happens one after the other. */
export async function lockDay({ database }: Platform, day: string): Promise<DayRow | undefined> {
  const [row] = await database.query<DayRow>(
    {
      name: 'reconciliation-lock-day',
      text: 'SELECT day, status FROM reconciliation_day WHERE day = $1 FOR UPDATE',
    },
    [day],
  )
  return row
}

/** Makes days that are not there yet, and says which. */
export async function insertDays({ database }: Platform, days: readonly string[]): Promise<string[]> {
  const rows = await database.query<{ day: string }>(
    {
      name: 'reconciliation-insert-days',
      text: `INSERT INTO reconciliation_day (day) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING RETURNING day`,
    },
    [days],
  )
  return rows.map(({ day }) => day)
}

/** Days with money since the first day that was ever reconciled, up to and without `before`, that have no row yet. */
export async function insertDaysWithMoney({ database }: Platform, before: string): Promise<string[]> {
  const rows = await database.query<{ day: string }>(
    {
      name: 'reconciliation-insert-days-with-money',
      text: `INSERT INTO reconciliation_day (day)
      SELECT DISTINCT value_date FROM payment
      WHERE bank_reference IS NOT NULL AND value_date < $1 AND value_date >= (SELECT MIN(day) FROM reconciliation_day)
      ON CONFLICT DO NOTHING RETURNING day`,
    },
    [before],
  )
  return rows.map(({ day }) => day)
}

/** A line of a file with what is needed to find out whose money it is. */
export interface LoadedEntry extends FileEntry {
  source: StatementSource
  account: string
  /** Whether a person brought the statement, and whether it waits for a second one. */
  brought: boolean
  held: boolean
  valueDate: string
  payerName: string | null
  remittance: string | null
}

interface EntryRow {
  id: string
  source: StatementSource
  account: string
  brought: boolean
  held: boolean
  day: string
  position: number
  reference: string
  occurrence: number
  end_to_end_id: string | null
  amount: bigint
  value_date: string
  payer_name: string | null
  remittance: string | null
}

const entryColumns = `entry.id, statement.source, statement.account, statement.day,
  statement.origin = 'BROUGHT' AS brought, statement.state = 'HELD' AS held, entry.position, entry.reference,
  entry.occurrence, entry.end_to_end_id, entry.amount, entry.value_date, entry.payer_name, entry.remittance
  FROM statement_entry entry JOIN current_statement statement ON statement.id = entry.statement_id`

const entryOf = (row: EntryRow): LoadedEntry => ({
  id: row.id,
  source: row.source,
  account: row.account,
  brought: row.brought,
  held: row.held,
  day: row.day,
  position: row.position,
  reference: row.reference,
  occurrence: row.occurrence,
  endToEndId: row.end_to_end_id,
  amount: fen(Number(row.amount)),
  valueDate: row.value_date,
  payerName: row.payer_name,
  remittance: row.remittance,
})

async function listEntriesOfDay({ database }: Platform, day: string): Promise<LoadedEntry[]> {
  const rows = await database.query<EntryRow>(
    {
      name: 'reconciliation-entries-of-day',
      text: `SELECT ${entryColumns} WHERE statement.day = $1 ORDER BY statement.source, entry.position`,
    },
    [day],
  )
  return rows.map(entryOf)
}

async function listEntriesElsewhere(
  { database }: Platform,
  day: string,
  references: readonly string[],
  keys: readonly string[],
): Promise<LoadedEntry[]> {
  const rows = await database.query<EntryRow>(
    {
      name: 'reconciliation-entries-elsewhere',
      text: `SELECT ${entryColumns}
      WHERE statement.day <> $1 AND (entry.reference = ANY($2::text[]) OR entry.end_to_end_id = ANY($3::text[]))`,
    },
    [day, references, keys],
  )
  return rows.map(entryOf)
}

interface SystemRow {
  id: string
  kind: SystemRecord['kind']
  key: string
  reference: string | null
  amount: bigint
  day: string
  employer_id: string | null
  status: string
  failure: string | null
  late: boolean
}

/**
 * Payments and refunds of the day, those that the lines name, and those that were reported after their own day was closed and
 * are in no other day's item. What was taken back is no money of ours.
 */
async function listSystemRecords(
  { database }: Platform,
  day: string,
  references: readonly string[],
  keys: readonly string[],
): Promise<SystemRecord[]> {
  const rows = await database.query<SystemRow>(
    {
      name: 'reconciliation-system-records',
      text: `WITH late AS (
        SELECT payment.id FROM payment JOIN reconciliation_day closed ON closed.day = payment.value_date
        WHERE closed.status = 'CLOSED' AND payment.settled_at > closed.closed_at AND payment.bank_reference IS NOT NULL
          AND $1 = ${nextOpenDay}
          AND NOT EXISTS (SELECT 1 FROM reconciliation_item item WHERE item.payment_id = payment.id AND item.day <> $1))
      SELECT id, 'PAYMENT' AS kind, idempotency_key AS key, bank_reference AS reference, amount,
          COALESCE(value_date, $1) AS day, employer_id, status, failure, id IN (SELECT id FROM late) AS late
        FROM payment
        WHERE failure IS DISTINCT FROM 'REVERSED' AND ((value_date = $1 AND bank_reference IS NOT NULL)
          OR bank_reference = ANY($2::text[]) OR idempotency_key = ANY($3::text[]) OR id IN (SELECT id FROM late))
      UNION ALL
      SELECT id, 'REFUND', number, bank_reference, -amount,
          to_char(paid_out_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'), employer_id, 'SUCCESS', NULL, false
        FROM refund
        WHERE bank_reference IS NOT NULL AND paid_out_at IS NOT NULL
          AND (bank_reference = ANY($2::text[]) OR number = ANY($3::text[])
            OR to_char(paid_out_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') = $1)`,
    },
    [day, references, keys],
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    key: row.key,
    reference: row.reference,
    amount: fen(Number(row.amount)),
    day: row.day,
    employerId: row.employer_id,
    standing: standingOf(row),
    late: row.late,
  }))
}

function standingOf({ status, failure, reference }: SystemRow): SystemRecord['standing'] {
  if (status === 'SUCCESS') return 'POSTED'
  if (reference !== null && failure === 'AMOUNT_DIFF') return 'SET_ASIDE_AMOUNT'
  if (reference !== null && failure === 'DUPLICATE') return 'SET_ASIDE_DUPLICATE'
  return 'OPEN'
}

export interface LoadedDay extends DayFacts {
  bank: LoadedEntry[]
  treasury: LoadedEntry[]
}

/** What a day's comparison needs, in three queries whatever its size. */
export async function loadDay(platform: Platform, day: string, treasuryListed: boolean): Promise<LoadedDay> {
  const own = await listEntriesOfDay(platform, day)
  const references = new Set(own.map(({ reference }) => reference))
  const keys = new Set(own.flatMap(({ endToEndId }) => endToEndId ?? []))
  const system = await listSystemRecords(platform, day, [...references], [...keys])
  for (const record of system) {
    keys.add(record.key)
    if (record.reference !== null) references.add(record.reference)
  }
  const elsewhere = await listEntriesElsewhere(platform, day, [...references], [...keys])
  const entries = [...own, ...elsewhere]
  return {
    day,
    system,
    bank: entries.filter(({ source }) => source === 'BANK'),
    treasury: entries.filter(({ source }) => source === 'TREASURY'),
    treasuryListed,
  }
}
