import { civilDate, fen, period } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { addOffice } from '../../../testing/readers.ts'
import { publishCalendarYear } from '../../register/calendar/publish-calendar.ts'
import { findEmployerBalance } from '../ledger/balances.repository.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { seedPolicy } from '../policy/policy-in-force.ts'
import { assessEmployer } from '../assessment/assess-employer.ts'
import { receiveMoney } from '../settlement/allocate-credit.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { continueRun } from './continue-run.ts'
import { pauseBillingRun, resumeBillingRun, retryBillingProblems } from './control-run.ts'
import { startBillingRun } from './start-run.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
  await addOffice(platform)
})
afterAll(() => platform.close())

const officer = staffViewer(['OFFICER'])
const origin = 'test'

async function start(month: string): Promise<string> {
  const outcome = await startBillingRun(platform, officer, { period: month, origin })
  if (outcome.kind !== 'STARTED') throw new Error(outcome.reason)
  return outcome.run.id
}

async function runToEnd(id: string, people = 3): Promise<number> {
  let batches = 1
  while ((await continueRun(platform, id, people)) === 'MORE') batches += 1
  return batches
}

const runOf = (id: string) =>
  platform.database.prisma.billingRun.findUniqueOrThrow({ where: { id }, include: { problems: true } })

async function monthsOf(employerId: string, month: string) {
  return platform.database.query(
    { text: 'SELECT * FROM premium_payment WHERE employer_id = $1 AND period = $2 ORDER BY individual_id' },
    [employerId, month],
  )
}

/** What was written for an employer and month, apart from ids and numbers. */
async function written(employerId: string, month: string) {
  const notice = await platform.database.prisma.paymentNotice.findFirstOrThrow({
    where: { employerId, period: month },
    include: { lines: { orderBy: { insurance: 'asc' } } },
  })
  const entries = await platform.database.query(
    {
      text: `SELECT entry.amount, entry.insurance, entry.side, account.kind FROM ledger_entry entry
      JOIN ledger_transfer transfer ON transfer.id = entry.transfer_id JOIN ledger_account account ON account.id = entry.account_id
      WHERE transfer.notice_id = $1 ORDER BY account.kind, entry.insurance, entry.side`,
    },
    [notice.id],
  )
  const { id: _id, number: _number, runId: _run, createdAt: _at, employerId: _employer, lines, ...facts } = notice
  const withoutKeys = (await monthsOf(employerId, month)).map((row) => ({
    ...row,
    employer_id: '',
    individual_id: '',
    notice_id: '',
  }))
  return {
    facts,
    lines: lines.map(({ noticeId: _notice, ...line }) => line),
    months: withoutKeys
      .map((row) => JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)))
      .toSorted((a, b) => a.localeCompare(b)),
    entries,
  }
}

describe('the monthly run', () => {
  it('bills every employer as accepting its declaration would, in batches of any size', async () => {
    platform.clock.set('2024-09-02T10:00:00+08:00')
    const wages = [1_000_000, 500_000, 5_000_000, 700_000, 812_345]
    const alone = await addEmployer(platform, wages)
    const many = await addEmployer(platform, wages)
    const empty = await addEmployer(platform, [])
    await assessEmployer(platform, { employerId: alone.employerId, period: period('2024-09') })
    const id = await start('2024-09')
    // Three people a batch: one employer is larger than a batch.
    expect(await runToEnd(id)).toBeGreaterThan(1)
    expect(await written(many.employerId, '2024-09')).toEqual(await written(alone.employerId, '2024-09'))
    expect(await platform.database.prisma.paymentNotice.count({ where: { employerId: empty.employerId } })).toBe(0)
    expect(await runOf(id)).toMatchObject({
      status: 'DONE',
      noticesIssued: 1,
      people: 5,
      employersTotal: 3,
      employersDone: 3,
      problems: [],
    })
    expect((await proveLedger(platform)).breaks).toEqual([])
  })

  it('bills nobody twice when it is started again, and says when it was done', async () => {
    const before = await platform.database.prisma.premiumPayment.count()
    const again = await startBillingRun(platform, officer, { period: '2024-09', origin })
    expect(again).toMatchObject({ kind: 'REFUSED', reason: 'ALREADY_DONE', run: { status: 'DONE' } })
    expect(await platform.database.prisma.premiumPayment.count()).toBe(before)
  })

  it('is refused for a month after next, and for one before the region has parameters', async () => {
    expect(await startBillingRun(platform, officer, { period: '2024-11', origin })).toMatchObject({
      reason: 'FUTURE_MONTH',
      limit: '2024-10',
    })
    expect(await startBillingRun(platform, officer, { period: '2020-01', origin })).toMatchObject({
      reason: 'NO_PARAMETERS',
      limit: '2023-07',
    })
  })

  it('lets an employer’s credit pay its new notice', async () => {
    platform.clock.set('2024-10-08T10:00:00+08:00')
    const { employerId } = await addEmployer(platform, [1_000_000])
    await receiveMoney(platform, {
      employerId,
      amount: fen(400_000),
      valueDate: '2024-10-01',
      key: crypto.randomUUID(),
    })
    const id = await start('2024-10')
    await runToEnd(id, 1_000)
    expect(await runOf(id)).toMatchObject({ credited: 370_300n })
    expect(await findEmployerBalance(platform, employerId)).toEqual({ owed: 0, credit: 29_700 })
    expect(await platform.database.prisma.paymentNotice.findFirst({ where: { employerId } })).toMatchObject({
      status: 'POSTED',
    })
    expect((await proveLedger(platform)).breaks).toEqual([])
  })

  it('waits while it is paused and goes on where it stopped', async () => {
    platform.clock.set('2024-11-04T10:00:00+08:00')
    const id = await start('2024-11')
    expect(await continueRun(platform, id, 3)).toBe('MORE')
    const half = await pauseBillingRun(platform, officer, { runId: id, origin })
    expect(half).toMatchObject({ status: 'PAUSED' })
    expect(await continueRun(platform, id, 3)).toBe('STOPPED')
    expect(await runOf(id)).toMatchObject({ employersDone: half.employersDone })
    await resumeBillingRun(platform, officer, { runId: id, origin })
    await runToEnd(id)
    const notices = await platform.database.prisma.paymentNotice.groupBy({
      by: ['employerId'],
      where: { period: '2024-11' },
      _count: true,
    })
    expect(notices.map(({ _count }) => _count)).toEqual([1, 1, 1])
    expect(await runOf(id)).toMatchObject({ status: 'DONE', noticesIssued: 3, people: 11 })
  })
})

