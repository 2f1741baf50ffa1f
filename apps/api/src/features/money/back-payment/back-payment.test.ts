import { fen, period } from '@shebao/kernel'
import { amountOf, backPaymentFigure, findPart } from '@shebao/premium'
import type { Explanation } from '@shebao/premium'
import { findFalseNodes } from '@shebao/test-support/premium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffRole, Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { backPaymentCase } from './back-payment-case.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { assessEmployer } from '../assessment/assess-employer.ts'
import { receiveMoney } from '../settlement/allocate-credit.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import type { TestEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { seedPolicy } from '../policy/policy-in-force.ts'
import { handInFile, whoOpens } from '../../../testing/hand-in-file.ts'
import { attachFiles } from '../../register/attachment/index.ts'
import { askDerivation, deriveFor, explanationOf } from '../../../testing/ask-derivation.ts'

let platform: TestPlatform
let unit: TestEmployer
const officer = staffViewer(['OFFICER'])
const head = staffViewer(['HEAD'])

beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
  platform.clock.set('2025-09-10T10:00:00+08:00')
  unit = await addLate([1_000_000, 1_000_000])
})
afterAll(() => platform.close())

let people = 0

/** An employer whose people were hired in July 2024 and declared only from August 2025 on. */
async function addLate(wages: readonly number[]): Promise<TestEmployer> {
  const employer = await addEmployer(platform, wages, '2025-08')
  for (const id of employer.individualIds) {
    await platform.database.prisma.enrolment.updateMany({
      where: { individualId: id },
      data: { hireDate: '2024-07-01' },
    })
    people += 1
    await platform.database.prisma.individual.update({
      where: { id },
      data: { idHash: platform.vault.lookupHash('person-id', numberOf(people)) },
    })
  }
  return employer
}
const numberOf = (index: number) => `P${String(index).padStart(8, '0')}`
const firstOf = { idNumber: numberOf(1), wage: fen(1_000_000) }

const grounds = { reason: '入职后漏报', evidence: ['CONTRACT', 'PAYROLL'], evidenceNote: '劳动合同 2024-17 号，工资册' }
const line = (first: string, last = first, change: object = {}) => ({ ...firstOf, first, last, ...change })
const input = (lines: readonly object[], change: object = {}) => ({ ...grounds, lines, ...change })

interface Problem {
  code: string
  line: number | null
  period: string | null
  reference: string | null
}
const problemFields = 'problems { code line period reference }'

async function plan(lines: readonly object[], change: object = {}, viewer: Viewer = unit.viewer) {
  const { data, errors } = await ask(
    platform,
    viewer,
    `query ($input: BackPaymentApplicationInput!) { plannedBackPayment(input: $input) { route premium lateFee total
      lines { line name idMasked months } periods { period people premium lateFee dueOn } derivation ${problemFields} } }`,
    { input: input(lines, change) },
  )
  return { plan: data?.['plannedBackPayment'] as unknown as Plan, errors }
}
interface Plan {
  route: string
  premium: number
  lateFee: number
  total: number
  lines: { name: string; months: number }[]
  periods: { period: string; people: number; premium: number; lateFee: number; dueOn: string }[]
  derivation: Explanation | null
  problems: Problem[]
}

function derivationOf(id: string, viewer: Viewer): Promise<Explanation | null> {
  return explanationOf(platform, viewer, { backPayment: id })
}

function expectDerivation(derivation: Explanation | null | undefined): Explanation {
  if (!derivation) throw new Error('there is no derivation')
  return derivation
}

async function mutate(viewer: Viewer | undefined, call: string, variables: Record<string, unknown> = {}) {
  const [name = ''] = call.split('(')
  const declared = 'input' in variables ? '($input: BackPaymentApplicationInput!)' : '($id: ID!, $decidedOn: CaseMark!)'
  const { id } = variables
  const decidedOn = typeof id === 'string' ? { decidedOn: await markNow(platform, backPaymentCase, id) } : {}
  const { data, errors } = await ask(
    platform,
    viewer,
    `mutation ${declared} { ${call} { __typename ... on BackPaymentStepTaken { backPayment { id number state route files { id name } notices { id period paid } } }
      ... on BackPaymentRefused { ${problemFields} } } }`,
    { ...decidedOn, ...variables },
  )
  return { outcome: data?.[name] as unknown as Outcome | undefined, errors }
}
interface Outcome {
  __typename: string
  backPayment?: {
    id: string
    number: string
    state: string
    route: string
    files: { id: string; name: string }[]
    notices: { id: string; period: string; paid: boolean }[]
  }
  problems?: Problem[]
}

