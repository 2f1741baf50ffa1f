import { proveLedger } from '@shebao/api/src/features/money/ledger/prove-ledger.ts'
import type { Platform } from '@shebao/api/src/platform/platform.ts'
import type { Acknowledged } from './load.ts'

export interface Count {
  submissions: number
  payments: number
  /** Acknowledged, and not in the database as they were acknowledged. */
  lost: string[]
  /** Accounts that do not balance, notices that were paid twice. */
  wrong: string[]
}

/** Every single one that was acknowledged is looked for in the database, whole. */
export async function countKept(platform: Platform, acknowledged: readonly Acknowledged[]): Promise<Count> {
  const submissions = acknowledged.filter(({ what }) => what === 'SUBMISSION')
  const payments = acknowledged.filter(({ what }) => what === 'PAYMENT')
  const versions = await keptVersions(platform, submissions)
  const posted = await keptPayments(platform, payments)
  const breaks = (await proveLedger(platform)).breaks
  return {
    submissions: submissions.length,
    payments: payments.length,
    lost: [
      ...submissions.filter(({ id, hash }) => versions.get(id) !== hash).map(({ id }) => `submission ${id}`),
      ...payments.filter(({ id }) => !posted.has(id)).map(({ id }) => `payment ${id}`),
    ],
    wrong: [...breaks.map((one) => `ledger: ${one}`), ...(await paidTwice(platform))],
  }
}

/** The version, with as many frozen people as it says. */
async function keptVersions(
  { database }: Platform,
  submissions: readonly Acknowledged[],
): Promise<Map<string, string>> {
  const rows = await database.query<{ form_no: string; content_hash: string }>(
    {
      text: `SELECT form_no, content_hash FROM declaration_version version WHERE form_no = ANY($1)
        AND people = (SELECT count(*) FROM personnel_record row
          WHERE row.declaration_id = version.declaration_id AND row.version = version.version)`,
    },
    [submissions.map(({ id }) => id)],
  )
  return new Map(rows.map((row) => [row.form_no, row.content_hash]))
}

/** The bank's report, the payment that succeeded, its notice that is posted, and money in the ledger. */
async function keptPayments({ database }: Platform, payments: readonly Acknowledged[]): Promise<Set<string>> {
  const rows = await database.query<{ event_id: string }>(
    {
      text: `SELECT told.event_id FROM bank_notification told
        JOIN payment ON payment.id = told.payment_id AND payment.status = 'SUCCESS'
        JOIN payment_notice notice ON notice.id = payment.notice_id AND notice.status = 'POSTED'
        WHERE told.event_id = ANY($1) AND told.outcome = 'POSTED'
          AND EXISTS (SELECT FROM ledger_transfer transfer JOIN ledger_entry entry ON entry.transfer_id = transfer.id
            WHERE transfer.payment_id = payment.id)`,
    },
    [payments.map(({ id }) => id)],
  )
  return new Set(rows.map((row) => row.event_id))
}

async function paidTwice({ database }: Platform): Promise<string[]> {
  const rows = await database.query<{ event_id: string; times: bigint }>({
    text: `SELECT event_id, count(*) AS times FROM bank_notification WHERE outcome = 'POSTED' GROUP BY 1 HAVING count(*) > 1`,
  })
  return rows.map(({ event_id: event, times }) => `event ${event} was posted ${times} times`)
}

export interface Reads {
  asked: number
  onReplica: number
  /** Without what had just been written. */
  unseen: number
}

/** Heavy reads, each right after a write of the same person: where they were answered, and whether they knew of it. */
export async function readAfterWriting({ database }: Platform, asked = 50): Promise<Reads> {
  const reads = { asked, onReplica: 0, unseen: 0 }
  for (let done = 0; done < asked; done += 1) {
    const code = `rehearsal:${crypto.randomUUID()}`
    await database.prisma.ledgerAccount.create({ data: { code, kind: 'FUND' } })
    const [read] = await database.heavyRead(() =>
      database.query<{ replica: boolean; seen: boolean }>(
        { text: 'SELECT pg_is_in_recovery() AS replica, EXISTS (SELECT FROM ledger_account WHERE code = $1) AS seen' },
        [code],
      ),
    )
    if (read?.replica) reads.onReplica += 1
    if (!read?.seen) reads.unseen += 1
  }
  return reads
}

export interface Size {
  name: string
  rows: number
  /** Of a row, with its share of every index. */
  bytes: number
}

const shown = ['audit_event', 'audit_link', 'personnel_record', 'declaration_version', 'document', 'case_event']

/** What a row of the tables that grow by filing takes; small tables say more than they should. */
export async function sizesOf({ database }: Platform): Promise<Size[]> {
  return Promise.all(
    shown.map(async (name) => {
      const [size] = await database.query<{ rows: bigint; bytes: bigint }>({
        text: `SELECT count(*) AS rows, pg_total_relation_size('${name}') AS bytes FROM ${name}`,
      })
      const rows = Number(size?.rows ?? 0)
      return { name, rows, bytes: rows === 0 ? 0 : Math.round(Number(size?.bytes) / rows) }
    }),
  )
}
