import { fen, period } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { findEmployerBalance, listPersonBalances, listShareBalances } from '../ledger/balances.repository.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { seedPolicy } from '../policy/policy-in-force.ts'
import { allocateCredit, receiveMoney } from './allocate-credit.ts'
import { assessEmployer } from '../assessment/assess-employer.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
})
afterAll(() => platform.close())

const money = (employerId: string, amount: number, valueDate: string, key: string = crypto.randomUUID()) =>
  receiveMoney(platform, { employerId, amount: fen(amount), valueDate, key })

const notice = (id: string) => platform.database.prisma.paymentNotice.findUniqueOrThrow({ where: { id } })

async function bill(employerId: string, month: string): Promise<string> {
  platform.clock.set(`${month}-02T10:00:00+08:00`)
  const assessed = await assessEmployer(platform, { employerId, period: period(month) })
  return assessed?.noticeId ?? ''
}

async function expectLedgerHolds(): Promise<void> {
  expect((await proveLedger(platform)).breaks).toEqual([])
}

describe('money that names no notice', () => {
  it('settles the oldest month first, then personal before employer shares (domain 3.5, 5 000.00 yuan)', async () => {
    const { employerId, individualIds } = await addEmployer(platform, [1_000_000])
    const june = await bill(employerId, '2024-08')
    const july = await bill(employerId, '2024-09')
    // June's counterpart here is August, due on Monday 2024-08-26: 11 days late cost 20.37.
    expect((await notice(june)).dueOn).toBe('2024-08-26')
    platform.clock.set('2024-09-06T10:00:00+08:00')
    const received = await money(employerId, 500_000, '2024-09-06')
    expect(received.notices.map(({ noticeId, settled }) => [noticeId, settled])).toEqual([
      [june, true],
      [july, false],
    ])
    expect(received.notices[0]?.lateFeeBooked).toBe(2_037)
    expect(received.remaining).toBe(0)
    expect(await notice(june)).toMatchObject({
      status: 'POSTED',
      postedOn: '2024-09-06',
      lateFee: 2_037n,
      total: 372_337n,
    })
    expect(await notice(july)).toMatchObject({ status: 'PARTIALLY_PAID', postedOn: null, lateFee: 0n })
    const shares = await listShareBalances(platform, [july])
    const open = (side: string) =>
      shares.filter((share) => share.side === side).reduce((sum, { outstanding }) => sum + outstanding, 0)
    expect(open('PERSONAL')).toBe(0)
    // 223.63 of July's employer share of 2 650.00.
    expect(open('EMPLOYER')).toBe(265_000 - 22_363)
    const months = await listPersonBalances(platform, individualIds[0] ?? '', { from: '2024-08', to: '2024-09' }, 10)
    expect(
      months.map(({ period: month, status, employerOutstanding, personalOutstanding }) => [
        month,
        status,
        employerOutstanding,
        personalOutstanding,
      ]),
    ).toEqual([
      // The pension share took the 223.63 and is not settled: all of it is outstanding for the person.
      ['2024-09', 'UNPAID', 265_000, 0],
      ['2024-08', 'PAID', 0, 0],
    ])
    await expectLedgerHolds()
  })

  it('lowers the principal from the next day on: the vector of 100 000.00 with 40 000.00 in between', async () => {
    const { employerId } = await addEmployer(platform, [1_000_000, 1_000_000])
    const id = await bill(employerId, '2024-07')
    expect((await notice(id)).dueOn).toBe('2024-07-25')
    const principal = 740_600
    platform.clock.set('2024-08-05T10:00:00+08:00')
    const first = await money(employerId, 340_600, '2024-08-05')
    // 7 406.00 x 11 days: 40.73, of which nothing is paid yet: shares come before the late fee.
    expect(first.notices[0]).toMatchObject({ lateFeeBooked: 4_073, settled: false })
    platform.clock.set('2024-08-15T10:00:00+08:00')
    // 4 000.00 x 10 days: 20.00; both stretches round together: 60.733 -> 60.73.
    const second = await money(employerId, principal - 340_600 + 6_073, '2024-08-15')
    expect(second.notices[0]).toMatchObject({ lateFeeBooked: 2_000, settled: true })
    expect(second.remaining).toBe(0)
    expect(await notice(id)).toMatchObject({ status: 'POSTED', lateFee: 6_073n })
    await expectLedgerHolds()
  })

  it('counts the people’s months as paid when the premiums are, also while a late fee is owed', async () => {
    const { employerId } = await addEmployer(platform, [1_000_000])
    const id = await bill(employerId, '2024-07')
    platform.clock.set('2024-08-05T10:00:00+08:00')
    await money(employerId, 370_300, '2024-08-05')
    expect(await notice(id)).toMatchObject({ status: 'PARTIALLY_PAID', lateFee: 2_037n })
    expect(await platform.database.prisma.premiumPayment.findFirst({ where: { noticeId: id } })).toMatchObject({
      status: 'PAID',
    })
    // The principal is paid: the fee no longer grows.
    platform.clock.set('2024-10-05T10:00:00+08:00')
    expect((await money(employerId, 2_037, '2024-10-05')).notices[0]).toMatchObject({ lateFeeBooked: 0, settled: true })
    await expectLedgerHolds()
  })

  it('is booked once, and what no debt takes stays to the employer’s credit until a debt comes', async () => {
    const { employerId } = await addEmployer(platform, [1_000_000])
    const key = crypto.randomUUID()
    platform.clock.set('2024-10-01T10:00:00+08:00')
    expect(await money(employerId, 400_000, '2024-10-01', key)).toMatchObject({ booked: true, remaining: 400_000 })
    expect(await money(employerId, 400_000, '2024-10-01', key)).toMatchObject({ booked: false })
    expect(await findEmployerBalance(platform, employerId)).toEqual({ owed: 0, credit: 400_000 })
    await bill(employerId, '2024-10')
    const used = await allocateCredit(platform, { employerId, valueDate: '2024-10-02', key: 'issue' })
    expect(used.remaining).toBe(29_700)
    expect(await findEmployerBalance(platform, employerId)).toEqual({ owed: 0, credit: 29_700 })
    await expectLedgerHolds()
  })

  it('that comes twice at the same moment is spent once', async () => {
    const { employerId } = await addEmployer(platform, [1_000_000])
    const id = await bill(employerId, '2024-11')
    const key = crypto.randomUUID()
    const both = await Promise.all([1, 2].map(() => money(employerId, 370_300, '2024-11-04', key)))
    expect(both.filter(({ booked }) => booked)).toHaveLength(1)
    expect(await notice(id)).toMatchObject({ status: 'POSTED' })
    await expectLedgerHolds()
  })
})

