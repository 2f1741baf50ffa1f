import { fen, period } from '@shebao/kernel'
import { findPart } from '@shebao/premium'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { seedPolicy } from '../policy/policy-in-force.ts'
import { assessEmployer } from '../assessment/assess-employer.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { askDerivation, deriveFor } from '../../../testing/ask-derivation.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
})
afterAll(() => platform.close())

const insurances = ['PENSION', 'UNEMPLOYMENT', 'MEDICAL', 'WORK_INJURY']

/** Floors of 7 500.00 from July 2026, published after August was billed on those of 2025. */
async function publishLate(): Promise<void> {
  await platform.database.prisma.policyParameter.createMany({
    data: insurances.map((insurance) => ({
      region: '110000',
      insurance,
      payerSide: 'ALL',
      category: 'ALL',
      name: 'BASE_FLOOR',
      value: 750_000n,
      validFrom: '2026-07',
      validTo: '2027-06',
      source: '测试',
      approvedBy: 'test',
    })),
  })
}

it('a month is explained by what was published when it was billed, whatever was published since', async () => {
  platform.clock.set('2026-08-10T10:00:00+08:00')
  const { viewer, employerId, individualIds } = await addEmployer(platform, [500_000])
  const billed = await assessEmployer(platform, { employerId, period: period('2026-08') })
  const derive = async (kind: string) => {
    const month = `${individualIds[0]}:2026-08:${employerId}:${kind}`
    const { derivation, errors } = await askDerivation(platform, viewer, { month })
    expect(errors).toEqual([])
    if (!derivation) throw new Error('there is no derivation')
    return derivation
  }
  const before = await derive('NORMAL')
  expect(before).toMatchObject({ agrees: true, explanation: { result: { value: billed?.total } } })
  await publishLate()
  expect(await derive('NORMAL')).toEqual(before)
  const whole = await deriveFor(platform, viewer, { notice: billed?.noticeId })
  expect(findPart(whole, { label: 'BASE_FLOOR', insurance: 'PENSION' })?.result.value).toBe(716_200)

  // What the difference job writes for the pension shares: 338.00 yuan more base at 16 % and 8 %.
  const { id: noticeId } = await platform.database.prisma.paymentNotice.create({
    data: {
      number: 'DIFF1',
      employerId,
      period: '2026-08',
      kind: 'DIFFERENCE',
      people: 1,
      employerTotal: 5_408n,
      personalTotal: 2_704n,
      total: 8_112n,
      issuedOn: '2026-09-01',
      dueOn: '2026-09-25',
    },
  })
  const month = await platform.database.prisma.premiumPayment.findFirstOrThrow({ where: { employerId } })
  const none = Object.fromEntries(
    Object.entries(month).map(([name, value]) => [name, typeof value === 'bigint' ? 0n : value]),
  ) as typeof month
  await platform.database.prisma.premiumPayment.create({
    data: {
      ...none,
      kind: 'DIFFERENCE',
      noticeId,
      averageWage: month.averageWage,
      pensionEmployer: 5_408n,
      pensionPersonal: 2_704n,
    },
  })
  const difference = await derive('DIFFERENCE')
  expect(difference).toMatchObject({
    agrees: true,
    explanation: { label: 'DIFFERENCE_TOTAL', result: { value: fen(8_112) } },
  })
  const employer = findPart(difference.explanation, { label: 'DIFFERENCE', insurance: 'PENSION', side: 'EMPLOYER' })
  expect(employer?.inputs.map(({ label, result }) => [label, result.value])).toEqual([
    ['AMOUNT_AFTER', 114_592 + 5_408],
    ['AMOUNT_BEFORE', 114_592],
  ])
})
