import { addMonths, fen, period } from '@shebao/kernel'
import type { Explanation } from '@shebao/premium'
import { allNodes, findFalseNodes } from '@shebao/test-support'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { createServer } from '../../../server.ts'
import { ask, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { assessEmployer } from '../../money/assessment/assess-employer.ts'
import { receiveMoney } from '../../money/settlement/allocate-credit.ts'
import { writeOffDebt } from '../../money/write-off/write-off-debt.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { derivationSteps } from '../../register/paper/derivation-steps.ts'
import { seedPolicy } from '../../money/policy/policy-in-force.ts'
import type { Holder } from './load-certificate.ts'
import { explainSums } from './explain-certificate.ts'
import { addCertificates } from './certificate.route.ts'
import { loadCertificate } from './load-certificate.ts'
import { deriveFor } from '../../../testing/ask-derivation.ts'
import { addOffice } from '../../../testing/readers.ts'

let platform: TestPlatform
let viewer: Viewer | undefined
let app: Awaited<ReturnType<typeof createServer>>
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
  await addOffice(platform)
  app = await createServer(platform, { findViewer: async () => viewer, routes: [addCertificates] })
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

/** Billed on the 2nd, paid on the 3rd: 10 000.00 yuan in Beijing, class 1, cost 3 703.00, of them 1 053.00 of the person. */
async function bill(employerId: string, month: string, paid = true): Promise<number> {
  platform.clock.set(`${month}-02T10:00:00+08:00`)
  const total = (await assessEmployer(platform, { employerId, period: period(month) }))?.total ?? 0
  const money = { employerId, amount: fen(total), valueDate: `${month}-03`, key: crypto.randomUUID() }
  if (paid) await receiveMoney(platform, money)
  return total
}

/** What the annex of the paper derives. */
async function sumsOf(holder: Holder, from: string, to: string): Promise<Explanation[]> {
  const certificate = await loadCertificate(platform, holder, { from, to })
  if (typeof certificate === 'string') throw new Error(certificate)
  return explainSums(platform, certificate)
}

interface Outlook {
  problem: string | null
  lines: number
  months: number | null
  paid: number | null
  owed: number | null
  gaps: string[]
}

async function outlook(as: Viewer, from: string, to: string): Promise<Outlook> {
  const { data, errors } = await ask(
    platform,
    as,
    `query ($from: String!, $to: String!) {
      certificateOutlook(from: $from, to: $to) { problem lines months paid owed gaps } }`,
    { from, to },
  )
  expect(errors).toEqual([])
  return data['certificateOutlook'] as unknown as Outlook
}

const whyOf = (as: Viewer, figure: 'PAID' | 'OWED', from: string, to: string) =>
  deriveFor(platform, as, { certificate: { from, to, figure } })

const print = async (as: Viewer | undefined, query: string) => {
  viewer = as
  return app.inject({ url: `/documents/certificate.pdf?${query}` })
}

const documents = (kind: string) => platform.database.prisma.document.findMany({ where: { kind } })

describe('a person’s certificate', () => {
  it('adds up what was paid, counts a month once, shows gaps, and can be verified without a name', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    for (const month of ['2024-07', '2024-08', '2024-10']) await bill(unit.employerId, month)
    await bill(unit.employerId, '2024-11', false)
    const me = insuredViewer(unit.individualIds[0] ?? '')
    expect(await outlook(me, '2024-07', '2024-11')).toEqual({
      problem: null,
      // Pension, medical, unemployment and work injury of four months; maternity is collected with medical.
      lines: 16,
      months: 3,
      paid: 3 * 105_300,
      owed: null,
      gaps: ['2024-09'],
    })
    platform.clock.set('2024-12-31T23:00:00+08:00')
    expect((await outlook(me, '2024-08', '2024-12')).gaps).toEqual(['2024-09'])
    platform.clock.set('2024-11-02T10:00:00+08:00')
    const printed = await print(me, 'from=2024-07&to=2024-11')
    expect([printed.statusCode, printed.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(printed.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    // In the other language, and asked for twice: the same certificate.
    expect((await print(me, 'from=2024-07&to=2024-11&lang=en')).statusCode).toBe(200)
    const [issued, ...more] = await documents('PERSONAL_CERTIFICATE')
    expect(more).toEqual([])
    expect(issued?.summary).toMatchObject({ concerning: '2024-07/2024-11', totalFen: 315_900 })

    const verify = async (code: string) => {
      const { data } = await ask(
        platform,
        undefined,
        'query ($code: String!) { verifyDocument(code: $code) { kind status number unitName total } }',
        { code },
      )
      return data['verifyDocument'] as unknown as Record<string, unknown> | null
    }
    const found = await verify(issued?.verifyCode ?? '')
    expect(found).toMatchObject({
      kind: 'PERSONAL_CERTIFICATE',
      status: 'CURRENT',
      number: issued?.number,
      total: 315_900,
    })
    expect(found?.['unitName']).toMatch(/^.\*+ .*\*/)
    const tampered = [...(issued?.verifyCode ?? '')]
    tampered[3] = tampered[3] === 'A' ? 'B' : 'A'
    expect(await verify(tampered.join(''))).toBeNull()
    const audited = await platform.database.prisma.auditEvent.findMany({ where: { action: 'CERTIFICATE_PRINTED' } })
    expect(audited.map(({ recordId }) => recordId)).toEqual([issued?.id, issued?.id])

    // Something changed: that is another certificate, and the first one still holds.
    platform.clock.set('2024-12-03T10:00:00+08:00')
    await print(me, 'from=2024-07&to=2024-11')
    expect((await documents('PERSONAL_CERTIFICATE')).length).toBe(2)
    expect(await verify(issued?.verifyCode ?? '')).toMatchObject({ status: 'CURRENT' })
  })

  it('derives its sums: one month in full for each set of parameters, the others as so many times that one', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    // Beijing's limits change in July, and the large-amount medical is a fixed amount.
    for (const month of ['2024-05', '2024-06', '2024-07', '2024-08']) await bill(unit.employerId, month)
    await bill(unit.employerId, '2024-09', false)
    const me = insuredViewer(unit.individualIds[0] ?? '')
    const { paid } = await outlook(me, '2024-05', '2024-09')
    const why = await whyOf(me, 'PAID', '2024-05', '2024-09')
    expect(why).toMatchObject({ label: 'PERSON_SUM', params: { side: 'PERSONAL' }, result: { value: paid } })
    expect(paid).toBe(4 * 105_300)
    expect(why.inputs.map(({ label, params, result }) => [label, params, result.value])).toEqual([
      ['MONTHS_ALIKE', { from: '2024-05', to: '2024-06' }, 210_600],
      ['MONTHS_ALIKE', { from: '2024-07', to: '2024-08' }, 210_600],
    ])
    const sums = await sumsOf({ kind: 'PERSON', individualId: unit.individualIds[0] ?? '' }, '2024-05', '2024-09')
    expect(sums.map(({ label, params, result }) => [label, params['side'], result.value])).toEqual([
      ['PERSON_SUM', 'PERSONAL', 4 * 105_300],
      ['PERSON_SUM', 'EMPLOYER', 4 * 265_000],
      ['PERSON_UNPAID', undefined, 370_300],
    ])
    expect(sums.flatMap(findFalseNodes)).toEqual([])
    // Nothing is merely as booked but the count of months.
    const booked = sums.flatMap(allNodes).filter(({ rule }) => rule === 'BOOKED')
    expect(new Set(booked.map(({ label }) => label))).toEqual(new Set(['MONTHS_COUNTED']))
    expect(
      sums
        .flatMap(allNodes)
        .filter(({ label }) => label === 'RATE')
        .every(({ source }) => source !== null),
    ).toBe(true)
  })

  it('derives what went back as it was booked', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    await bill(unit.employerId, '2024-07')
    const individualId = unit.individualIds[0] ?? ''
    const { individualId: _who, ...month } = await platform.database.prisma.premiumPayment.findFirstOrThrow({
      where: { individualId },
    })
    // The month goes back in whole, as a refund books it.
    await platform.database.prisma.premiumPayment.create({
      data: {
        ...month,
        individualId,
        kind: 'REFUND',
        status: 'REFUNDED',
        pensionEmployer: -month.pensionEmployer,
        pensionPersonal: -month.pensionPersonal,
        medicalEmployer: -month.medicalEmployer,
        medicalPersonal: -month.medicalPersonal,
        unemploymentEmployer: -month.unemploymentEmployer,
        unemploymentPersonal: -month.unemploymentPersonal,
        workInjuryEmployer: -month.workInjuryEmployer,
      },
    })
    const sums = await sumsOf({ kind: 'PERSON', individualId }, '2024-07', '2024-07')
    expect(sums.map(({ result }) => result.value)).toEqual([0, 0])
    expect(sums[0]?.inputs.map(({ result, inputs }) => [result.value, inputs[0]?.rule])).toEqual([
      [-105_300, 'BOOKED'],
      [105_300, 'SUM'],
    ])
    expect(sums.flatMap(findFalseNodes)).toEqual([])
  })

  it('holds nobody else’s months', async () => {
    const unit = await addEmployer(platform, [1_000_000, 2_000_000])
    await bill(unit.employerId, '2024-07')
    const [first, second] = unit.individualIds.map((id) => insuredViewer(id))
    const paid = await Promise.all([first, second].map((me) => outlook(me ?? insuredViewer('x'), '2024-07', '2024-07')))
    expect(paid.map((one) => one.paid)).toEqual([105_300, 210_300])
  })
})

describe('an employer’s certificate', () => {
  it('names what was paid and what is owed, also for a month outside of it', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    await bill(unit.employerId, '2024-07')
    const paidUp = await outlook(unit.viewer, '2024-07', '2024-07')
    expect(paidUp).toMatchObject({ problem: null, lines: 1, months: null, paid: 370_300, owed: 0 })
    await bill(unit.employerId, '2024-08', false)
    // 2024-08-26 was the last day; 11 days late cost 20.37 (domain specification 3.4).
    platform.clock.set('2024-09-06T10:00:00+08:00')
    expect(await outlook(unit.viewer, '2024-07', '2024-07')).toMatchObject({ paid: 370_300, owed: 372_337 })
    expect(await outlook(unit.viewer, '2024-07', '2024-08')).toMatchObject({ lines: 2, paid: 370_300, owed: 372_337 })
    expect((await print(unit.viewer, 'from=2024-07&to=2024-08')).statusCode).toBe(200)
    const [issued] = await documents('UNIT_CERTIFICATE')
    expect(issued?.summary).toMatchObject({ unitName: expect.stringMatching('示例单位'), totalFen: 370_300 })
  })
})