describe('the database', () => {
  const transferRow = (id: string) => ({
    text: `INSERT INTO ledger_transfer (id, kind, idempotency_key, occurred_on) VALUES ('${id}', 'CHARGE', '${id}', '2026-01-01')`,
  })
  const entry = (transferId: string, amount: number) => ({
    text: `INSERT INTO ledger_entry (transfer_id, account_id, amount) SELECT '${transferId}', id, ${amount} FROM ledger_account LIMIT 1`,
  })

  it('refuses a transfer without entries', async () => {
    const id = crypto.randomUUID()
    await expect(platform.database.query(transferRow(id))).rejects.toThrow(/out of balance/)
  })

  it('refuses entries that come after their transfer was committed, balanced or not', async () => {
    const id = crypto.randomUUID()
    await platform.database.transaction(async () => {
      await platform.database.query(transferRow(id))
      await platform.database.query(entry(id, 5))
      await platform.database.query(entry(id, -5))
    })
    await expect(platform.database.query(entry(id, 7))).rejects.toThrow(/only together with their transfer/)
    const pair = platform.database.transaction(async () => {
      await platform.database.query(entry(id, 7))
      await platform.database.query(entry(id, -7))
    })
    await expect(pair).rejects.toThrow(/only together with their transfer/)
  })

  it('never changes the amounts of a person’s month, nor lets it go', async () => {
    await expect(
      platform.database.query({ text: 'UPDATE premium_payment SET pension_employer = pension_employer + 1' }),
    ).rejects.toThrow(/append-only/)
    await expect(platform.database.query({ text: 'DELETE FROM premium_payment' })).rejects.toThrow(/append-only/)
  })
})
