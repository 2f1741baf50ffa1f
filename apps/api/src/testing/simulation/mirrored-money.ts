import { addDays, fen } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import type { BankEvent } from '@shebao/bank-protocol'
import { assessEmployer } from '../../features/money/assessment/assess-employer.ts'
import { applyBankReport } from '../../features/money/payment/apply-bank-report.ts'
import { openAttempt } from '../../features/money/payment/open-attempt.ts'
import { receiveMoney } from '../../features/money/settlement/allocate-credit.ts'
import { workingCalendar } from '../../features/register/calendar/index.ts'
import { Refusal } from '../../access/refusal.ts'
import { addEmployer } from '../money/payment/billing-fixture.ts'
import type { TestPlatform } from '../test-platform.ts'
import { Bank } from './bank.ts'
import type { Move } from './moves.ts'
import { MirroredProceedings } from './mirrored-proceedings.ts'
import { Office } from './office.ts'
import type { Notice } from './office.ts'
import { firstDay } from './world.ts'

// The money of a seed's story twice: in the maps of the simulation, and by the product's own use cases on a database. After every move
// each account, each bill and each attempt must be the same in both. Who is insured is given: declarations are mirrored by themselves
// (mirrored-filing.ts); what becomes of who does not pay is in mirrored-proceedings.ts.

/** Units of the model and of the office have the same identifiers, and so do their accounts. */
export const wagesOfUnits = [[1_000_000, 800_000], [1_234_567], [400_000, 3_500_000, 650_000]]

const nthOf = <Item>(items: readonly Item[], nth: number): Item | undefined => items[nth % Math.max(1, items.length)]
/** That an order is on its way hides, in the office, what a bill was before; what is left of it stands in the accounts. */
const onItsWay: Readonly<Record<string, string>> = {
  SENT_TO_BANK: 'OPEN',
  UNPAID: 'OPEN',
  PARTIALLY_PAID: 'OPEN',
  UNKNOWN: 'OPEN',
}
const stateOf = (status: string) => onItsWay[status] ?? status

interface Transferred {
  employerId: string
  amount: number
  valueDate: CivilDate
  key: string
}

export class MirroredMoney {
  readonly #platform: TestPlatform
  readonly #office: Office
  readonly #bank = new Bank()
  readonly #proceedings: MirroredProceedings
  readonly #story: string
  readonly #before: ReadonlyMap<string, bigint>
  readonly #transfers: Transferred[] = []
  #payments = 0

  private constructor(
    platform: TestPlatform,
    given: { office: Office; proceedings: MirroredProceedings; story: string; before: ReadonlyMap<string, bigint> },
  ) {
    this.#platform = platform
    this.#office = given.office
    this.#proceedings = given.proceedings
    this.#story = given.story
    this.#before = given.before
  }

  /** New units in an office that may have others: only what changes from here on counts. */
  static async open(platform: TestPlatform, story: string): Promise<MirroredMoney> {
    platform.clock.set(`${firstDay}T10:00:00+08:00`)
    const employers = []
    for (const of of wagesOfUnits) employers.push((await addEmployer(platform, of)).employerId)
    const office = new Office(firstDay, await workingCalendar(platform), employers)
    for (const [index, unit] of office.units.entries()) {
      unit.wages = wagesOfUnits[index] ?? []
      unit.absences = unit.wages.map(() => 0)
    }
    const proceedings = await MirroredProceedings.open(platform, office)
    return new MirroredMoney(platform, { office, proceedings, story, before: await balancesOf(platform) })
  }

  /** What became of it, in a word or two; throws where the two did not do the same. */
  async make(move: Move): Promise<string> {
    switch (move.do) {
      case 'DAYS':
        return this.#pass(move.days)
      case 'CLOCK_BACK':
        this.#goTo(addDays(this.#office.today, -move.days))
        await this.#proceedings.follow()
        return this.#office.today
      case 'BEGIN_PAYMENT':
        return this.#beginPayment(move)
      case 'ORDER_ENDS':
        return this.#bank.end(move.nth, move.how, this.#instant)?.key ?? 'NOTHING'
      case 'CONTRADICT':
        return this.#bank.contradict(move.nth, move.how, this.#instant)?.key ?? 'NOTHING'
      case 'REPORT':
        return this.#hear(this.#bank.deliver(move.nth))
      case 'REPORT_AGAIN':
        return this.#hear(this.#bank.deliverAgain(move.nth))
      case 'TRANSFER':
        return this.#transfer(move)
      case 'TRANSFER_AGAIN':
        return this.#receive(nthOf(this.#transfers, move.nth))
      case 'ENFORCE':
        return this.#proceedings.enforce(move)
      case 'DECLARE':
      case 'REVIEW':
        throw new Error('Who is insured is given.')
    }
  }

