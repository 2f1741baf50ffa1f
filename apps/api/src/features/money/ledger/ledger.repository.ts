import type { Platform } from '../../../platform/platform.ts'
import type { Account, Entry, Transfer } from './transfer.ts'

/** Ids of accounts by their codes; those that are not there yet are opened. Two at once is fine: the code is unique. */
export async function openAccounts(platform: Platform, accounts: readonly Account[]): Promise<Map<string, string>> {
  // In the order of their codes, so that two transactions that open the same accounts wait for each other, never in a ring.
  const wanted = [...new Map(accounts.map((account) => [account.code, account])).values()].toSorted((a, b) =>
    a.code < b.code ? -1 : 1,
  )
  const known = await findAccountIds(platform, wanted)
  const missing = wanted.filter(({ code }) => !known.has(code))
  if (missing.length === 0) return known
  const opened = await insertAccounts(platform, missing)
  const openedElsewhere = missing.filter(({ code }) => !opened.has(code))
  return new Map([...known, ...opened, ...(await findAccountIds(platform, openedElsewhere))])
}

/** By the codes themselves and not by a join, for which the database would read every account there is. */
async function findAccountIds({ database }: Platform, accounts: readonly Account[]): Promise<Map<string, string>> {
  if (accounts.length === 0) return new Map()
  const rows = await database.query<{ id: string; code: string }>(
    // Without a name: a plan made while there were few accounts would go on reading all of them.
    { text: 'SELECT id, code FROM ledger_account WHERE code = ANY($1::text[])' },
    [accounts.map(({ code }) => code)],
  )
  return new Map(rows.map(({ id, code }) => [code, id]))
}

/** Leaves out what another transaction has opened in the meantime. */
async function insertAccounts({ database }: Platform, accounts: readonly Account[]): Promise<Map<string, string>> {
  const rows = await database.query<{ id: string; code: string }>(
    {
      name: 'ledger-open-accounts',
      text: `INSERT INTO ledger_account (id, code, kind, employer_id, insurance)
      SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[]) ON CONFLICT (code) DO NOTHING RETURNING id, code`,
    },
    [
      accounts.map(() => crypto.randomUUID()),
      accounts.map(({ code }) => code),
      accounts.map(({ kind }) => kind),
      accounts.map(({ employerId }) => employerId ?? null),
      accounts.map(({ insurance }) => insurance ?? null),
    ],
  )
  return new Map(rows.map(({ id, code }) => [code, id]))
}

/** Ids of the new transfers by their keys; a key that already stands is left out. */
export async function insertTransfers(
  { database }: Platform,
  transfers: readonly Transfer[],
): Promise<Map<string, string>> {
  const rows = await database.query<{ id: string; key: string }>(
    {
      name: 'ledger-insert-transfers',
      text: `INSERT INTO ledger_transfer (id, kind, idempotency_key, occurred_on, notice_id, payment_id, memo)
      SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::jsonb[])
      ON CONFLICT (idempotency_key) DO NOTHING RETURNING id, idempotency_key AS key`,
    },
    [
      transfers.map(() => crypto.randomUUID()),
      transfers.map(({ kind }) => kind),
      transfers.map(({ key }) => key),
      transfers.map(({ occurredOn }) => occurredOn),
      transfers.map(({ noticeId }) => noticeId ?? null),
      transfers.map(({ paymentId }) => paymentId ?? null),
      transfers.map(({ memo }) => JSON.stringify(memo ?? {})),
    ],
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/**
 * Entries of new transfers. Ids are sent once each and named by their places, all columns as joined texts, which takes a fraction
 * of what the driver's own arrays take: a month's run writes millions of entries. Periods and codes hold nothing to be quoted.
 */
export async function insertEntries(
  { database }: Platform,
  transfers: readonly { id: string; entries: readonly Entry[] }[],
  accountIds: ReadonlyMap<string, string>,
): Promise<void> {
  if (transfers.length === 0) return
  const accountPlaces = new Map([...accountIds.keys()].map((code, place) => [code, place + 1]))
  const entries = transfers.flatMap((transfer) => transfer.entries)
  const list = (values: readonly (number | string | undefined)[]) =>
    `{${values.map((value) => value ?? 'NULL').join(',')}}`
  await database.query(
    {
      name: 'ledger-insert-entries',
      text: `INSERT INTO ledger_entry (transfer_id, account_id, amount, period, insurance, side)
      SELECT ($1::uuid[])[entry.transfer], ($2::uuid[])[entry.account], entry.amount, entry.period, entry.insurance, entry.side
      FROM unnest($3::int[], $4::int[], $5::bigint[], $6::text[], $7::text[], $8::text[])
        AS entry(transfer, account, amount, period, insurance, side)`,
    },
    [
      transfers.map(({ id }) => id),
      [...accountIds.values()],
      list(transfers.flatMap((transfer, place) => transfer.entries.map(() => place + 1))),
      list(entries.map(({ account }) => accountPlaces.get(account.code))),
      list(entries.map(({ amount }) => amount)),
      list(entries.map(({ period }) => period)),
      list(entries.map(({ insurance }) => insurance)),
      list(entries.map(({ side }) => side)),
    ],
  )
}

/** The balance of one account, held until the transaction ends so that the same money is not spent twice; debit positive. */
export async function lockBalance({ database }: Platform, code: string): Promise<bigint> {
  const [account] = await database.query<{ id: string }>(
    { name: 'ledger-lock-account', text: 'SELECT id FROM ledger_account WHERE code = $1 FOR UPDATE' },
    [code],
  )
  if (!account) return 0n
  const [row] = await database.query<{ balance: bigint }>(
    {
      name: 'ledger-balance',
      text: 'SELECT COALESCE(SUM(amount), 0)::bigint AS balance FROM ledger_entry WHERE account_id = $1',
    },
    [account.id],
  )
  return row?.balance ?? 0n
}
