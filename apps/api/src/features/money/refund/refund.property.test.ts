import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
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

const person = fc.integer({ min: 0, max: 1 })
const staff = fc.constantFrom('officer' as const, 'reviewer' as const, 'head' as const)
const action = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('applyForRefund' as const),
      person,
      wage: fc.option(fc.integer({ min: 1, max: 12_000 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('credit' as const),
      amount: fc.option(fc.integer({ min: 1, max: 60_000 })),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('verifyRefund' as const, 'approveRefund' as const, 'payOutRefund' as const),
      nth: fc.nat({ max: 3 }),
      staff,
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('advance' as const), nth: fc.nat({ max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rejectRefund' as const), nth: fc.nat({ max: 3 }), staff }) },
)

interface Advance {
  do: 'advance'
  nth: number
}

const extra = 50_000

it(
  'whatever is done in whatever order, no more leaves than came in and the books hold',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 8, maxLength: 20 }), async (actions) => {
        const unit = await addUnit(f.platform, [1_000_000, 700_000])
        await billMonth(f.platform, unit.employerId, '2024-08', { extra })
        const ids: string[] = []
        const apply = async (viewer: Viewer, variables: { input: object }) => {
          const { id } = await refundStep(f.platform, viewer, 'applyForRefund', variables)
          if (id) ids.push(id)
        }
        for (const each of actions) {
          if (each.do === 'applyForRefund') {
            const given = each.wage === null ? {} : { reason: 'OVER_DECLARED', correctedWage: each.wage * 100 }
            await apply(unit.viewer, monthOf(unit.individualIds[each.person], '2024-08', given))
          } else if (each.do === 'credit') {
            await apply(unit.viewer, {
              input: { source: 'CREDIT', reason: 'OVERPAID', explanation: '多缴的款项', amount: each.amount },
            })
          } else {
            const id = ids.at(-1 - each.nth) ?? ids[0]
            if (id === undefined) continue
            if (each.do === 'advance') {
              await advance(id)
              continue
            }
            const variables = { ...verificationOf(id), ...payoutOf(id), reason: '不同意退费' }
            await refundStep(f.platform, f[each.staff], each.do, variables)
          }
        }
        await expectNothingLost(unit.employerId, unit.individualIds)
      }),
      // What is drawn need not lead to the end; one that does is always among them.
      {
        numRuns: 12,
        examples: [[[{ do: 'credit', amount: 10_000 }, ...Array<Advance>(3).fill({ do: 'advance', nth: 0 })]]],
      },
    )
    expect((await proveLedger(f.platform)).breaks).toEqual([])
    expect(await f.platform.database.prisma.refund.count({ where: { status: 'PAID_OUT' } })).toBeGreaterThan(0)
  },
)

/** The next step by who may take it, so that some money does leave. */
async function advance(id: string): Promise<void> {
  const { status } = await f.platform.database.prisma.refund.findUniqueOrThrow({ where: { id } })
  if (status === 'APPLIED') await refundStep(f.platform, f.officer, 'verifyRefund', verificationOf(id))
  if (status === 'VERIFIED') await refundStep(f.platform, f.reviewer, 'approveRefund', { id })
  if (status === 'APPROVED') await refundStep(f.platform, f.head, 'payOutRefund', payoutOf(id))
}

async function expectNothingLost(employerId: string, individualIds: readonly string[]): Promise<void> {
  const refunds = await f.platform.database.prisma.refund.findMany({ where: { employerId, status: 'PAID_OUT' } })
  const sum = (of: readonly { amount: bigint }[]) => Number(of.reduce((total, { amount }) => total + amount, 0n))
  expect(sum(refunds.filter(({ source }) => source === 'CREDIT'))).toBeLessThanOrEqual(extra)
  for (const individualId of individualIds) {
    const rows = await f.platform.database.prisma.premiumPayment.findMany({ where: { individualId } })
    const of = (negative: boolean) =>
      rows
        .filter(({ kind }) => (kind === 'REFUND') === negative)
        .flatMap((row) => Object.entries(row))
        .reduce(
          (total, [name, value]) =>
            /(?:Employer|Personal)$/.test(name) && typeof value === 'bigint' ? total + Number(value) : total,
          0,
        )
    const paidOut = sum(refunds.filter((refund) => refund.individualId === individualId))
    expect(0 - of(true)).toBe(paidOut)
    expect(paidOut).toBeLessThanOrEqual(of(false))
    // A month counts while anything of it is left.
    const counted = rows.some(({ kind, status }) => kind === 'NORMAL' && status === 'PAID')
    expect(counted).toBe(paidOut < of(false))
  }
}