  /** The first difference between the maps and the database, in words. */
  async difference(): Promise<string | undefined> {
    const now = await balancesOf(this.#platform)
    const { balances } = this.#office.books
    for (const code of new Set([...now.keys(), ...balances.keys()])) {
      const [real, model] = [(now.get(code) ?? 0n) - (this.#before.get(code) ?? 0n), BigInt(balances.get(code) ?? 0)]
      if (real !== model) return `account ${code} is ${real}, the model has ${model}`
    }
    return (await this.#differentBill()) ?? (await this.#differentAttempt()) ?? this.#proceedings.difference()
  }

  async #differentBill(): Promise<string | undefined> {
    const rows = await this.#platform.database.prisma.paymentNotice.findMany({
      where: { employerId: { in: this.#office.units.map(({ id }) => id) } },
    })
    if (rows.length !== this.#office.notices.length)
      return `there are ${rows.length} bills, the model has ${this.#office.notices.length}`
    for (const notice of this.#office.notices) {
      const row = rows.find(({ employerId, period }) => employerId === notice.employerId && period === notice.period)
      const [real, model] = [row && wordsOf(row), wordsOf(notice)]
      if (real !== model) return `${notice.id} is ${real}, the model has ${model}`
    }
    return undefined
  }

  async #differentAttempt(): Promise<string | undefined> {
    const rows = await this.#platform.database.prisma.payment.findMany({
      where: { idempotencyKey: { in: [...this.#office.attempts.keys()] } },
    })
    for (const [key, { amount, status }] of this.#office.attempts) {
      const row = rows.find(({ idempotencyKey }) => idempotencyKey === key)
      const [real, model] = [row && `${row.amount} ${stateOf(row.status)}`, `${amount} ${stateOf(status)}`]
      if (real !== model) return `${key} is ${real}, the model has ${model}`
    }
    return undefined
  }

  get #instant(): string {
    return `${this.#office.today}T02:00:00Z`
  }

  #goTo(day: CivilDate): string {
    this.#office.today = day
    this.#platform.clock.set(`${day}T10:00:00+08:00`)
    return day
  }

  async #pass(days: number): Promise<string> {
    for (let day = 0; day < days; day += 1) {
      const today = this.#goTo(addDays(this.#office.today, 1))
      await this.#proceedings.passNight()
      if (!today.endsWith('-01')) continue
      for (const unit of this.#office.units) {
        this.#office.bill(unit, this.#office.month)
        await assessEmployer(this.#platform, { employerId: unit.id, period: this.#office.month })
      }
    }
    await this.#proceedings.follow()
    return this.#office.today
  }

  async #beginPayment({ nth, repeats }: Extract<Move, { do: 'BEGIN_PAYMENT' }>): Promise<string> {
    const notice = nthOf(this.#office.notices, nth)
    if (!notice) return 'NOTHING'
    if (!repeats) this.#payments += 1
    const key = `${this.#story}-${this.#payments}`
    const attempt = this.#office.beginPayment(notice, key)
    if (attempt) this.#bank.order(key, attempt.amount)
    const real = await this.#openAttempt(notice, key)
    const model = attempt ? `NEW ${attempt.amount}` : 'NOT BEGUN'
    if (real !== model) throw new Error(`${notice.id}: ${real}, the model says ${model}`)
    return `${notice.period} ${model}`
  }

  async #openAttempt({ employerId, period }: Notice, key: string): Promise<string> {
    const { prisma } = this.#platform.database
    const { id } = await prisma.paymentNotice.findFirstOrThrow({ where: { employerId, period } })
    const asked = {
      noticeId: id,
      key,
      channel: 'E_BANK',
      actor: { actorKind: 'SYSTEM', origin: 'simulation' },
      permit: async () => undefined,
    } as const
    try {
      const opened = await openAttempt(this.#platform, asked)
      return opened.kind === 'NEW' ? `NEW ${opened.payment.amount}` : 'NOT BEGUN'
    } catch (error) {
      // A key of another bill.
      if (error instanceof Refusal) return 'NOT BEGUN'
      throw error
    }
  }

  async #hear(event: BankEvent | undefined): Promise<string> {
    if (!event) return 'NOTHING'
    const [model, real] = [this.#office.hear(event), await applyBankReport(this.#platform, event)]
    if (real !== model) throw new Error(`${event.eventId} is ${real}, the model says ${model}`)
    await this.#proceedings.follow()
    return `${event.key} ${event.type} ${event.amount} → ${model}`
  }

  #transfer({ unit, amount, daysAgo }: Extract<Move, { do: 'TRANSFER' }>): Promise<string> {
    const employerId = nthOf(this.#office.units, unit)?.id ?? ''
    const key = `${this.#story}-transfer-${this.#transfers.length + 1}`
    const money = { employerId, amount, valueDate: addDays(this.#office.today, -daysAgo), key }
    this.#transfers.push(money)
    return this.#receive(money)
  }

  async #receive(money: Transferred | undefined): Promise<string> {
    if (!money) return 'NOTHING'
    const received = { ...money, amount: fen(money.amount) }
    const model = this.#office.receive(received)
    const { booked } = await receiveMoney(this.#platform, received)
    if (booked !== model) throw new Error(`${money.key} booked: ${booked}, the model says ${model}`)
    await this.#proceedings.follow()
    return `${money.key} ${model ? 'BOOKED' : 'KNOWN'}`
  }
}

type Bill = Pick<Notice, 'dueOn' | 'status' | 'postedOn' | 'lateFee' | 'employerTotal' | 'personalTotal'>
const wordsOf = ({
  dueOn,
  status,
  postedOn,
  lateFee,
  employerTotal,
  personalTotal,
}: Bill | (Omit<Bill, 'dueOn' | 'status'> & Record<'dueOn' | 'status', string>)) =>
  `${employerTotal} + ${personalTotal} due ${dueOn}, ${stateOf(status)} ${postedOn ?? ''} late fee ${lateFee}`

async function balancesOf({ database }: TestPlatform): Promise<ReadonlyMap<string, bigint>> {
  const rows = await database.query<{ code: string; balance: bigint }>({
    text: `SELECT code, sum(amount)::bigint AS balance FROM ledger_entry JOIN ledger_account ON ledger_account.id = account_id GROUP BY code`,
  })
  return new Map(rows.map(({ code, balance }) => [code, balance]))
}
