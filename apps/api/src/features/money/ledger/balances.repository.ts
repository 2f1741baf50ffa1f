import { fen } from '@shebao/kernel'
import type { Fen, FiveInsurance, Side } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'

/** Balances as the views of the ledger give them: recomputed from the entries at every read, stored nowhere. */

export interface ShareBalance {
  noticeId: string
  period: string
  /** Null: the late fee, as far as it is booked. */
  insurance: FiveInsurance | null
  side: Side
  charged: Fen
  settled: Fen
  writtenOff: Fen
  outstanding: Fen
}

interface ShareRow {
  notice_id: string
  period: string
  insurance: FiveInsurance | null
  side: Side
  charged: bigint
  settled: bigint
  written_off: bigint
  outstanding: bigint
}

export async function listShareBalances({ database }: Platform, noticeIds: readonly string[]): Promise<ShareBalance[]> {
  const rows = await database.query<ShareRow>(
    {
      name: 'ledger-share-balances',
      text: `SELECT notice_id, period, insurance, side, charged, settled, written_off, outstanding
      FROM notice_share_balance WHERE notice_id = ANY($1::uuid[]) ORDER BY notice_id, side DESC, insurance`,
    },
    [noticeIds],
  )
  return rows.map((row) => ({
    noticeId: row.notice_id,
    period: row.period,
    insurance: row.insurance,
    side: row.side,
    charged: fen(Number(row.charged)),
    settled: fen(Number(row.settled)),
    writtenOff: fen(Number(row.written_off)),
    outstanding: fen(Number(row.outstanding)),
  }))
}

/** Money that lowered a notice, by value date: of its principal (also written off) and of its late fee. */
export interface SettledPart {
  noticeId: string
  on: string
  principal: Fen
  lateFee: Fen
}

export async function listSettledParts({ database }: Platform, noticeIds: readonly string[]): Promise<SettledPart[]> {
  const rows = await database.query<{ notice_id: string; on: string; principal: bigint; late_fee: bigint }>(
    {
      name: 'ledger-settled-parts',
      text: `SELECT transfer.notice_id, transfer.occurred_on AS on,
        -COALESCE(SUM(entry.amount) FILTER (WHERE entry.insurance IS NOT NULL), 0)::bigint AS principal,
        -COALESCE(SUM(entry.amount) FILTER (WHERE entry.insurance IS NULL), 0)::bigint AS late_fee
      FROM ledger_transfer transfer
      JOIN ledger_entry entry ON entry.transfer_id = transfer.id
      JOIN ledger_account account ON account.id = entry.account_id AND account.kind = 'RECEIVABLE'
      WHERE transfer.notice_id = ANY($1::uuid[]) AND transfer.kind IN ('ALLOCATION', 'WRITE_OFF')
      GROUP BY transfer.notice_id, transfer.occurred_on ORDER BY transfer.occurred_on`,
    },
    [noticeIds],
  )
  return rows.map((row) => ({
    noticeId: row.notice_id,
    on: row.on,
    principal: fen(Number(row.principal)),
    lateFee: fen(Number(row.late_fee)),
  }))
}

export interface EmployerBalance {
  owed: Fen
  credit: Fen
}

export async function findEmployerBalance({ database }: Platform, employerId: string): Promise<EmployerBalance> {
  const [row] = await database.query<{ owed: bigint; credit: bigint }>(
    {
      name: 'ledger-employer-balance',
      text: 'SELECT owed, credit FROM employer_balance WHERE employer_id = $1',
    },
    [employerId],
  )
  return { owed: fen(Number(row?.owed ?? 0n)), credit: fen(Number(row?.credit ?? 0n)) }
}

/** Money that an employer had to its credit when this office's ledger began. */
export interface OpeningCredit {
  amount: Fen
  /** The day of which the balance was. */
  asOf: string
}