const apply = (lines: readonly object[], change: object = {}, viewer: Viewer = unit.viewer) =>
  mutate(viewer, 'applyForBackPayment(input: $input)', { input: input(lines, change) })
const check = (id: string, viewer: Viewer = officer) =>
  mutate(viewer, 'checkBackPayment(id: $id, decidedOn: $decidedOn, finding: "合同与工资册相符")', { id })
const approve = (id: string, viewer: Viewer = head) =>
  mutate(viewer, 'approveBackPayment(id: $id, decidedOn: $decidedOn)', { id })
const codes = (problems: readonly Problem[] | undefined) => problems?.map(({ code }) => code)

/** The pension ceiling a month was worked out with. */
function ceilingOf(backPayment: Explanation, month: string): number | undefined {
  const ofMonth = findPart(backPayment, { label: 'BACK_PAYMENT_MONTH', period: month })
  return ofMonth && findPart(ofMonth, { label: 'BASE_CEILING', insurance: 'PENSION' })?.result.value
}

describe('few and recent months', () => {
  it('cost what they would have cost then, with the late fee since the original due date, before anybody applies', async () => {
    const { plan: planned } = await plan([line('2025-06', '2025-07')])
    expect(planned).toMatchObject({
      route: 'ONLINE',
      problems: [],
      lines: [{ name: expect.stringContaining('王小明'), months: 2 }],
    })
    expect(planned.periods.map(({ premium, dueOn }) => [premium, dueOn])).toEqual([
      [370_300, '2025-06-25'],
      [370_300, '2025-07-25'],
    ])
    // 3 703.00 for 77 and for 47 days at 0.05 % a day.
    expect(planned.periods.map(({ lateFee }) => lateFee)).toEqual([14_257, 8_702])
    expect(planned.total).toBe(2 * 370_300 + 14_257 + 8_702)
    const why = expectDerivation(planned.derivation)
    expect([amountOf(why), findFalseNodes(why)]).toEqual([planned.total, []])
    expect(['2025-06', '2025-07'].map((month) => ceilingOf(why, month))).toEqual([3_528_300, 3_581_100])
    expect(await platform.database.prisma.backPayment.count()).toBe(0)
  })

  it('are billed at once; paying them shows the months as paid later, and the books hold', async () => {
    const files = [await handInFile(platform, unit.viewer, '工资册.pdf')]
    const { outcome } = await apply([line('2025-06', '2025-07')], { files })
    expect(outcome?.backPayment).toMatchObject({ state: 'ISSUED', route: 'ONLINE', number: 'BJ00000001' })
    expect(outcome?.backPayment?.files).toEqual([{ id: files[0], name: '工资册.pdf' }])
    const notices = await platform.database.prisma.paymentNotice.findMany({
      where: { employerId: unit.employerId, kind: 'BACK_PAYMENT' },
      orderBy: { period: 'asc' },
    })
    expect(notices.map((one) => [one.period, one.total, one.dueOn, one.people])).toEqual([
      ['2025-06', 370_300n, '2025-06-25', 1],
      ['2025-07', 370_300n, '2025-07-25', 1],
    ])
    await receiveMoney(platform, {
      employerId: unit.employerId,
      amount: fen(2 * 370_300 + 14_257 + 8_702),
      valueDate: '2025-09-10',
      key: crypto.randomUUID(),
    })
    const months = await platform.database.prisma.premiumPayment.findMany({ where: { kind: 'BACK_PAYMENT' } })
    expect(months.map(({ status }) => status)).toEqual(['BACK_PAID', 'BACK_PAID'])
    expect((await proveLedger(platform)).breaks).toEqual([])
  })

  it('open into the parameters of their month, for the notice and for the person', async () => {
    const [notice] = await platform.database.prisma.paymentNotice.findMany({ where: { period: '2025-06' } })
    const whole = await deriveFor(platform, unit.viewer, { notice: notice?.id })
    // The limits of Beijing until June 2025 and since July.
    expect(findPart(whole, { label: 'BASE_CEILING', insurance: 'PENSION' })?.result.value).toBe(3_528_300)
    const month = `${unit.individualIds[0]}:2025-07:${unit.employerId}:BACK_PAYMENT`
    const { derivation } = await askDerivation(platform, unit.viewer, { month })
    if (!derivation) throw new Error('there is no derivation')
    expect(derivation.agrees).toBe(true)
    expect(findPart(derivation.explanation, { label: 'BASE_CEILING', insurance: 'PENSION' })?.result.value).toBe(
      3_581_100,
    )
  })

  it('are billed once when they are applied for several times at the same moment', async () => {
    const hasty = await addLate([1_000_000])
    const month = line('2025-07', '2025-07', { idNumber: numberOf(people) })
    const all = await Promise.all([1, 2, 3, 4].map(() => apply([month], {}, hasty.viewer)))
    const outcomes = all.map(({ outcome }) => codes(outcome?.problems)?.[0] ?? outcome?.backPayment?.state ?? 'FAILED')
    expect(outcomes.toSorted()).toEqual(['ALREADY_BILLED', 'ALREADY_BILLED', 'ALREADY_BILLED', 'ISSUED'])
  })

  it('of more than twenty people wait for the office', async () => {
    const many = await addLate(Array.from({ length: 21 }, () => 1_000_000))
    const from = people - 20
    const lines = many.individualIds.map((_id, index) =>
      line('2025-07', '2025-07', { idNumber: numberOf(from + index) }),
    )
    expect((await plan(lines, {}, many.viewer)).plan).toMatchObject({ route: 'STAFF_REVIEW', problems: [] })
    expect((await plan(lines.slice(1), {}, many.viewer)).plan).toMatchObject({ route: 'ONLINE' })
  })
})

