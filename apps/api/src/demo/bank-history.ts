import { pastArrival } from '@shebao/sandbox-bank/statement'
import type { History } from '@shebao/sandbox-bank/statement'
import type { Platform } from '../platform/platform.ts'

interface PastPayment {
  day: string
  key: string
  reference: string
  amount: bigint
  payerName: string
  noticeNumber: string
}

/** What happened on a day beside its payments. */
interface DayPlan {
  /** A transfer that somebody made by themselves and that names nobody; payers are invented, amounts are fen. */
  transfer?: { payerName: string; amount: number; remittance: string }
  /** An employer sent what it had, less than it owes, and named no bill. */
  partPayment?: true
  /** How the files differ from what happened to the day's first payment. */
  mistake?: History['flaws'][number]['kind']
  closed?: true
}

/** One for each reconciled day, oldest first. */
const plans: readonly DayPlan[] = [
  {
    transfer: { payerName: '云杉家政服务部（示范）', amount: 1_286_40, remittance: '社保' },
    partPayment: true,
    closed: true,
  },
  {},
  {
    transfer: { payerName: '东篱花艺工作室（示范）', amount: 3_703_00, remittance: '缴纳社会保险费' },
    mistake: 'TWICE',
  },
  { mistake: 'MISSING_IN_BANK' },
  { mistake: 'AMOUNT' },
]

export type PlayedDay = DayPlan & { day: string }

/** All that the office's account saw before the bank's first start, and the days of it that are reconciled. */
export async function makeBankHistory(platform: Platform): Promise<{ history: History; played: PlayedDay[] }> {
  const payments = await listPayments(platform)
  const days = lastDays(
    payments.map(({ day }) => day),
    platform.clock.today(),
    plans.length,
  )
  const played = days.map((day, index) => ({ ...plans[index], day }))
  const paid = payments.map(({ day, key, reference, amount, payerName, noticeNumber }) =>
    pastArrival(day, {
      reference,
      key,
      channel: 'E_BANK',
      amount: Number(amount),
      payerName,
      remittance: noticeNumber,
    }),
  )
  const part = await findPartPayment(platform)
  const transferred = played.flatMap(({ day, transfer, partPayment }) =>
    [transfer, partPayment && part].flatMap((sent, index) => {
      const reference = `SBZZ${day.replaceAll('-', '')}0${index + 1}`
      return sent ? [pastArrival(day, { ...sent, reference, key: null, channel: 'BANK_TRANSFER' })] : []
    }),
  )
  const flaws = played.flatMap(({ day, mistake: kind }) => {
    const reference = payments.find((payment) => payment.day === day)?.reference
    return kind === undefined || reference === undefined ? [] : [{ kind, day, reference }]
  })
  return { history: { arrivals: [...paid, ...transferred], flaws }, played }
}

/** The last days before today that are among these; oldest first. Weekends too: e-banking knows none, and a day left out is missed. */
export function lastDays(days: readonly string[], today: string, count: number): string[] {
  const wanted = [...new Set(days)].filter((day) => day < today)
  return wanted.toSorted((a, b) => (a < b ? -1 : 1)).slice(-count)
}

/** Whose money settles its oldest debt in part. */
export const partPayer = '1101080018'

/** Three fifths of the oldest bill that the employer has not paid, in whole yuan. */
async function findPartPayment({ database }: Platform): Promise<DayPlan['transfer']> {
  const [owed] = await database.query<{ payerName: string; total: bigint }>(
    {
      text: `SELECT employer.bank_account_name AS "payerName", notice.total FROM payment_notice notice
        JOIN employer ON employer.id = notice.employer_id
        WHERE employer.registration_no = $1 AND notice.posted_on IS NULL ORDER BY notice.period LIMIT 1`,
    },
    [partPayer],
  )
  if (!owed) return undefined
  return { payerName: owed.payerName, amount: Number((owed.total * 3n) / 500n) * 100, remittance: '社保费' }
}

/** Payments of all time that reached the account, as the bank must have seen them. */
function listPayments({ database }: Platform): Promise<PastPayment[]> {
  return database.query<PastPayment>({
    text: `SELECT payment.value_date AS day, payment.idempotency_key AS key, payment.bank_reference AS reference,
        -- What came may differ from what was asked.
        COALESCE((SELECT (told.body ->> 'amount')::bigint FROM bank_notification told
          WHERE told.payment_id = payment.id AND told.outcome IN ('POSTED', 'AMOUNT_DIFF', 'DUPLICATE') LIMIT 1), payment.amount) AS amount,
        employer.bank_account_name AS "payerName", notice.number AS "noticeNumber"
      FROM payment JOIN employer ON employer.id = payment.employer_id JOIN payment_notice notice ON notice.id = payment.notice_id
      WHERE payment.bank_reference IS NOT NULL AND payment.value_date IS NOT NULL
      ORDER BY payment.value_date, payment.bank_reference`,
  })
}
