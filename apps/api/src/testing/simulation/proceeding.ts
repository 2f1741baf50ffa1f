import { fen, sumFen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { enforcementTable } from '../../features/money/enforcement/enforcement.lifecycle.ts'
import type { EvidenceKind } from '../../features/money/enforcement/evidence/evidence-kinds.ts'
import type { StepInput } from '../../features/money/enforcement/step-input.ts'
import { Walk } from '../money/enforcement-walk.ts'
import type { Person } from '../money/enforcement-walk.ts'
import type { Office } from './office.ts'

/** A case of SIL 63 whose two figures are those of the office's ledger. */
export class Proceeding extends Walk {
  readonly employerId: string
  readonly noticeIds: string[] = []
  readonly #office: Office
  readonly #number: number
  #receipts = 0

  constructor(office: Office, number: number, employerId: string) {
    super(office.calendar)
    this.#office = office
    this.#number = number
    this.employerId = employerId
    this.today = office.today
  }

  get due() {
    const debts = this.noticeIds.map((id) => this.#office.dueOf(this.#office.notice(id)))
    const sum = (of: 'principal' | 'lateFee' | 'settled'): Fen => sumFen(debts.map((debt) => debt[of]))
    return { principal: sum('principal'), lateFee: sum('lateFee'), settled: sum('settled') }
  }

  get isOver(): boolean {
    return enforcementTable.final.some((state) => state === this.state)
  }

  /** Bills join while nobody has looked into the case; what was paid of them before is no money of the case. */
  join(noticeId: string): void {
    this.noticeIds.push(noticeId)
    const before = this.#office.dueOf(this.#office.notice(noticeId)).settled
    this.standing = { ...this.standing, settledBefore: this.standing.settledBefore + before }
    this.known += before
  }

  pay(amount: number): void {
    const open = this.noticeIds.filter((id) => {
      const { principal, lateFee } = this.#office.dueOf(this.#office.notice(id))
      return principal + lateFee > 0
    })
    if (amount === 0) return
    this.#receipts += 1
    this.#office.receive({
      employerId: this.employerId,
      amount: fen(amount),
      valueDate: this.today,
      key: `enforcement:${this.#number}-${this.#receipts}`,
      noticeIds: open,
    })
  }

  override take(person: Person, input: StepInput, evidence?: readonly EvidenceKind[]): string {
    const before = this.state
    const outcome = super.take(person, input, evidence)
    if (outcome === 'TAKEN' && (before === 'DEFERRED') !== (this.state === 'DEFERRED'))
      this.#office.pause(this.noticeIds, this.state === 'DEFERRED')
    return outcome
  }

  /** What days alone bring about; TAKEN where they did. */
  lapse(): string {
    const lapses = { ORDERED: 'EXPIRE_ORDER', DEFERRED: 'BREACH_DEFERRAL', SUSPENDED: 'LAPSE' } as const
    if (!(this.state in lapses)) return 'NOTHING'
    return this.take('job', { event: lapses[this.state as keyof typeof lapses] })
  }
}

export interface OpenedCases {
  opened: number
  joined: number
}

/** On the day after the due date whatever is owed makes a case, or joins the one that nobody has looked into yet. */
export function openCases(office: Office, cases: Proceeding[]): OpenedCases {
  const result = { opened: 0, joined: 0 }
  const held = (noticeId: string) =>
    cases.some((one) => one.noticeIds.includes(noticeId) && (!one.isOver || one.state === 'TERMINATED'))
  const overdue = office.notices.filter(
    ({ id, postedOn, dueOn }) => postedOn === null && dueOn < office.today && !held(id),
  )
  const opened = new Map<string, Proceeding>()
  for (const { id, employerId } of overdue) {
    const waiting = cases.find((one) => one.employerId === employerId && one.state === 'OVERDUE')
    const one = waiting ?? new Proceeding(office, cases.length + 1, employerId)
    if (!waiting) {
      cases.push(one)
      opened.set(employerId, one)
    }
    if (waiting && !opened.has(employerId)) result.joined += 1
    one.join(id)
  }
  return { ...result, opened: opened.size }
}
