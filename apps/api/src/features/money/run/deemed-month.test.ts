import { fen, period } from '@shebao/kernel'
import { findPart } from '@shebao/premium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, staffViewer } from '../../../testing/ask.ts'
import { declareByMonth } from '../../../testing/filing/declared-by-month.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { addOffice } from '../../../testing/readers.ts'
import { findEmployerBalance } from '../ledger/balances.repository.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { seedPolicy } from '../policy/policy-in-force.ts'
import { assessDeclaration } from '../assessment/assess-declaration.ts'
import { receiveMoney } from '../settlement/allocate-credit.ts'
import { writeOffDebt } from '../write-off/write-off-debt.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import type { TestEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { continueRun } from './continue-run.ts'
import { deriveFor } from '../../../testing/ask-derivation.ts'
import { someCompleteDeclaration } from '../../../testing/complete-declaration.ts'

// Beijing declares every month by itself from September 2024 to June 2025; before and after, a declaration covers what follows.

let platform: TestPlatform
const ten = Array.from({ length: 10 }, () => 1_000_000)
const officer = staffViewer(['OFFICER'])

beforeAll(async () => {
  platform = await openTestPlatform()
  await declareByMonth(platform, '2025-06', '2025-03')
  await seedPolicy(platform)
  await addOffice(platform)
})
afterAll(() => platform.close())

async function start(month: string) {
  const source = `mutation { startBillingRun(period: "${month}") {
    ... on BillingRunStarted { run { id } } ... on BillingRunRefused { reason opensAfter } } }`
  const { data, errors } = await ask(platform, officer, source)
  expect(errors).toEqual([])
  return data['startBillingRun'] as unknown as { run?: { id: string }; reason?: string; opensAfter?: string }
}

/** The month is billed as the office would: from the product, on a day after the window. */
async function bill(month: string, day = 20) {
  platform.clock.set(`${month}-${String(day).padStart(2, '0')}T10:00:00+08:00`)
  const { run } = await start(month)
  if (!run) throw new Error(`${month} was not started`)
  while ((await continueRun(platform, run.id, 3)) === 'MORE');
  return platform.database.prisma.billingRun.findUniqueOrThrow({ where: { id: run.id }, include: { problems: true } })
}

/** The employer declares in a month, these wages: what accepting its declaration does for billing. */
async function declare(employer: TestEmployer, day: string, wages: readonly number[] = []) {
  platform.clock.set(`${day}T10:00:00+08:00`)
  for (const [index, wage] of wages.entries())
    await platform.database.prisma.enrolment.updateMany({
      where: { individualId: employer.individualIds[index] ?? '' },
      data: { averageWage: BigInt(wage) },
    })
  await platform.database.prisma.declaration.update({
    where: { id: employer.declarationId },
    data: { version: { increment: 1 } },
  })
  return platform.database.transaction(() =>
    assessDeclaration(platform, { ...employer, complete: someCompleteDeclaration() }),
  )
}

async function noticesOf({ viewer }: TestEmployer) {
  const source = `{ employer { notices(first: 50) { edges { node {
    id period kind deemedFrom declaredSince people employerTotal personalTotal status } } } } }`
  const { data, errors } = await ask(platform, viewer, source)
  expect(errors).toEqual([])
  const { notices } = data['employer'] as unknown as { notices: { edges: { node: Notice }[] } }
  return notices.edges
    .map(({ node }) => node)
    .toSorted((a, b) => `${a.period}${a.kind}`.localeCompare(`${b.period}${b.kind}`))
}

interface Notice {
  id: string
  period: string
  kind: string
  deemedFrom: string | null
  declaredSince: boolean
  people: number
  employerTotal: number
  personalTotal: number
  status: string
}

const costs = (notices: readonly Notice[]) =>
  notices.map((one) => [one.period, one.kind, one.employerTotal + one.personalTotal])
const monthsOf = (employerId: string, month: string) =>
  platform.database.prisma.premiumPayment.findMany({ where: { employerId, period: month } })

