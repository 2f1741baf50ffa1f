import { period } from '@shebao/kernel'
import { SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import type { ParameterRow } from '@shebao/premium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { findEmployerBalance } from '../ledger/balances.repository.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { amountDue } from '../settlement/amount-due.ts'
import { assessEmployer } from '../assessment/assess-employer.ts'
import { startDifferenceRun } from './start-difference-run.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import type { TestEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { continueRun } from './continue-run.ts'

// Beijing as it was in the summer of 2025: July and August were billed before the limits of July were published.

let platform: TestPlatform
let floor: TestEmployer
let mixed: TestEmployer
let middle: TestEmployer
const months = ['2025-07', '2025-08'] as const
const region = '110000'
const late = (row: ParameterRow) => row.region === region && row.validFrom === '2025-07'
const startedBy = crypto.randomUUID()

beforeAll(async () => {
  platform = await openTestPlatform()
  await addRows(SHIPPED_PARAMETER_ROWS.filter((row) => row.region === region && !late(row)))
  floor = await addEmployer(platform, [500_000])
  mixed = await addEmployer(platform, [500_000, 1_000_000, 5_000_000])
  middle = await addEmployer(platform, [1_000_000])
  for (const month of months) {
    platform.clock.set(`${month}-03T10:00:00+08:00`)
    for (const { employerId } of [floor, mixed, middle])
      await assessEmployer(platform, { employerId, period: period(month) })
  }
  platform.clock.set('2025-09-01T10:00:00+08:00')
})
afterAll(() => platform.close())

async function addRows(rows: readonly ParameterRow[], proposalId?: string): Promise<void> {
  await platform.database.prisma.policyParameter.createMany({
    data: rows.map(({ side, value, ...row }) => ({
      ...row,
      payerSide: side,
      value: typeof value === 'number' ? BigInt(value) : null,
      choice: typeof value === 'string' ? value : null,
      approvedBy: 'release',
      ...(proposalId ? { proposalId } : {}),
    })),
  })
}

async function publish(rows: readonly ParameterRow[]): Promise<string> {
  const proposalId = crypto.randomUUID()
  await addRows(rows, proposalId)
  await startDifferenceRun(platform, { region, proposalId, startedBy })
  return proposalId
}

async function settle(proposalId: string, atOnce = 2): Promise<void> {
  const { id } = await runOf(proposalId)
  while ((await continueRun(platform, id, atOnce)) === 'MORE');
}

const runOf = (proposalId: string) =>
  platform.database.prisma.billingRun.findFirstOrThrow({ where: { proposalId }, include: { problems: true } })
const differencesOf = (employerId: string, sequence = 0) =>
  platform.database.prisma.premiumPayment.findMany({
    where: { employerId, kind: 'DIFFERENCE', sequence },
    orderBy: [{ period: 'asc' }, { pensionPersonal: 'desc' }],
  })
const noticesOf = (employerId: string, sequence = 0) =>
  platform.database.prisma.paymentNotice.findMany({
    where: { employerId, kind: 'DIFFERENCE', sequence },
    orderBy: { period: 'asc' },
    include: { lines: true, employer: { select: { region: true } } },
  })

describe('limits that are published late', () => {
  it('bill a floor earner of July 2025 the difference of 27.28 of personal pension, and no late fee ever', async () => {
    const proposalId = await publish(SHIPPED_PARAMETER_ROWS.filter(late))
    expect(await runOf(proposalId)).toMatchObject({ kind: 'DIFFERENCE', status: 'RUNNING', employersTotal: 3 })
    await settle(proposalId)
    const [july, august] = await differencesOf(floor.employerId)
    expect(july).toMatchObject({
      period: '2025-07',
      status: 'UNPAID',
      pensionBase: 716_200n,
      pensionPersonal: 57_296n - 54_568n,
      pensionEmployer: 114_592n - 109_136n,
    })
    expect(august?.pensionPersonal).toBe(2_728n)
    const [notice] = await noticesOf(floor.employerId)
    expect(notice).toMatchObject({
      period: '2025-07',
      bearsLateFee: false,
      issuedOn: '2025-09-01',
      dueOn: '2025-09-25',
      people: 1,
      basis: { proposalId },
      personalTotal: BigInt(
        Number(july?.pensionPersonal) + Number(july?.medicalPersonal) + Number(july?.unemploymentPersonal),
      ),
    })
    const due = notice && (await amountDue(platform, { ...notice, region, settled: [] }, '2026-03-31'))
    expect(due).toMatchObject({ lateFee: 0, total: Number(notice?.total) })
  })

  it('touch only whom they change, person by person, in one notice for a unit and month', async () => {
    const rows = await differencesOf(mixed.employerId)
    expect(rows.map((row) => [row.period, row.averageWage])).toEqual([
      ['2025-07', 5_000_000n],
      ['2025-07', 500_000n],
      ['2025-08', 5_000_000n],
      ['2025-08', 500_000n],
    ])
    expect(rows[0]).toMatchObject({ pensionPersonal: 286_488n - 282_264n })
    const notices = await noticesOf(mixed.employerId)
    expect(notices.map((one) => [one.period, one.people])).toEqual([
      ['2025-07', 2],
      ['2025-08', 2],
    ])
    const charged = rows.reduce((sum, row) => sum + row.pensionEmployer, 0n)
    const lines = notices.flatMap((one) => one.lines).filter(({ insurance }) => insurance === 'PENSION')
    expect(lines.reduce((sum, line) => sum + line.employer, 0n)).toBe(charged)
    expect(await differencesOf(middle.employerId)).toEqual([])
    expect((await proveLedger(platform)).breaks).toEqual([])
  })

  it('are settled once, however often it is asked for', async () => {
    const { proposalId, ...done } = await platform.database.prisma.billingRun.findFirstOrThrow()
    expect(done).toMatchObject({ status: 'DONE', noticesIssued: 4, people: 6, employersDone: 3 })
    await startDifferenceRun(platform, { region, proposalId: proposalId ?? '', startedBy })
    await settle(proposalId ?? '')
    expect(await platform.database.prisma.billingRun.count()).toBe(1)
    expect(await differencesOf(floor.employerId, 1)).toEqual([])
    expect(await runOf(proposalId ?? '')).toMatchObject({ noticesIssued: 4, people: 6 })
  })
})

describe('a rate that is lowered late', () => {
  it('is credited, the credit pays what is owed, and each person’s part stays exact', async () => {
    const rate = SHIPPED_PARAMETER_ROWS.find(
      (row) =>
        row.region === region && row.name === 'RATE_PPM' && row.insurance === 'UNEMPLOYMENT' && row.side === 'PERSONAL',
    )
    if (!rate) throw new Error('Beijing has no rate of unemployment.')
    await platform.database.query({
      text: `UPDATE policy_parameter SET valid_to = '2025-07', superseded_by = id
        WHERE name = 'RATE_PPM' AND insurance = 'UNEMPLOYMENT' AND payer_side = 'PERSONAL'`,
    })
    const before = await findEmployerBalance(platform, middle.employerId)
    const proposalId = await publish([{ ...rate, value: 3_000, validFrom: period('2025-08'), validTo: null }])
    await settle(proposalId, 1_000)
    // August alone: 10 000.00 x 0.2 % less for whoever never had a difference, a second row for whoever had one.
    const [row, ...more] = await differencesOf(middle.employerId)
    expect(more).toEqual([])
    expect(row).toMatchObject({ period: '2025-08', unemploymentPersonal: -2_000n, status: 'PAID', noticeId: null })
    const [second] = await differencesOf(floor.employerId, 1)
    expect(second).toMatchObject({ period: '2025-08', unemploymentPersonal: 2_149n - 3_581n, pensionPersonal: 0n })
    expect(await noticesOf(middle.employerId)).toEqual([])
    const late = await platform.database.prisma.paymentNotice.aggregate({
      where: { employerId: middle.employerId },
      _sum: { lateFee: true },
    })
    expect(await findEmployerBalance(platform, middle.employerId)).toEqual({
      owed: before.owed - 2_000 + Number(late._sum.lateFee),
      credit: 0,
    })
    expect(await runOf(proposalId)).toMatchObject({ noticesIssued: 0, people: 5, status: 'DONE' })
    expect((await proveLedger(platform)).breaks).toEqual([])
  })
})