describe('an employer’s derivation', () => {
  it('goes from its notices to what was paid and what is owed', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    await bill(unit.employerId, '2024-07')
    await bill(unit.employerId, '2024-08', false)
    platform.clock.set('2024-09-06T10:00:00+08:00')
    const money = { employerId: unit.employerId, amount: fen(100_000), valueDate: '2024-09-06', key: 'part' }
    await receiveMoney(platform, money)
    const { paid, owed } = await outlook(unit.viewer, '2024-07', '2024-08')
    const whyPaid = await whyOf(unit.viewer, 'PAID', '2024-07', '2024-08')
    const whyOwed = await whyOf(unit.viewer, 'OWED', '2024-07', '2024-08')
    expect([paid, owed]).toEqual([470_300, 272_337])
    expect(whyPaid).toMatchObject({
      label: 'UNIT_PAID',
      result: { value: paid },
      inputs: [
        { result: { value: 742_637 }, inputs: [{ params: { period: '2024-08' } }, { params: { period: '2024-07' } }] },
        { result: { value: 272_337 } },
      ],
    })
    const fee = allNodes(whyPaid).find(({ label }) => label === 'LATE_FEE_STRETCH')
    expect([fee?.rule, fee?.result.value]).toEqual(['SIMPLE_DAILY', 2_037])
    expect(whyOwed).toMatchObject({
      label: 'UNIT_OWED',
      result: { value: owed },
      inputs: [{ rule: 'DUE_LESS_SETTLED' }],
    })
    const sums = await sumsOf({ kind: 'UNIT', employerId: unit.employerId }, '2024-07', '2024-08')
    expect(sums.map(({ label, result }) => [label, result.value])).toEqual([
      ['UNIT_PAID', 470_300],
      ['UNIT_OWED', 272_337],
    ])
    expect([...sums, whyPaid, whyOwed].flatMap(findFalseNodes)).toEqual([])
  })

  it('counts what was written off as neither paid nor owed', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    await bill(unit.employerId, '2024-07')
    await bill(unit.employerId, '2024-08', false)
    platform.clock.set('2024-09-06T10:00:00+08:00')
    const notice = await platform.database.prisma.paymentNotice.findFirstOrThrow({
      where: { employerId: unit.employerId, period: '2024-08' },
    })
    await writeOffDebt(platform, { noticeId: notice.id, key: 'given-up' })
    expect(await outlook(unit.viewer, '2024-07', '2024-08')).toMatchObject({ paid: 370_300, owed: 0 })
    const whyPaid = await whyOf(unit.viewer, 'PAID', '2024-07', '2024-08')
    expect(whyPaid.result.value).toBe(370_300)
    expect(whyPaid.inputs[1]?.inputs).toMatchObject([{ label: 'NOTICE_WRITTEN_OFF', result: { value: 372_337 } }])
  })

  it('stays within a page or two over 36 months', async () => {
    const unit = await addEmployer(platform, [1_000_000, 2_000_000])
    const months = Array.from({ length: 36 }, (_, index) => addMonths(period('2023-07'), index))
    for (const month of months) await bill(unit.employerId, month, month !== '2024-02')
    for (const holder of [
      { kind: 'UNIT', employerId: unit.employerId },
      { kind: 'PERSON', individualId: unit.individualIds[0] ?? '' },
    ] as const) {
      const sums = await sumsOf(holder, '2023-07', '2026-06')
      expect(sums.flatMap(findFalseNodes)).toEqual([])
      expect(derivationSteps(sums, 'en').length).toBeLessThan(holder.kind === 'UNIT' ? 90 : 160)
    }
  })
})