describe('a month that nobody declared', () => {
  let unit: TestEmployer
  let never: TestEmployer
  let punctual: TestEmployer

  it('waits for the window to close', async () => {
    unit = await addEmployer(platform, ten)
    await declare(unit, '2024-09-10')
    punctual = await addEmployer(platform, [1_000_000])
    await declare(punctual, '2024-10-15')
    never = await addEmployer(platform, [800_000, 900_000])
    expect(await start('2024-10')).toEqual({ reason: 'WINDOW_OPEN', opensAfter: '2024-10-15' })
  })

  it('costs 110 % of the last declared one: 37 030.00 becomes 40 733.00', async () => {
    const run = await bill('2024-10', 16)
    expect(costs(await noticesOf(unit))).toEqual([
      ['2024-09', 'NORMAL', 3_703_000],
      ['2024-10', 'DEEMED', 4_073_300],
    ])
    expect(await noticesOf(unit)).toMatchObject([{}, { deemedFrom: '2024-09', people: 10, declaredSince: false }])
    expect(run).toMatchObject({ noticesIssued: 1, people: 10, amount: 4_073_300n })
    // Nobody said whose month it would be.
    expect(await monthsOf(unit.employerId, '2024-10')).toEqual([])
    expect(costs(await noticesOf(punctual))).toEqual([['2024-10', 'NORMAL', 370_300]])
    expect((await proveLedger(platform)).breaks).toEqual([])
  })

  it('needs an amount of the bureau where nothing was ever declared, and the run says so', async () => {
    const { data } = await ask(
      platform,
      officer,
      '{ billingRuns(first: 1) { edges { node { problems(first: 5) { edges { node { employerId code detail } } } } } } }',
    )
    const problem = { employerId: never.employerId, code: 'BUREAU_AMOUNT_NEEDED', detail: { people: 2 } }
    expect(data).toEqual({ billingRuns: { edges: [{ node: { problems: { edges: [{ node: problem }] } } }] } })
    expect(await noticesOf(never)).toEqual([])
  })

  it('never costs 110 % of 110 %', async () => {
    await bill('2024-11')
    expect(costs(await noticesOf(unit)).at(-1)).toEqual(['2024-11', 'DEEMED', 4_073_300])
    expect((await noticesOf(unit)).at(-1)).toMatchObject({ deemedFrom: '2024-09' })
    expect(costs(await noticesOf(punctual)).at(-1)).toEqual(['2024-11', 'DEEMED', 407_330])
  })

  it('is explained by the month, the percentage and the articles', async () => {
    const deemed = (await noticesOf(unit)).find((one) => one.period === '2024-11')
    const whole = await deriveFor(platform, unit.viewer, { notice: deemed?.id })
    expect(findPart(whole, { label: 'TOTAL' })).toMatchObject({
      result: { value: 4_073_300 },
      articles: [
        { law: 'SIL', article: 62 },
        { law: 'R259', article: 10 },
      ],
    })
    const line = findPart(whole, { label: 'DEEMED_LINE', insurance: 'PENSION', side: 'PERSONAL' })
    expect(line?.inputs.map(({ label, params, result }) => [label, params, result.value])).toEqual([
      ['LAST_DECLARED', { period: '2024-09' }, 800_000],
      ['DEEMED_PERCENT', {}, 110],
    ])
  })

  it('is settled by the declaration that comes after all: 38 000.00 credits 2 733.00', async () => {
    const wages = [...ten.slice(1), 1_262_162]
    const before = await findEmployerBalance(platform, unit.employerId)
    await declare(unit, '2024-11-21', wages)
    const late = await platform.database.prisma.paymentNotice.aggregate({
      where: { employerId: unit.employerId },
      _sum: { lateFee: true },
    })
    // October and November each; the credit pays the oldest debt.
    expect(await findEmployerBalance(platform, unit.employerId)).toEqual({
      owed: before.owed + Number(late._sum.lateFee) - 2 * 273_300,
      credit: 0,
    })
    const transfers = await platform.database.query<{ credited: bigint }>(
      {
        text: `SELECT -sum(amount)::bigint AS credited FROM ledger_entry entry JOIN ledger_transfer transfer ON transfer.id = transfer_id
        JOIN ledger_account account ON account.id = account_id
        WHERE transfer.kind = 'DIFFERENCE' AND account.kind = 'CREDIT' AND account.employer_id = $1 GROUP BY transfer.id`,
      },
      [unit.employerId],
    )
    expect(transfers.map(({ credited }) => credited)).toEqual([273_300n, 273_300n])
    expect(await noticesOf(unit)).toMatchObject([{}, { declaredSince: true }, { declaredSince: true }])
    const months = await monthsOf(unit.employerId, '2024-11')
    expect(months.map(({ averageWage }) => Number(averageWage)).toSorted((a, b) => a - b)).toEqual(wages)
    expect(new Set(months.map(({ status }) => status))).toEqual(new Set(['UNPAID']))
    expect((await proveLedger(platform)).breaks).toEqual([])
  })

  it('is settled once', async () => {
    const transfers = await platform.database.prisma.ledgerTransfer.count()
    await declare(unit, '2024-11-22', ten)
    expect(await platform.database.prisma.ledgerTransfer.count()).toBe(transfers)
  })

  it('counts as declared from then on, with what was declared', async () => {
    await bill('2024-12')
    expect(await noticesOf(unit)).toMatchObject([{}, {}, {}, { period: '2024-12', deemedFrom: '2024-11' }])
    // Each share is rounded by itself, which takes a fen from 41 800.00.
    expect(costs(await noticesOf(unit)).at(-1)).toEqual(['2024-12', 'DEEMED', 4_179_999])
  })

  it('is billed a supplement where it was deemed too low; what was paid stays paid', async () => {
    const [, deemed] = await noticesOf(punctual)
    platform.clock.set('2024-12-20T10:00:00+08:00')
    await receiveMoney(platform, {
      employerId: punctual.employerId,
      amount: fen(1_250_000),
      valueDate: '2024-12-20',
      key: crypto.randomUUID(),
    })
    await declare(punctual, '2024-12-21', [2_000_000])
    const difference = (await noticesOf(punctual)).filter(({ kind }) => kind === 'DIFFERENCE')
    // 20 000.00 costs 7 403.00; deemed were 4 073.30 for November and for December.
    expect(costs(difference)).toEqual([
      ['2024-11', 'DIFFERENCE', 332_970],
      ['2024-12', 'DIFFERENCE', 332_970],
    ])
    const row = await platform.database.prisma.paymentNotice.findFirstOrThrow({
      where: { employerId: punctual.employerId, kind: 'DIFFERENCE' },
    })
    expect(row).toMatchObject({ bearsLateFee: true, basis: { deemed: deemed?.id }, issuedOn: '2024-12-21' })
    const [month] = await monthsOf(punctual.employerId, '2024-11')
    expect(month).toMatchObject({ status: 'PAID', postedOn: '2024-12-20', averageWage: 2_000_000n })
    expect((await proveLedger(platform)).breaks).toEqual([])
  })
})

