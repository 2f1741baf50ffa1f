import { addDays, fen, maxFen, period, periodOfDate, subtractFen, sumFen, ZERO_FEN } from '@shebao/kernel'
import type { CivilDate, Fen, Period } from '@shebao/kernel'
import type { BankEvent } from '@shebao/bank-protocol'
import { nextWorkingDay, paymentDay, preparePolicy, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import type { Policy, PreparedCalendar } from '@shebao/premium'
import { chargeEntries } from '../../features/money/assessment/charge-entries.ts'
import { computePremiumColumns, noticeLines, totalOf } from '../../features/money/assessment/premium-rows.ts'
import { creditOf } from '../../features/money/ledger/ledger.ts'
import { judgeReport, setAsideTransfer } from '../../features/money/payment/bank-report.ts'
import type { ReportOutcome } from '../../features/money/payment/bank-report.ts'
import { lateFeeInputUnder } from '../../features/money/settlement/amount-due.ts'
import { accruedUnder } from '../../features/money/settlement/book-late-fee.ts'
import type { ReceivedMoney } from '../../features/money/settlement/received-money.ts'
import {
  receiptTransfer,
  settledNotice,
  settleNotice,
  transfersOf,
} from '../../features/money/settlement/settle-notice.ts'
import type { OpenNotice } from '../../features/money/settlement/settlement.repository.ts'
import { Books } from './books.ts'

// The office's money without a database: what the use cases read and write is kept in maps, what they decide is decided by the very
// functions that decide it in the product.

export interface Unit {
  readonly id: string
  /** Fen a month, of everybody who was declared and accepted; nobody before that. */
  wages: readonly number[]
  absences: readonly number[]
  /** Where the last accepted declaration stands among those that were submitted. */
  accepted: number
}

export interface Notice extends Omit<OpenNotice, 'postedOn' | 'settled' | 'lateFeePauses'> {
  postedOn: string | null
  lateFeePauses: { from: string; to?: string }[]
  /** Of whom it was made. */
  readonly people: Pick<Unit, 'wages' | 'absences'>
  /** What the late fee was computed from when money was last spent on it. */
  spent?: { on: string; feePaidBefore: number; pauses: Notice['lateFeePauses'] }
}

export interface Attempt {
  readonly id: string
  readonly noticeId: string
  readonly amount: Fen
  readonly createdOn: CivilDate
  status: 'SENT_TO_BANK' | 'SUCCESS' | 'FAILED'
  bankReference: string | null
  settledBySequence: number
}

interface Due {
  principal: Fen
  lateFee: Fen
  settled: Fen
}

const rules = { rule: 'DUE_DATE', cap: 'NONE' } as const
const dueDay = 25

export class Office {
  today: CivilDate
  readonly calendar: PreparedCalendar
  readonly books = new Books()
  readonly units: Unit[]
  readonly notices: Notice[] = []
  readonly attempts = new Map<string, Attempt>()
  readonly events = new Set<string>()
  readonly #due = new Map<Notice, { now: string; due: Due }>()
  readonly #policies = new Map<Period, Policy>()

  constructor(today: CivilDate, calendar: PreparedCalendar, units: readonly string[]) {
    this.today = today
    this.calendar = calendar
    this.units = units.map((id) => ({ id, wages: [], absences: [], accepted: 0 }))
  }

  policyOf(month: Period): Policy {
    const known = this.#policies.get(month)
    if (known) return known
    const prepared = preparePolicy(SHIPPED_PARAMETER_ROWS, '110000', month, 1, null)
    if (!prepared.ok) throw new Error(`No policy of ${month}.`)
    this.#policies.set(month, prepared.policy)
    return prepared.policy
  }

  /** The month of everybody who was declared, once. */
  bill(unit: Unit, month: Period): Notice | undefined {
    const billed = this.notices.some((notice) => notice.employerId === unit.id && notice.period === month)
    if (billed || unit.wages.length === 0) return undefined
    const lines = noticeLines(computePremiumColumns(this.policyOf(month), unit))
    const { day } = paymentDay(this.today, dueDay)
    const id = `${unit.id}-${month}`
    const notice: Notice = {
      id,
      number: id,
      employerId: unit.id,
      region: '110000',
      period: month,
      kind: 'NORMAL',
      status: 'UNPAID',
      dueOn: nextWorkingDay(this.calendar, day),
      bearsLateFee: true,
      lateFeePauses: [],
      employerTotal: BigInt(totalOf(lines, 'EMPLOYER')),
      personalTotal: BigInt(totalOf(lines, 'PERSONAL')),
      lateFee: 0n,
      postedOn: null,
      people: { wages: unit.wages, absences: unit.absences },
    }
    this.notices.push(notice)
    const entries = chargeEntries({ employerId: unit.id, period: month }, lines)
    this.books.book([{ kind: 'CHARGE', key: `charge:${id}`, occurredOn: this.today, noticeId: id, entries }])
    this.#spend({ employerId: unit.id, valueDate: this.today, key: `notice:${id}` }, this.openOf(unit.id))
    return notice
  }

  openOf(employerId: string): Notice[] {
    return this.notices
      .filter((notice) => notice.employerId === employerId && notice.postedOn === null)
      .toSorted((one, other) => one.period.localeCompare(other.period))
  }

  notice(id: string): Notice {
    const found = this.notices.find((notice) => notice.id === id)
    if (!found) throw new Error(`There is no notice ${id}.`)
    return found
  }

  /** What is left to pay of a notice today; asked so often that the answer is kept until something is booked. */
  dueOf(notice: Notice): Due {
    const now = `${this.today}|${this.books.version}|${JSON.stringify(notice.lateFeePauses)}`
    const known = this.#due.get(notice)
    if (known?.now === now) return known.due
    const due = this.#computeDue(notice)
    this.#due.set(notice, { now, due })
    return due
  }

  #computeDue(notice: Notice): Due {
    const parts = this.books.settledPartsOf(notice.id)
    const paid = (of: 'principal' | 'lateFee') => sumFen(parts.map((part) => part[of]))
    const settled = sumFen([paid('principal'), paid('lateFee')])
    if (notice.postedOn !== null) return { principal: ZERO_FEN, lateFee: ZERO_FEN, settled }
    const { open } = accruedUnder(this.#lateFeeInput(notice, this.today), { ...notice, settled: [...parts] })
    const principal = fen(Number(notice.employerTotal + notice.personalTotal))
    return { principal: subtractFen(principal, paid('principal')), lateFee: maxFen(ZERO_FEN, open), settled }
  }

  /** One attempt of a notice is open at a time, and a key is one attempt for ever. */
  beginPayment(notice: Notice, key: string): Attempt | undefined {
    const open = [...this.attempts.values()].some(
      ({ noticeId, status }) => noticeId === notice.id && status === 'SENT_TO_BANK',
    )
    if (open || notice.postedOn !== null || this.attempts.has(key)) return undefined
    const { principal, lateFee } = this.dueOf(notice)
    const attempt: Attempt = {
      id: `payment-${key}`,
      noticeId: notice.id,
      amount: sumFen([principal, lateFee]),
      createdOn: this.today,
      status: 'SENT_TO_BANK',
      bankReference: null,
      settledBySequence: 0,
    }
    this.attempts.set(key, attempt)
    return attempt
  }

  hear(event: BankEvent): ReportOutcome {
    const attempt = this.attempts.get(event.key)
    if (!attempt) return 'UNKNOWN_PAYMENT'
    if (this.events.has(event.eventId)) return 'REPEATED'
    this.events.add(event.eventId)
    const notice = this.notice(attempt.noticeId)
    const verdict = judgeReport({ ...attempt, noticePosted: notice.postedOn !== null }, event)
    const settles = { bankReference: event.reference, settledBySequence: event.sequence }
    if (verdict === 'POSTED') {
      this.receive({
        employerId: notice.employerId,
        amount: attempt.amount,
        valueDate: attempt.createdOn,
        key: attempt.id,
        paymentId: attempt.id,
        noticeId: notice.id,
      })
      Object.assign(attempt, settles, { status: 'SUCCESS' })
    }
    if (verdict === 'AMOUNT_DIFF' || verdict === 'DUPLICATE') {
      const asked = { paymentId: attempt.id, number: notice.number, asked: attempt.amount }
      const came = { amount: event.amount, failure: verdict, on: this.today }
      this.books.book([setAsideTransfer(asked, came)])
      Object.assign(attempt, settles, { status: 'FAILED' })
    }
    if (verdict === 'FAILED') attempt.status = 'FAILED'
    return verdict === 'FAILED' ? 'RECORDED' : verdict
  }

  receive(money: ReceivedMoney): boolean {
    const wanted = money.noticeId ? [money.noticeId] : money.noticeIds
    const notices = this.openOf(money.employerId).filter(({ id }) => wanted === undefined || wanted.includes(id))
    if (this.books.book([receiptTransfer(money)]) === 0) return false
    this.#spend(money, notices)
    return true
  }

  /** No late fee while an agreement on later payment stands. */
  pause(ids: readonly string[], stands: boolean): void {
    for (const notice of this.notices.filter(({ id }) => ids.includes(id))) {
      const last = notice.lateFeePauses.at(-1)
      const paused = last !== undefined && last.to === undefined
      if (stands && !paused && notice.postedOn === null) notice.lateFeePauses.push({ from: addDays(this.today, 1) })
      if (!stands && paused) last.to = addDays(this.today, -1)
    }
  }

  get month(): Period {
    return period(periodOfDate(this.today))
  }

  #lateFeeInput(notice: Notice, on: string) {
    return lateFeeInputUnder(rules, { ...notice, settled: this.books.settledPartsOf(notice.id) }, on)
  }

  #spend(
    from: Pick<ReceivedMoney, 'employerId' | 'valueDate' | 'key' | 'paymentId'>,
    notices: readonly Notice[],
  ): void {
    for (const notice of notices) {
      const credit = fen(-this.books.balance(creditOf(from.employerId).code))
      if (credit <= 0) return
      const settled = [...this.books.settledPartsOf(notice.id)]
      const open: OpenNotice = { ...notice, postedOn: null, settled }
      const fee = accruedUnder(this.#lateFeeInput(notice, from.valueDate), open)
      const spent = settleNotice(open, this.books.sharesOf(notice.id), fee, credit)
      this.books.book(transfersOf(from, spent))
      if (this.books.balance(creditOf(from.employerId).code) + spent.remaining !== 0)
        throw new Error(`${notice.id} was settled and ${spent.remaining} should be left of the credit.`)
      const { status, postedOn, lateFee } = settledNotice(spent, this.today)
      const feePaidBefore = sumFen(settled.map((part) => part.lateFee))
      const pauses = notice.lateFeePauses.map((pause) => ({ ...pause }))
      Object.assign(notice, { status, postedOn, lateFee, spent: { on: from.valueDate, feePaidBefore, pauses } })
    }
  }
}