describe('months further back', () => {
  let id = ''

  it('are checked by one and approved by another, and only then billed', async () => {
    const { outcome } = await apply([line('2025-01', '2025-03')])
    expect(outcome?.backPayment).toMatchObject({ state: 'APPLIED', route: 'STAFF_REVIEW', notices: [] })
    id = outcome?.backPayment?.id ?? ''
    // Both sides see why it costs what it cost on the day it was asked for, also days later.
    const row = await platform.database.prisma.backPayment.findUniqueOrThrow({ where: { id } })
    platform.clock.set('2025-09-12T10:00:00+08:00')
    for (const viewer of [unit.viewer, officer]) {
      const why = expectDerivation(await derivationOf(id, viewer))
      expect([amountOf(why), findFalseNodes(why)]).toEqual([Number(row.premium + row.lateFee), []])
      expect(amountOf(expectDerivation(backPaymentFigure(why, 'LATE_FEE')))).toBe(Number(row.lateFee))
    }
    platform.clock.set('2025-09-10T10:00:00+08:00')
    expect(codes((await approve(id)).outcome?.problems)).toEqual(['NOT_IN_STATE'])
    expect((await check(id, head)).outcome?.backPayment).toMatchObject({ state: 'CHECKED' })
    expect(codes((await approve(id, head)).outcome?.problems)).toEqual(['SAME_PERSON'])
    const { outcome: approved } = await approve(id, staffViewer(['REVIEWER']))
    expect(approved?.backPayment?.notices.map(({ period: month }) => month)).toEqual(['2025-01', '2025-02', '2025-03'])
    // From now on its notices say why.
    expect(await derivationOf(id, unit.viewer)).toBeNull()
    const trail = await platform.database.prisma.auditEvent.findMany({
      where: { recordId: id },
      orderBy: { seq: 'asc' },
    })
    expect(trail.map(({ action }) => action)).toEqual([
      'BACK_PAYMENT_APPLIED',
      'BACK_PAYMENT_CHECKED',
      'BACK_PAYMENT_APPROVED',
    ])
    expect((await proveLedger(platform)).breaks).toEqual([])
  })

  it('are not billed twice when they are approved again, nor when two approve at once', async () => {
    const { outcome } = await apply([line('2024-12')])
    const other = outcome?.backPayment?.id ?? ''
    await check(other)
    // Both looked before either decided.
    const decidedOn = await markNow(platform, backPaymentCase, other)
    const both = await Promise.all(
      [head, staffViewer(['HEAD'])].map((viewer) =>
        mutate(viewer, 'approveBackPayment(id: $id, decidedOn: $decidedOn)', { id: other, decidedOn }),
      ),
    )
    const outcomes = both.map(({ outcome: one }) => one?.backPayment?.state ?? one?.__typename)
    expect(outcomes.toSorted((a = '', b = '') => a.localeCompare(b))).toEqual(['ISSUED', 'StaleDecision'])
    expect(await platform.database.prisma.paymentNotice.count({ where: { period: '2024-12' } })).toBe(1)
  })

  it('stand in the way of another request while they are checked, and cost what they cost on the day of approval', async () => {
    const month = line('2025-04', '2025-04', { idNumber: numberOf(2) })
    const { outcome } = await apply([month])
    const other = outcome?.backPayment?.id ?? ''
    await check(other, head)
    expect(codes((await apply([month])).outcome?.problems)).toEqual(['ALREADY_APPLIED'])
    const ownStep = async (viewer: Viewer) =>
      (await ask(platform, viewer, 'query ($id: ID!) { backPayment(id: $id) { ownStep } }', { id: other })).data
    expect(await ownStep(head)).toEqual({ backPayment: { ownStep: null } })
    expect(await ownStep(officer)).toEqual({ backPayment: { ownStep: null } })
    expect(await ownStep(staffViewer(['REVIEWER']))).toEqual({ backPayment: { ownStep: 'APPROVE' } })
    const lateFee = async () =>
      (await platform.database.prisma.backPayment.findUniqueOrThrow({ where: { id: other } })).lateFee
    // 3 703.00 for 138 and, ten days later, for 148 days at 0.05 % a day.
    expect(await lateFee()).toBe(25_551n)
    platform.clock.set('2025-09-20T10:00:00+08:00')
    expect((await approve(other, staffViewer(['REVIEWER']))).outcome?.backPayment).toMatchObject({ state: 'ISSUED' })
    platform.clock.set('2025-09-10T10:00:00+08:00')
    expect(await lateFee()).toBe(27_402n)
  })

  it('are refused on approval when somebody billed them meanwhile', async () => {
    const { outcome } = await apply([line('2024-11')])
    const other = outcome?.backPayment?.id ?? ''
    await check(other)
    await platform.database.prisma.enrolment.updateMany({
      where: { employerId: unit.employerId },
      data: { fromPeriod: '2024-11' },
    })
    await assessEmployer(platform, { employerId: unit.employerId, period: period('2024-11') })
    await platform.database.prisma.enrolment.updateMany({
      where: { employerId: unit.employerId },
      data: { fromPeriod: '2025-08' },
    })
    expect((await approve(other)).outcome?.problems).toMatchObject([{ code: 'ALREADY_BILLED', period: '2024-11' }])
    expect(await derivationOf(other, officer)).toBeNull()
    const rejected = await mutate(officer, 'rejectBackPayment(id: $id, decidedOn: $decidedOn, reason: "当月已开单")', {
      id: other,
    })
    expect(rejected.outcome?.backPayment).toMatchObject({ state: 'REJECTED' })
    expect(codes((await check(other)).outcome?.problems)).toEqual(['NOT_IN_STATE'])
  })

  it('need a legal document, with its number, when they are more than three years back', async () => {
    platform.clock.set('2027-09-10T10:00:00+08:00')
    expect((await plan([line('2024-08', '2024-09')])).plan.problems).toMatchObject([
      { code: 'LEGAL_DOCUMENT_NEEDED', period: '2024-08', line: 1 },
    ])
    const legal = { evidence: ['LEGAL_DOCUMENT'] }
    expect(codes((await plan([line('2024-08')], legal)).plan.problems)).toEqual(['DOCUMENT_NO_MISSING'])
    expect((await plan([line('2024-08')], { ...legal, documentNo: '京劳人仲字〔2027〕8号' })).plan).toMatchObject({
      problems: [],
      route: 'STAFF_REVIEW',
    })
    platform.clock.set('2025-09-10T10:00:00+08:00')
  })
})