/** Nothing where none was brought in, or its import was taken back. What was used of it since makes no difference. */
export async function findOpeningCredit({ database }: Platform, employerId: string): Promise<OpeningCredit | null> {
  const [row] = await database.query<{ amount: bigint; as_of: string | null }>(
    {
      name: 'ledger-opening-credit',
      text: `SELECT COALESCE(-SUM(entry.amount), 0)::bigint AS amount, max(transfer.occurred_on) FILTER (WHERE entry.amount < 0) AS as_of
      FROM ledger_account account
      JOIN ledger_entry entry ON entry.account_id = account.id
      JOIN ledger_transfer transfer ON transfer.id = entry.transfer_id
      WHERE account.kind = 'CREDIT' AND account.employer_id = $1 AND EXISTS (
        SELECT 1 FROM ledger_entry other JOIN ledger_account source ON source.id = other.account_id
        WHERE other.transfer_id = transfer.id AND source.kind = 'OPENING')`,
    },
    [employerId],
  )
  const amount = Number(row?.amount ?? 0n)
  return row?.as_of && amount > 0 ? { amount: fen(amount), asOf: row.as_of } : null
}

/** The newest entry on the accounts of an employer: as long as it stands, the ledger says of them what it said. */
export async function findLastEntry({ database }: Platform, employerId: string): Promise<bigint> {
  const [row] = await database.query<{ last: bigint }>(
    {
      name: 'ledger-last-entry',
      text: `SELECT COALESCE(max(last.id), 0)::bigint AS last FROM ledger_account account
      CROSS JOIN LATERAL (SELECT max(id) AS id FROM ledger_entry WHERE account_id = account.id) last
      WHERE account.employer_id = $1`,
    },
    [employerId],
  )
  return row?.last ?? 0n
}

/** Which of these employers have money that no debt has taken yet. */
export async function listEmployersWithCredit(
  { database }: Platform,
  employerIds: readonly string[],
): Promise<string[]> {
  const rows = await database.query<{ employer_id: string }>(
    {
      name: 'ledger-employers-with-credit',
      text: `SELECT account.employer_id FROM ledger_account account JOIN ledger_entry entry ON entry.account_id = account.id
      WHERE account.kind = 'CREDIT' AND account.employer_id = ANY($1::uuid[])
      GROUP BY account.employer_id HAVING SUM(entry.amount) < 0`,
    },
    [employerIds],
  )
  return rows.map((row) => row.employer_id)
}

export interface PersonBalance {
  employerId: string
  period: string
  kind: string
  sequence: number
  noticeId: string | null
  status: string
  employerCharged: Fen
  personalCharged: Fen
  employerOutstanding: Fen
  personalOutstanding: Fen
}

interface PersonRow {
  employer_id: string
  period: string
  kind: string
  sequence: number
  notice_id: string | null
  status: string
  employer_charged: bigint
  personal_charged: bigint
  employer_outstanding: bigint
  personal_outstanding: bigint
}

/** A person's months of a range, newest first, at most `limit`, with what is still outstanding of each. */
export async function listPersonBalances(
  { database }: Platform,
  individualId: string,
  range: { from: string; to: string },
  limit: number,
): Promise<PersonBalance[]> {
  const rows = await database.query<PersonRow>(
    {
      name: 'ledger-person-balances',
      gate: 'MONTH_STATE',
      text: `SELECT employer_id, period, kind, sequence, notice_id, status,
        employer_charged, personal_charged, employer_outstanding, personal_outstanding
      FROM person_balance WHERE individual_id = $1 AND period BETWEEN $2 AND $3
      ORDER BY period DESC, employer_id, kind, sequence LIMIT $4`,
    },
    [individualId, range.from, range.to, limit],
  )
  return rows.map((row) => ({
    employerId: row.employer_id,
    period: row.period,
    kind: row.kind,
    sequence: row.sequence,
    noticeId: row.notice_id,
    status: row.status,
    employerCharged: fen(Number(row.employer_charged)),
    personalCharged: fen(Number(row.personal_charged)),
    employerOutstanding: fen(Number(row.employer_outstanding)),
    personalOutstanding: fen(Number(row.personal_outstanding)),
  }))
}
