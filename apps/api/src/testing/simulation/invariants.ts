import { civilDate, dayNumber, fen, INSURANCES, period } from '@shebao/kernel'
import { assessPerson, LATE_FEE_DAILY_RATES } from '@shebao/premium'
import { bankAccount, suspense } from '../../features/money/ledger/ledger.ts'
import { totalOf } from '../../features/money/enforcement/enforcement-guards.ts'
import type { Notice, Office } from './office.ts'
import type { World } from './world.ts'

// What must hold after every move, asked without the code that is asked about: sums in BigInt, days counted one by one, the bank's own
// book of what it paid.

/** The first that does not hold, in words. */
export function brokenIn(world: World): string | undefined {
  for (const check of checks) {
    const broken = check(world)
    if (broken !== undefined) return broken
  }
  return undefined
}

const checks: readonly ((world: World) => string | undefined)[] = [
  ({ office }) => ledgerOutOfBalance(office),
  (world) => bankDisagrees(world),
  ({ office }) => first(office.notices, (notice) => noticeIsWrong(office, notice)),
  ({ office }) => first(office.units, ({ id }) => unitIsWrong(office, id)),
  ({ cases }) =>
    first(cases, ({ noticeIds, state, due, standing: { taken, settledBefore }, known }) => {
      if (state === 'CLOSED_PAID' && totalOf(due) !== 0)
        return `a case of ${noticeIds.join()} is closed and ${totalOf(due)} is owed`
      if (totalOf(due) < 0) return `a case of ${noticeIds.join()} owes ${totalOf(due)}`
      const came = taken.paid + taken.allocated + taken.realised + taken.offset
      return known === due.settled && known !== settledBefore && came !== due.settled - settledBefore
        ? `a case of ${noticeIds.join()} counts ${came}, its bills ${due.settled - settledBefore}`
        : undefined
    }),
  ({ filings, office }) =>
    first(filings, ({ submitted }, index) =>
      (office.units[index]?.accepted ?? 0) > submitted ? 'more was accepted than was submitted' : undefined,
    ),
]

function first<Item>(
  items: readonly Item[],
  check: (item: Item, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const broken = check(item, index)
    if (broken !== undefined) return broken
  }
  return undefined
}

function ledgerOutOfBalance({ books }: Office): string | undefined {
  let all = 0n
  for (const { key, entries } of books.transfers) {
    const sum = entries.reduce((total, { amount }) => total + BigInt(amount), 0n)
    if (sum !== 0n) return `transfer ${key} is out of balance by ${sum}`
    all += sum
  }
  const balances = [...books.balances.values()].reduce((total, balance) => total + BigInt(balance), 0n)
  return balances === all ? undefined : `all accounts together are ${balances}`
}

/**
 * Of one order the office has the first sum that the bank said was paid, whatever it said afterwards; and every transfer once. What it
 * holds in suspense is what did not fit.
 */
function bankDisagrees({ office, bank, transfers, verdicts }: World): string | undefined {
  const paid = new Map<string, number>()
  for (const { key, type, amount } of verdicts) if (type === 'PAID' && !paid.has(key)) paid.set(key, amount)
  const byOrder = [...paid.values()].reduce((sum, amount) => sum + amount, 0)
  const byTransfer = transfers.reduce((sum, { amount }) => sum + amount, 0)
  let byForce = 0
  for (const { key, entries } of office.books.transfers)
    if (key.startsWith('payment:enforcement:')) byForce += entries[0]?.amount ?? 0
  const held = office.books.balance(bankAccount.code)
  if (held !== byOrder + byTransfer + byForce)
    return `the office counts ${held} at the bank, the bank ${byOrder} + ${byTransfer} + ${byForce}`
  const misfits = [...paid].filter(([key, amount]) => {
    const order = bank.orders.find((one) => one.key === key)
    return amount !== order?.amount || office.attempts.get(key)?.status !== 'SUCCESS'
  })
  const waiting = -office.books.balance(suspense.code)
  const expected = misfits.reduce((sum, [, amount]) => sum + amount, 0)
  return waiting === expected ? undefined : `${waiting} waits in suspense, ${expected} did not fit`
}