describe('an employer that cannot be billed', () => {
  it('is named with its reason while the others go on, and is billed once it is mended', async () => {
    platform.clock.set('2024-12-02T10:00:00+08:00')
    const absurd = await addEmployer(platform, [1_000_000, 900_000, 800_000, 700_000])
    const rate = await addEmployer(platform, [1_000_000])
    const unknown = await addEmployer(platform, [1_000_000])
    const well = await addEmployer(platform, [1_000_000])
    const [, , , last = ''] = absurd.individualIds.toSorted((a, b) => a.localeCompare(b))
    const setWage = (wage: bigint) =>
      platform.database.prisma.enrolment.updateMany({ where: { individualId: last }, data: { averageWage: wage } })
    const setRate = (employerId: string, injuryRatePpm: number | null, injuryClass = 1) =>
      platform.database.prisma.employer.update({ where: { id: employerId }, data: { injuryRatePpm, injuryClass } })
    await setWage(99_999_999_999n)
    await setRate(rate.employerId, 19_000)
    await setRate(unknown.employerId, null, 9)
    const id = await start('2024-12')
    await runToEnd(id, 2)
    const run = await runOf(id)
    expect(Object.fromEntries(run.problems.map(({ employerId, code }) => [employerId, code]))).toEqual({
      [absurd.employerId]: 'WAGE_UNUSABLE',
      [rate.employerId]: 'UNIT_RATE_OUT_OF_CLASS',
      [unknown.employerId]: 'INJURY_CLASS_UNKNOWN',
    })
    expect(run.problems.find(({ code }) => code === 'WAGE_UNUSABLE')?.detail).toMatchObject({
      wage: 99_999_999_999,
      problem: 'ABSURD',
      idMasked: '110*************2X',
    })
    // Nothing of it stays, though the people before the one with the wage had been written in an earlier part.
    expect(await monthsOf(absurd.employerId, '2024-12')).toEqual([])
    expect(await monthsOf(well.employerId, '2024-12')).toHaveLength(1)

    await setWage(700_000n)
    await setRate(rate.employerId, null)
    expect(await retryBillingProblems(platform, officer, { runId: id, origin })).toMatchObject({ status: 'RUNNING' })
    await runToEnd(id)
    const mended = await runOf(id)
    expect(mended.problems.map(({ employerId }) => employerId)).toEqual([unknown.employerId])
    expect(mended).toMatchObject({ status: 'DONE', noticesIssued: run.noticesIssued + 2, people: run.people + 5 })
    expect(await monthsOf(absurd.employerId, '2024-12')).toHaveLength(4)
    expect((await proveLedger(platform)).breaks).toEqual([])
  })
})