describe('a request is refused', () => {
  const refusal = async (lines: readonly object[], change: object = {}) => (await plan(lines, change)).plan.problems
  const second = { idNumber: numberOf(2) }

  it('line by line, with what is wrong', async () => {
    const lines = [
      line('2025-09'),
      line('2024-06'),
      line('2025-05', '2025-04'),
      line('2025-05', '2025-05', { idNumber: 'NOBODY' }),
      line('2025-06', '2025-06', second),
      line('2025-06', '2025-06', second),
      line('2025-05', '2025-05', { wage: 99_999_999_999 }),
      line('2025-02'),
    ]
    expect((await refusal(lines)).map(({ line: place, code }) => [place, code])).toEqual([
      [1, 'NOT_A_PAST_MONTH'],
      [1, 'WAITS_FOR_RUN'],
      [2, 'BEFORE_HIRE'],
      [3, 'RANGE_REVERSED'],
      [4, 'UNKNOWN_PERSON'],
      [6, 'DUPLICATE_MONTH'],
      [7, 'WAGE_UNUSABLE'],
      [8, 'ALREADY_BILLED'],
    ])
  })

  it('without evidence, without months, and without parameters of the month', async () => {
    expect(codes(await refusal([line('2025-05')], { evidence: [] }))).toEqual(['EVIDENCE_MISSING'])
    expect(codes(await refusal([]))).toEqual(['NO_MONTHS'])
    const before = await refusal([line('2023-02')], { evidence: ['LEGAL_DOCUMENT'], documentNo: '1 号' })
    expect(codes(before)).toEqual(['NO_POLICY', 'BEFORE_HIRE'])
    const endless = line('1999-01', '2199-12')
    expect((await refusal([endless]))[0]).toMatchObject({ code: 'TOO_MANY_MONTHS', reference: '2000' })
  })

  it('while another one for the same month is under way', async () => {
    const { outcome } = await apply([line('2024-10', '2024-10', second)])
    expect((await apply([line('2024-10', '2024-10', second)])).outcome?.problems).toMatchObject([
      { code: 'ALREADY_APPLIED', reference: outcome?.backPayment?.number, line: 1 },
    ])
  })

  it('when the month was billed to another employer, or was deemed', async () => {
    const [individualId = ''] = unit.individualIds
    const elsewhere = await addEmployer(platform, [])
    const row = {
      employerId: elsewhere.employerId,
      individualId,
      employmentForm: 'REGULAR',
      householdType: 'LOCAL_URBAN',
    }
    await platform.database.prisma.enrolment.create({
      data: { ...row, hireDate: '2024-09-01', fromPeriod: '2024-09', toPeriod: '2024-09', averageWage: 1_000_000n },
    })
    await assessEmployer(platform, { employerId: elsewhere.employerId, period: period('2024-09') })
    expect(codes(await refusal([line('2024-09')]))).toEqual(['ACTIVE_ELSEWHERE'])
    // What the other employer had back is nobody's month any more.
    await platform.database.prisma.premiumPayment.updateMany({
      where: { employerId: elsewhere.employerId },
      data: { status: 'REFUNDED' },
    })
    expect(await refusal([line('2024-09')])).toEqual([])
    await platform.database.prisma.paymentNotice.create({
      data: {
        number: 'DEEMED1',
        employerId: unit.employerId,
        period: '2024-08',
        kind: 'DEEMED',
        people: 1,
        employerTotal: 1n,
        personalTotal: 0n,
        total: 1n,
        issuedOn: '2024-08-20',
        dueOn: '2024-08-26',
      },
    })
    expect(codes(await refusal([line('2024-08')]))).toEqual(['MONTH_DEEMED'])
  })

  it('after the person has left, but not in the month of leaving', async () => {
    const gone = await addLate([1_000_000])
    await platform.database.prisma.enrolment.updateMany({
      where: { employerId: gone.employerId },
      data: { fromPeriod: '2024-12', toPeriod: '2025-01', leaveDate: '2025-02-28' },
    })
    const { plan: planned } = await plan([line('2025-02', '2025-03', { idNumber: numberOf(people) })], {}, gone.viewer)
    expect(planned.problems).toMatchObject([{ code: 'AFTER_LEAVING', period: '2025-03', reference: '2025-02-28' }])
  })

  it('when words are missing, naming the field', async () => {
    expect((await plan([line('2025-05')], { reason: ' ' })).errors).toEqual(['BAD_USER_INPUT'])
    expect((await plan([line('2025-05')], { evidenceNote: '见' })).errors).toEqual(['BAD_USER_INPUT'])
  })
})