describe('is refused', () => {
  it('for months that cannot be certified, saying which', async () => {
    const unit = await addEmployer(platform, [1_000_000])
    platform.clock.set('2026-11-26T10:00:00+08:00')
    const problem = async (from: string, to: string) => (await outlook(unit.viewer, from, to)).problem
    expect(await problem('2024-08', '2024-07')).toBe('FROM_AFTER_TO')
    expect(await problem('2024-08', '2026-12')).toBe('TO_IN_FUTURE')
    expect(await problem('2023-08', '2026-08')).toBe('TOO_LONG')
    expect(await problem('', '2026-08')).toBe('FROM_MISSING')
    expect(await problem('2024-08', '2024-09')).toBe('NOTHING_RECORDED')
    const answer = await print(unit.viewer, 'from=2024-08&to=2024-09')
    expect([answer.statusCode, answer.json()]).toMatchObject([422, { reason: 'NOTHING_RECORDED' }])
  })

  it('to staff, to nobody in particular, and to those who still have to change their password', async () => {
    expect((await print(undefined, 'from=2024-07&to=2024-07')).statusCode).toBe(401)
    expect((await print(staffViewer(['HEAD']), 'from=2024-07&to=2024-07')).statusCode).toBe(404)
    const unit = await addEmployer(platform, [1_000_000])
    const fresh = insuredViewer(unit.individualIds[0] ?? '', { stage: 'MUST_CHANGE_PASSWORD' })
    expect((await print(fresh, 'from=2024-07&to=2024-07')).statusCode).toBe(401)
    const query = '{ certificateOutlook(from: "2024-07", to: "2024-07") { problem } }'
    for (const as of [undefined, fresh, staffViewer(['HEAD'])]) {
      expect((await ask(platform, as, query)).errors.length).toBe(1)
    }
  })
})