describe('who may', () => {
  const starting = 'mutation { startBillingRun(period: "2025-01") { __typename } }'
  const others = ['pauseBillingRun', 'resumeBillingRun', 'retryBillingProblems'] as const

  it('start, pause, resume and retry: officers and heads, nobody else', async () => {
    platform.clock.set('2025-01-06T10:00:00+08:00')
    const nobody = [
      employerViewer(crypto.randomUUID()),
      insuredViewer(crypto.randomUUID()),
      staffViewer(['AUDITOR']),
      staffViewer(['REVIEWER']),
      staffViewer(['HEAD'], { stage: 'MUST_CHANGE_PASSWORD' }),
    ]
    for (const viewer of nobody) {
      expect((await ask(platform, viewer, starting)).errors).toEqual(['FORBIDDEN'])
      for (const field of others) {
        const source = `mutation { ${field}(id: "${crypto.randomUUID()}", decidedOn: "RUNNING.1") { __typename } }`
        expect((await ask(platform, viewer, source)).errors).toEqual(['FORBIDDEN'])
      }
    }
    expect((await ask(platform, undefined, starting)).errors).toEqual(['UNAUTHENTICATED'])
    // The use case asks again, whatever the schema did.
    await expect(startBillingRun(platform, staffViewer(['AUDITOR']), { period: '2025-01', origin })).rejects.toThrow(
      /may not/,
    )
    for (const role of ['OFFICER', 'HEAD'] as const) {
      const { data, errors } = await ask(platform, staffViewer([role]), starting)
      expect([data, errors]).toEqual([{ startBillingRun: { __typename: 'BillingRunStarted' } }, []])
    }
  })

  it('look: staff, with problems in words that hold no whole number', async () => {
    const source = `{ billingRuns { edges { node { period status problems(first: 1) { edges { node { code detail employerName } }
      pageInfo { hasNextPage } } } } } billingRunOutlook(period: "2024-12") { employers refusal { reason } } }`
    for (const viewer of [employerViewer(crypto.randomUUID()), insuredViewer(crypto.randomUUID())])
      for (const field of [
        'billingRuns { edges { node { id } } }',
        'billingRunOutlook { employers }',
        'billingRun(id: "x") { id }',
      ])
        expect((await ask(platform, viewer, `{ ${field} }`)).errors).toEqual(['FORBIDDEN'])
    const { data, errors } = await ask(platform, staffViewer(['AUDITOR']), source)
    expect(errors).toEqual([])
    expect(data).toMatchObject({ billingRunOutlook: { refusal: { reason: 'ALREADY_DONE' } } })
    expect(JSON.stringify(data)).not.toContain('11010519491231002X')
  })

  it('see a run that there is not: nobody', async () => {
    const { errors } = await ask(platform, officer, `{ billingRun(id: "${crypto.randomUUID()}") { id } }`)
    expect(errors).toEqual(['NOT_FOUND'])
    expect((await ask(platform, officer, '{ billingRun(id: "x") { id } }')).errors).toEqual(['NOT_FOUND'])
  })
})

describe('a year whose working days nobody has published', () => {
  it('refuses the run whose bills would fall due in it, by name', async () => {
    // The 25th is less than a week away: due on 25 January 2027.
    platform.clock.set('2026-12-21T10:00:00+08:00')
    expect(await startBillingRun(platform, officer, { period: '2026-12', origin })).toMatchObject({
      kind: 'REFUSED',
      reason: 'NO_CALENDAR',
      limit: '2027',
    })
  })

  it('names every employer of a run that was begun in time, bills none, and bills them once it is published', async () => {
    platform.clock.set('2026-12-18T10:00:00+08:00')
    const id = await start('2026-12')
    platform.clock.set('2026-12-21T10:00:00+08:00')
    await runToEnd(id, 1_000)
    const { problems, noticesIssued } = await runOf(id)
    expect(noticesIssued).toBe(0)
    expect(problems.length).toBeGreaterThan(0)
    expect(
      problems.every(({ code, detail }) => code === 'CALENDAR_MISSING' && JSON.stringify(detail) === '{"year":2027}'),
    ).toBe(true)
    await publishCalendarYear(
      platform,
      staffViewer(['HEAD']),
      {
        year: 2027,
        documentNo: '国办发明电〔2026〕1号',
        days: [{ day: civilDate('2027-01-25'), kind: 'HOLIDAY', name: '测试' }],
        supersedes: null,
      },
      origin,
    )
    await retryBillingProblems(platform, officer, { runId: id, origin })
    await runToEnd(id, 1_000)
    expect((await runOf(id)).problems.filter(({ code }) => code === 'CALENDAR_MISSING')).toEqual([])
    const notice = await platform.database.prisma.paymentNotice.findFirstOrThrow({ where: { runId: id } })
    expect(notice.dueOn).toBe('2027-01-26')
  })
})