describe('who may', () => {
  it('apply: employers, for their own people only', async () => {
    for (const viewer of [insuredViewer(crypto.randomUUID()), officer, head])
      expect((await apply([line('2025-05')], {}, viewer)).errors).toEqual(['FORBIDDEN'])
    const stranger = await addEmployer(platform, [1_000_000])
    expect(codes((await plan([line('2025-05')], {}, stranger.viewer)).plan.problems)).toEqual(['UNKNOWN_PERSON'])
  })

  it('check, approve and reject: staff of the role', async () => {
    const { id } = await platform.database.prisma.backPayment.findFirstOrThrow({ where: { status: 'APPLIED' } })
    const refusedTo = async (viewer: Viewer, call: string) =>
      expect((await mutate(viewer, call, { id })).errors, `${viewer.displayName} ${call}`).toEqual(['FORBIDDEN'])
    const all = [
      'checkBackPayment(id: $id, decidedOn: $decidedOn, finding: "相符相符")',
      'approveBackPayment(id: $id, decidedOn: $decidedOn)',
      'rejectBackPayment(id: $id, decidedOn: $decidedOn, reason: "不符不符")',
    ]
    for (const call of all) {
      await refusedTo(unit.viewer, call)
      await refusedTo(insuredViewer(crypto.randomUUID()), call)
      await refusedTo(staffViewer(['AUDITOR']), call)
      await refusedTo(staffViewer(['HEAD'], { stage: 'MUST_CHANGE_PASSWORD' }), call)
    }
    await refusedTo(officer, 'approveBackPayment(id: $id, decidedOn: $decidedOn)')
  })

  it('see: its employer with names, staff with masks, nobody else', async () => {
    const request = await platform.database.prisma.backPayment.findFirstOrThrow({ where: { status: 'APPLIED' } })
    const file = await handInFile(platform, unit.viewer)
    await attachFiles(platform, unit.viewer, {
      field: 'files',
      ids: [file],
      subject: { kind: 'BACK_PAYMENT', id: request.id, employerId: unit.employerId },
      retention: 'CASE_EVIDENCE',
    })
    const strangers = [employerViewer(crypto.randomUUID()), insuredViewer(crypto.randomUUID())]
    expect(await whoOpens(platform, file, [unit.viewer, officer, ...strangers])).toEqual([
      'OPENS',
      'OPENS',
      'NOT_FOUND',
      'NOT_FOUND',
    ])
    const source =
      'query ($id: ID!) { backPayment(id: $id) { number spans { person first last months wage } steps { state by } ownStep } }'
    const seenBy = (viewer: Viewer) => ask(platform, viewer, source, { id: request.id })
    const own = (await seenBy(unit.viewer)).data['backPayment'] as unknown as {
      spans: { person: string }[]
      ownStep: null
    }
    expect(own).toMatchObject({
      spans: [{ first: '2024-10', last: '2024-10', months: 1, wage: 1_000_000 }],
      ownStep: null,
    })
    expect(own.spans[0]?.person).toContain('王小明')
    const staff = (await seenBy(staffViewer(['OFFICER' satisfies StaffRole]))).data[
      'backPayment'
    ] as unknown as typeof own
    expect(staff).toMatchObject({ ownStep: 'CHECK' })
    expect(staff.spans[0]?.person).not.toContain('小明')
    expect((await seenBy(employerViewer(crypto.randomUUID()))).errors).toEqual(['NOT_FOUND'])
    expect((await seenBy(insuredViewer(crypto.randomUUID()))).errors).toEqual(['FORBIDDEN'])
    const queue = '{ backPaymentQueue(states: [APPLIED]) { edges { node { number } } } }'
    expect((await ask(platform, staffViewer(['AUDITOR']), queue)).data).toMatchObject({
      backPaymentQueue: { edges: [{ node: { number: request.number } }] },
    })
    expect((await ask(platform, unit.viewer, queue)).errors).toEqual(['FORBIDDEN'])
    const list = '{ employer { backPayments(first: 2) { edges { node { number state } } pageInfo { hasNextPage } } } }'
    expect((await ask(platform, unit.viewer, list)).data).toMatchObject({
      employer: { backPayments: { edges: [{ node: { state: 'APPLIED' } }, {}], pageInfo: { hasNextPage: true } } },
    })
  })
})
