import { fen } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { bankAccount, bookTransfer, bookTransfers, fundOf, suspense, writtenOff } from './ledger.ts'
import type { Transfer } from './transfer.ts'
import { LedgerKeyReused } from './transfer-content.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const received = (key: string, amount = 500): Transfer => ({
  kind: 'SUSPENSE',
  key,
  occurredOn: '2026-11-20',
  entries: [
    { account: bankAccount, amount: fen(amount) },
    { account: suspense, amount: fen(-amount), period: '2026-10', insurance: 'PENSION', side: 'PERSONAL' },
  ],
})

const entriesOf = (key: string) =>
  platform.database.query<{ amount: bigint }>(
    {
      text: `SELECT entry.amount FROM ledger_entry entry JOIN ledger_transfer transfer ON transfer.id = entry.transfer_id
      WHERE idempotency_key = $1 ORDER BY entry.id`,
    },
    [key],
  )

const reusedKey = (error: unknown) => (error instanceof LedgerKeyReused ? error.key : error)

describe('a key the ledger knows', () => {
  it('with the same content is a repetition, whatever explains it and in whatever order', async () => {
    expect(await bookTransfer(platform, received('k1'))).toBe(true)
    const again = received('k1')
    expect(await bookTransfer(platform, again)).toBe(false)
    expect(await bookTransfer(platform, { ...again, memo: { number: '7' }, entries: again.entries.toReversed() })).toBe(
      false,
    )
    expect(await entriesOf('k1')).toHaveLength(2)
  })

  const [bank, waiting] = received('k2').entries
  if (!bank || !waiting) throw new Error('two entries')
  const { insurance: _insurance, ...withoutInsurance } = waiting
  const others: [string, Partial<Transfer>][] = [
    ['another amount', { entries: received('k2', 501).entries }],
    ['another date', { occurredOn: '2026-11-21' }],
    ['another kind', { kind: 'REFUND' }],
    ['a notice', { noticeId: crypto.randomUUID() }],
    ['a payment', { paymentId: crypto.randomUUID() }],
    ['another account', { entries: [bank, { ...waiting, account: writtenOff }] }],
    ['another fund', { entries: [bank, { ...waiting, account: fundOf('MEDICAL') }] }],
    ['another month', { entries: [bank, { ...waiting, period: '2026-09' }] }],
    ['another insurance', { entries: [bank, { ...waiting, insurance: 'MEDICAL' }] }],
    ['no insurance', { entries: [bank, withoutInsurance] }],
    ['the other side', { entries: [bank, { ...waiting, side: 'EMPLOYER' }] }],
    ['one entry in two', { entries: [bank, { ...waiting, amount: fen(-200) }, { ...waiting, amount: fen(-300) }] }],
  ]
  it.each(others)('with %s is refused by name', async (_what, other) => {
    await bookTransfer(platform, received('k2'))
    const refused = await bookTransfer(platform, { ...received('k2'), ...other }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ name: 'LedgerKeyReused', key: 'k2' })
    expect(String(refused)).not.toMatch(/50[01]/)
    expect(await entriesOf('k2')).toMatchObject([{ amount: 500n }, { amount: -500n }])
  })

  it('takes its whole batch with it', async () => {
    await bookTransfer(platform, received('k3'))
    const batch = [received('k4'), received('k3', 700), received('k5')]
    expect(await bookTransfers(platform, batch).catch(reusedKey)).toBe('k3')
    expect(await entriesOf('k4')).toEqual([])
    expect(await bookTransfers(platform, [received('k4'), received('k3'), received('k5')])).toBe(2)
  })

  it('twice in one batch is one booking, and none with two contents', async () => {
    expect(await bookTransfers(platform, [received('k6'), received('k6')])).toBe(1)
    expect(await entriesOf('k6')).toHaveLength(2)
    expect(await bookTransfers(platform, [received('k7'), received('k7', 1)]).catch(reusedKey)).toBe('k7')
    expect(await entriesOf('k7')).toEqual([])
  })

  it('is seen by the second of two transactions at once', async () => {
    const outcomes = await Promise.allSettled([
      bookTransfer(platform, received('k8', 10)),
      bookTransfer(platform, received('k8', 20)),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(outcomes.flatMap((one) => (one.status === 'rejected' ? reusedKey(one.reason) : []))).toEqual(['k8'])
    expect(await entriesOf('k8')).toHaveLength(2)
    const same = await Promise.all([1, 2, 3].map(() => bookTransfer(platform, received('k9'))))
    expect(same.filter(Boolean)).toHaveLength(1)
  })
})
