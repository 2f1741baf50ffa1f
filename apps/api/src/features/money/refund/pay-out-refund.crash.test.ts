import { afterAll, beforeAll, expect, it } from 'vitest'
import { crashBefore, crashesCanBePlayed } from '../../../testing/crash.ts'
import type { CrashEnd } from '../../../testing/crash.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import {
  addUnit,
  billMonth,
  monthOf,
  openRefundFixture,
  payoutOf,
  refundStep,
  verificationOf,
} from '../../../testing/money/refund/refund-fixture.ts'
import type { RefundFixture } from '../../../testing/money/refund/refund-fixture.ts'

let f: RefundFixture
beforeAll(async () => {
  f = await openRefundFixture()
})
afterAll(() => f.platform.close())

/** A paid month of 3 703.00 whose refund waits to leave the bank. */
async function approvedRefund(): Promise<{ id: string; individualId: string }> {
  const unit = await addUnit(f.platform, [1_000_000])
  await billMonth(f.platform, unit.employerId, '2024-08')
  const individualId = unit.individualIds[0] ?? ''
  const { id } = await refundStep(f.platform, unit.viewer, 'applyForRefund', monthOf(individualId, '2024-08'))
  await refundStep(f.platform, f.officer, 'verifyRefund', verificationOf(id))
  await refundStep(f.platform, f.reviewer, 'approveRefund', { id })
  return { id, individualId }
}

async function stateOf({ id, individualId }: { id: string; individualId: string }) {
  const refund = await f.platform.database.prisma.refund.findUniqueOrThrow({ where: { id } })
  const months = await f.platform.database.prisma.premiumPayment.findMany({ where: { individualId } })
  const transfers = await f.platform.database.prisma.ledgerTransfer.count({ where: { idempotencyKey: `refund:${id}` } })
  return [refund.status, transfers, ...months.map(({ kind, status }) => `${kind} ${status}`).toSorted()]
}

const before = ['APPROVED', 0, 'NORMAL PAID']
const after = ['PAID_OUT', 1, 'NORMAL REFUNDED', 'REFUND REFUNDED']

it.runIf(crashesCanBePlayed())(
  'a refund leaves whole or not at all wherever the process dies, and once when it is entered again',
  { timeout: 300_000 },
  async () => {
    let end: CrashEnd = 'CRASHED'
    const states: unknown[] = []
    for (let step = 1; end === 'CRASHED'; step += 1) {
      const refund = await approvedRefund()
      const payout = payoutOf(refund.id)
      end = await crashBefore(f.platform, 'payOutRefund', step, { viewer: f.head, payout })
      states.push(await stateOf(refund))
      expect((await refundStep(f.platform, f.head, 'payOutRefund', payout)).state).toBe('PAID_OUT')
      expect(await stateOf(refund)).toEqual(after)
    }
    // Cut before the COMMIT; after it, before anybody heard of it; not at all.
    expect(states).toEqual([before, after, after])
    expect((await proveLedger(f.platform)).breaks).toEqual([])
  },
)
