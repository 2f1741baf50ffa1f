import { fen, period } from '@shebao/kernel'
import type { Explanation } from '@shebao/premium'
import { findFalseNodes } from '@shebao/test-support'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, staffViewer } from '../../../testing/ask.ts'
import { addOffice } from '../../../testing/readers.ts'
import { applyBankReport } from './apply-bank-report.ts'
import { assessEmployer } from '../assessment/assess-employer.ts'
import { continueRun } from '../run/continue-run.ts'
import { receiveMoney } from '../settlement/allocate-credit.ts'
import { openAttempt } from './open-attempt.ts'
import { startBillingRun } from '../run/start-run.ts'
import { addEmployer, openBillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import type { BillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import { askDerivation, deriveFor } from '../../../testing/ask-derivation.ts'

/** 10 000.00 yuan in Beijing, class 1 (domain specification, section 2.4). */
const vector = 370_300

let fixture: BillingFixture
beforeAll(async () => {
  fixture = await openBillingFixture()
})
afterAll(() => fixture.close())

async function derivePayments(viewer: Viewer, noticeId: string): Promise<Explanation[]> {
  const query = 'query ($id: ID!) { paymentNotice(id: $id) { payments { id } } }'
  const { data, errors } = await ask(fixture.platform, viewer, query, { id: noticeId })
  expect(errors).toEqual([])
  const { payments } = data['paymentNotice'] as unknown as { payments: { id: string }[] }
  return Promise.all(payments.map(({ id }) => deriveFor(fixture.platform, viewer, { payment: id })))
}

async function deriveBalances(viewer: Viewer): Promise<Record<string, unknown>> {
  const query = '{ employer { id balance { owed credit } } }'
  const { data, errors } = await ask(fixture.platform, viewer, query)
  expect(errors).toEqual([])
  const { id: employerId, balance } = data['employer'] as unknown as { id: string; balance: Record<string, unknown> }
  const why = (figure: string) => deriveFor(fixture.platform, viewer, { balance: { employerId, figure } })
  return { ...balance, owedDerivation: await why('OWED'), creditDerivation: await why('CREDIT') }
}

it('a payment opens into what was owed when it was asked for, and into what it settled when it came', async () => {
  const { platform } = fixture
  platform.clock.set('2024-07-02T10:00:00+08:00')
  const { viewer, employerId } = await addEmployer(platform, [1_000_000])
  const { viewer: other } = await addEmployer(platform, [1_000_000])
  const { noticeId = '' } = (await assessEmployer(platform, { employerId, period: period('2024-07') })) ?? {}
  // Eleven days late: 20.37.
  platform.clock.set('2024-08-05T10:00:00+08:00')
  const key = crypto.randomUUID()
  const actor = { actorKind: 'SYSTEM', origin: 'test' } as const
  await openAttempt(platform, { noticeId, key, channel: 'E_BANK', actor, permit: async () => undefined })
  const [asked] = await derivePayments(viewer, noticeId)
  expect(asked).toMatchObject({ label: 'OUTSTANDING', result: { value: vector + 2037 } })

  await applyBankReport(platform, {
    eventId: crypto.randomUUID(),
    key,
    sequence: 1,
    type: 'PAID',
    amount: vector + 2037,
    reference: `REF${key}`,
    failure: null,
    occurredAt: '2024-08-05T02:00:00.000Z',
  })
  const [came] = await derivePayments(viewer, noticeId)
  expect(came).toMatchObject({ label: 'PAYMENT', result: { value: vector + 2037 } })
  expect(came ? findFalseNodes(came) : ['none']).toEqual([])
  const parts = came?.inputs[0]?.inputs ?? []
  expect(parts.map(({ label, params, result }) => [label, params['side'], result.value])).toEqual([
    // The employee's shares before the employer's, the late fee last (domain specification 3.5).
    ['ALLOCATED_SHARE', 'PERSONAL', 80_000],
    ['ALLOCATED_SHARE', 'PERSONAL', 5_000],
    ['ALLOCATED_SHARE', 'PERSONAL', 20_300],
    ['ALLOCATED_SHARE', 'EMPLOYER', 160_000],
    ['ALLOCATED_SHARE', 'EMPLOYER', 5_000],
    ['ALLOCATED_SHARE', 'EMPLOYER', 98_000],
    ['ALLOCATED_SHARE', 'EMPLOYER', 2_000],
    ['ALLOCATED_LATE_FEE', undefined, 2_037],
  ])
  const { id: paymentId } = await platform.database.prisma.payment.findFirstOrThrow({ where: { noticeId } })
  const refused = await askDerivation(platform, other, { payment: paymentId })
  expect(refused.errors).toEqual(['NOT_FOUND'])
})

it('balances open into the kinds of transfers behind them, each employer into its own', async () => {
  const { platform } = fixture
  platform.clock.set('2024-07-02T10:00:00+08:00')
  const { viewer, employerId } = await addEmployer(platform, [1_000_000])
  const { viewer: other } = await addEmployer(platform, [1_000_000])
  await assessEmployer(platform, { employerId, period: period('2024-07') })
  const pay = (amount: number) =>
    receiveMoney(platform, { employerId, amount: fen(amount), valueDate: '2024-07-03', key: crypto.randomUUID() })
  await pay(300_000)
  expect(await deriveBalances(viewer)).toMatchObject({
    owed: 70_300,
    owedDerivation: {
      result: { value: 70_300 },
      inputs: [
        { params: { kind: 'CHARGE', count: 1 }, result: { value: vector } },
        { params: { kind: 'ALLOCATION', count: 1 }, result: { value: -300_000 } },
      ],
    },
  })
  await pay(100_000)
  expect(await deriveBalances(viewer)).toMatchObject({
    owed: 0,
    credit: 29_700,
    creditDerivation: {
      label: 'CREDIT_BALANCE',
      result: { value: 29_700 },
      inputs: [
        { params: { kind: 'PAYMENT', count: 2 }, result: { value: 400_000 } },
        { params: { kind: 'ALLOCATION', count: 2 }, result: { value: -vector } },
      ],
    },
  })
  expect(await deriveBalances(other)).toMatchObject({ owed: 0, credit: 0, creditDerivation: { inputs: [] } })
})

it('the amount of a run opens into insurances and sides', async () => {
  const { platform } = fixture
  await addOffice(platform)
  platform.clock.set('2024-10-09T10:00:00+08:00')
  await addEmployer(platform, [1_000_000])
  const started = await startBillingRun(platform, staffViewer(['HEAD']), { period: '2024-10', origin: 'test' })
  const id = started.kind === 'STARTED' ? started.run.id : ''
  while ((await continueRun(platform, id)) === 'MORE');
  const auditor = staffViewer(['AUDITOR'])
  const { data } = await ask(platform, auditor, 'query ($id: ID!) { billingRun(id: $id) { amount } }', { id })
  const { amount } = data['billingRun'] as unknown as { amount: number }
  const derivation = await deriveFor(platform, auditor, { run: id })
  expect(amount % vector).toBe(0)
  expect(amount).toBeGreaterThan(0)
  expect(derivation.result.value).toBe(amount)
  expect(findFalseNodes(derivation)).toEqual([])
  const pension = derivation.inputs.find(({ params }) => params['insurance'] === 'PENSION')
  const times = amount / vector
  expect(pension?.inputs.map(({ result }) => result.value)).toEqual([160_000 * times, 80_000 * times])
})

it('a year by month and insurance sums to what is owed, and the late fee says what another day adds', async () => {
  const { platform } = fixture
  platform.clock.set('2024-07-02T10:00:00+08:00')
  const { viewer, employerId } = await addEmployer(platform, [1_000_000])
  await assessEmployer(platform, { employerId, period: period('2024-07') })
  const query = `query ($year: Int!) { employer { balance { owed } periodBalances(year: $year) { period insurance charged settled outstanding }
    notices(first: 1) { edges { node { lateFee lateFeeOfNextDay } } } } }`
  const read = async () => {
    const { data, errors } = await ask(platform, viewer, query, { year: 2024 })
    expect(errors).toEqual([])
    return data['employer'] as unknown as {
      balance: { owed: number }
      periodBalances: { period: string; insurance: string | null; charged: number; outstanding: number }[]
      notices: { edges: { node: { lateFee: number; lateFeeOfNextDay: number } }[] }
    }
  }
  const before = await read()
  expect(before.periodBalances.reduce((sum, { outstanding }) => sum + outstanding, 0)).toBe(vector)
  expect(before.balance.owed).toBe(vector)
  expect(new Set(before.periodBalances.map((one) => one.period))).toEqual(new Set(['2024-07']))
  expect(before.notices.edges[0]?.node).toEqual({ lateFee: 0, lateFeeOfNextDay: 0 })
  // Eleven days late: 20.37; twelve: 22.22.
  platform.clock.set('2024-08-05T10:00:00+08:00')
  expect((await read()).notices.edges[0]?.node).toEqual({ lateFee: 2037, lateFeeOfNextDay: 185 })
})