describe('a deemed month that was written off', () => {
  it('gives nothing back when it turns out to have been too much: nobody ever paid it', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    await declare(unit, '2025-01-10')
    await bill('2025-02')
    const deemed = (await noticesOf(unit)).find(({ kind }) => kind === 'DEEMED')
    await writeOffDebt(platform, { noticeId: deemed?.id ?? '', key: 'given up' })
    await declare(unit, '2025-03-03', [800_000])
    expect((await noticesOf(unit)).find(({ kind }) => kind === 'DEEMED')).toMatchObject({ declaredSince: true })
    const given = { idempotencyKey: `settled:${deemed?.id}` }
    expect(await platform.database.prisma.ledgerTransfer.findFirst({ where: given })).toBeNull()
    expect((await proveLedger(platform)).breaks).toEqual([])
  })
})

describe('the window', () => {
  it('is the whole month where the region names no last day', async () => {
    platform.clock.set('2025-04-30T10:00:00+08:00')
    expect(await start('2025-04')).toEqual({ reason: 'WINDOW_OPEN', opensAfter: '2025-04-30' })
  })
})

describe('where an earlier declaration covers the month', () => {
  it('nothing is deemed', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    await declare(unit, '2025-06-03')
    await bill('2025-07', 2)
    expect((await noticesOf(unit)).map(({ period: month, kind, people }) => [month, kind, people])).toEqual([
      [period('2025-06'), 'NORMAL', 1],
      [period('2025-07'), 'NORMAL', 1],
    ])
  })
})