function noticeIsWrong(office: Office, notice: Notice): string | undefined {
  const shares = office.books.sharesOf(notice.id)
  const left = shares.reduce((sum, { outstanding }) => sum + outstanding, 0)
  if (shares.some(({ outstanding }) => outstanding < 0)) return `a share of ${notice.id} is overpaid`
  if ((notice.postedOn !== null) !== (left === 0)) return `${notice.id} is ${notice.status} and ${left} is left`
  const charged = Number(notice.employerTotal + notice.personalTotal + notice.lateFee)
  const settled = office.books.settledPartsOf(notice.id).reduce((sum, part) => sum + part.principal + part.lateFee, 0)
  if (charged !== settled + left) return `${notice.id} was charged ${charged}: ${settled} settled, ${left} left`
  if (notice.spent && !counted.has(notice.spent)) {
    counted.add(notice.spent)
    const byDays = Math.max(lateFeeByDays(office, notice, notice.spent), notice.spent.feePaidBefore)
    if (Number(notice.lateFee) !== byDays)
      return `${notice.id} has a late fee of ${notice.lateFee}, day by day ${byDays}`
  }
  return billIsWrong(office, notice)
}

/** A late fee is counted again when something was spent. */
const counted = new WeakSet<object>()

/** One day after the other, in the ppm of that day; rounded once. */
function lateFeeByDays(
  office: Office,
  { id, employerTotal, personalTotal, dueOn }: Notice,
  { on: until, pauses }: NonNullable<Notice['spent']>,
) {
  const parts = office.books
    .settledPartsOf(id)
    .map(({ on, principal }) => ({ day: dayNumber(civilDate(on)), principal }))
  let exact = 0n
  for (let day = dayNumber(civilDate(dueOn)) + 1; day <= dayNumber(civilDate(until)); day += 1) {
    const paused = pauses.some(
      ({ from, to }) => day >= dayNumber(civilDate(from)) && (to === undefined || day <= dayNumber(civilDate(to))),
    )
    if (paused) continue
    const paid = parts.filter((part) => part.day < day).reduce((sum, { principal }) => sum + principal, 0)
    exact += (employerTotal + personalTotal - BigInt(paid)) * BigInt(lateFeePpm)
  }
  return Number((exact + 500_000n) / 1_000_000n)
}
const lateFeePpm = LATE_FEE_DAILY_RATES.at(-1)?.ppm ?? 0

function unitIsWrong(office: Office, id: string): string | undefined {
  const own = office.notices.filter(({ employerId }) => employerId === id)
  const owed = own
    .flatMap((notice) => office.books.sharesOf(notice.id))
    .reduce((sum, { outstanding }) => sum + outstanding, 0)
  if (office.books.balance(`RECEIVABLE:${id}`) !== owed)
    return `${id} owes ${owed} by its bills, another sum by the ledger`
  return office.books.balance(`CREDIT:${id}`) > 0 ? `${id} has spent more than came in` : undefined
}

const right = new WeakSet<Notice>()

/** A bill is the sum of its people, one by one; it never changes, so each is added up once. */
function billIsWrong(office: Office, notice: Notice): string | undefined {
  if (right.has(notice)) return undefined
  const policy = office.policyOf(period(notice.period))
  const { wages, absences } = notice.people
  const all = wages.reduce((sum, wage, index) => {
    const absent = absences[index] ?? 0
    const participation = Object.fromEntries(
      INSURANCES.map((insurance, bit) => [insurance, (absent & (1 << bit)) === 0]),
    )
    return sum + assessPerson(policy, { average: fen(wage), participation }).total
  }, 0)
  const billed = Number(notice.employerTotal + notice.personalTotal)
  if (all !== billed) return `${notice.id} is ${billed}, its people come to ${all}`
  right.add(notice)
  return undefined
}
