import { civilDate, fen, period } from '@shebao/kernel'
import { lateFee } from '@shebao/premium'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { declareByMonth } from '../../../testing/filing/declared-by-month.ts'
import { addUnit, somebody } from '../../../testing/filing/review/review-fixture.ts'
import type { ReviewedUnit } from '../../../testing/filing/review/review-fixture.ts'
import { givenOffice } from '../../../testing/inspection-scenario.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import {
  acceptMonthly,
  openMonthly,
  recommendMonthly,
  saveMonthlyChanges,
  startMonthlyReview,
  submitMonthly,
} from '../../filing/monthly/index.ts'
import { assessUnits } from '../../money/assessment/index.ts'

let platform: TestPlatform
let unit: ReviewedUnit
let clerk: Viewer
const origin = 'test'
const [stays, leaves, joins] = [
  somebody(7_001, '甲留下', 1_000_000),
  somebody(7_002, '乙离开', 2_000_000),
  somebody(7_003, '丙加入', 1_500_000),
]
const all = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'] as const

beforeAll(async () => {
  platform = await openTestPlatform()
  await declareByMonth(platform, '2024-12')
  await givenOffice(platform)
  platform.clock.set('2024-10-08T10:00:00+08:00')
  unit = await addUnit(platform, [stays, leaves])
  clerk = employerViewer(unit.employerId)
  await assessUnits(platform, [unit.employerId], {
    region: '110000',
    period: period('2024-10'),
    issuedOn: civilDate('2024-10-08'),
  })
  platform.clock.set('2024-11-08T10:00:00+08:00')
})
afterAll(() => platform.close())

const source = `query ($days: Int!, $month: RehearsedMonth) { deadlineRehearsal(month: $month) {
  month today period monthlySelf cutOffDay fileBy standing principal
  declaration { judgement { errors issues { code path } } }
  bill { total employerTotal personalTotal lastPeriod lines { insurance employer personal lastEmployer lastPersonal } explanation }
  payment { issuedOn dueDay day dueOn nextMonth noticeNumber }
  delay(days: $days) { paidOn days fee perDay total explanation }
  notFiled { kind amount more basedOn explanation }
  consequences { code articles from }
  inspection { year closesOn open declaration { id } }
} }`

interface Line {
  insurance: string
  employer: number
  personal: number
  lastEmployer: number
  lastPersonal: number
}
interface Rehearsed {
  standing: string
  principal: number
  declaration: { judgement: { errors: number; issues: { code: string; path: string }[] } } | null
  bill: { total: number; lines: Line[]; explanation: { result: { value: number } } }
  payment: { dueOn: string; noticeNumber: string | null }
  delay: { fee: number; perDay: number; total: number }
  notFiled: { kind: string; amount: number; more: number | null; basedOn: string } | null
}

async function rehearse(days = 0, viewer: Viewer | undefined = clerk, month: string | null = null) {
  const { data, errors } = await ask(platform, viewer, source, { days, month })
  return { errors, rehearsal: data['deadlineRehearsal'] as unknown as Rehearsed }
}
const lastTotal = ({ bill }: Rehearsed) =>
  bill.lines.reduce((sum, { lastEmployer, lastPersonal }) => sum + lastEmployer + lastPersonal, 0)

/** Every row of every table, as one text. */
async function everyRow(): Promise<string> {
  const { database } = platform
  const tables = await database.query<{ name: string }>({
    text: `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename`,
  })
  const texts: string[] = []
  for (const { name } of tables) {
    const [row] = await database.query<{ digest: string }>({
      text: `SELECT count(*) || ' ' || coalesce(md5(string_agg(one::text, '|' ORDER BY one::text)), '') AS digest FROM ${name} one`,
    })
    texts.push(`${name} ${row?.digest}`)
  }
  return texts.join('\n')
}

it('before anything is begun: the bill of the register, the days, and 110 % of the last declared month', async () => {
  const before = await everyRow()
  const { rehearsal } = await rehearse(11)
  expect(rehearsal).toMatchObject({
    period: '2024-11',
    monthlySelf: true,
    cutOffDay: 15,
    fileBy: '2024-11-15',
    standing: 'NOT_BEGUN',
    declaration: null,
    payment: { issuedOn: '2024-11-08', dueDay: 25, day: '2024-11-25', dueOn: '2024-11-25', noticeNumber: null },
    notFiled: { kind: 'DEEMED', basedOn: '2024-10' },
    inspection: { year: 2024, open: true, declaration: null },
  })
  expect(rehearsal.bill.total).toBe(lastTotal(rehearsal))
  expect(rehearsal.bill.explanation.result.value).toBe(rehearsal.bill.total)
  // Each share is raised and rounded by itself (domain 3.3).
  const deemed = rehearsal.bill.lines.flatMap(({ lastEmployer, lastPersonal }) => [lastEmployer, lastPersonal])
  expect(rehearsal.notFiled?.amount).toBe(deemed.reduce((sum, one) => sum + Math.floor((one * 11 + 5) / 10), 0))
  const fee = lateFee({
    principal: fen(rehearsal.bill.total),
    due: civilDate('2024-11-25'),
    until: civilDate('2024-12-06'),
  })
  expect(rehearsal.delay).toMatchObject({ fee: fee.fee, total: rehearsal.bill.total + fee.fee, paidOn: '2024-12-06' })
  expect(await everyRow()).toBe(before)
})

it('of a draft: what is missing, and once it is whole the very bill that acceptance writes; nothing is written', async () => {
  const opened = await openMonthly(platform, clerk, { filing: 'REGULAR', origin })
  if (opened.kind !== 'opened') throw new Error(opened.reason)
  const declarationId = opened.declaration.id
  const join = {
    changeType: 'ADD_NEW' as const,
    name: joins.name,
    idNumber: joins.idNumber,
    insurances: [...all],
    householdType: 'LOCAL_URBAN' as const,
    employmentForm: 'CONTRACT' as const,
    hireDate: '2024-11-01',
    effectivePeriod: '2024-11',
  }
  const save = async (expectedRevision: number, wage: object, row: object = {}) =>
    saveMonthlyChanges(platform, clerk, {
      declarationId,
      expectedRevision,
      changes: [{ draft: { ...join, ...wage }, ...row }],
      origin,
    })
  const first = await save(0, {})
  if (first.kind !== 'saved') throw new Error(first.kind)
  const registered = (await rehearse()).rehearsal
  expect(registered).toMatchObject({ standing: 'INCOMPLETE', notFiled: { more: null } })
  expect(registered.declaration?.judgement.issues.map(({ path }) => path)).toContain('change[0].monthlyWage')
  expect(registered.bill.total).toBe(lastTotal(registered))

  await save(1, { monthlyWage: fen(joins.wage) }, { row: first.rowNos[0] })
  const before = await everyRow()
  const { rehearsal } = await rehearse(1)
  expect(await everyRow()).toBe(before)
  expect(rehearsal.declaration?.judgement.issues).toEqual([])
  expect(rehearsal).toMatchObject({ standing: 'COMPLETE' })
  expect(rehearsal.bill.total).toBeGreaterThan(registered.bill.total)
  expect(rehearsal.notFiled?.more).toBe((rehearsal.notFiled?.amount ?? 0) - rehearsal.bill.total)

  const { personnelRevision } = await platform.database.prisma.declaration.findUniqueOrThrow({
    where: { id: declarationId },
  })
  const handedIn = await submitMonthly(platform, clerk, {
    declarationId,
    revision: personnelRevision,
    idempotencyKey: crypto.randomUUID(),
    truthDeclared: true,
    signer: '王经办',
    origin,
  })
  expect(handedIn.kind).toBe('submitted')
  const decide = { declarationId, version: 1, origin }
  const [officer, reviewer] = [staffViewer(['OFFICER']), staffViewer(['REVIEWER'])]
  await startMonthlyReview(platform, officer, decide)
  await recommendMonthly(platform, officer, decide)
  await acceptMonthly(platform, reviewer, decide)
  const notice = await platform.database.prisma.paymentNotice.findFirstOrThrow({
    where: { employerId: unit.employerId, period: '2024-11' },
    include: { lines: true },
  })
  expect(Number(notice.total)).toBe(rehearsal.bill.total)
  expect(notice.dueOn).toBe(rehearsal.payment.dueOn)
  for (const { insurance, employer, personal } of rehearsal.bill.lines)
    expect(notice.lines.find((line) => line.insurance === insurance)).toMatchObject({
      employer: BigInt(employer),
      personal: BigInt(personal),
    })
  // Filed: what comes next is December, whose day is found anew, and which costs the same.
  expect((await rehearse()).rehearsal).toMatchObject({
    month: 'NEXT',
    period: '2024-12',
    fileBy: '2024-12-15',
    bill: { total: rehearsal.bill.total, lastPeriod: '2024-11' },
    payment: { issuedOn: '2024-12-01', day: '2024-12-25', noticeNumber: null },
    notFiled: { kind: 'DEEMED', basedOn: '2024-11' },
  })
  const filed = (await rehearse(0, clerk, 'OPEN')).rehearsal
  expect(filed).toMatchObject({ standing: 'HANDED_IN', notFiled: null, principal: rehearsal.bill.total })
  expect(filed.payment.noticeNumber).toBe(notice.number)
})

it('is for the employer alone, and says which delays it works out', async () => {
  for (const viewer of [staffViewer(['OFFICER']), insuredViewer(crypto.randomUUID())])
    expect((await rehearse(0, viewer)).errors).toEqual(['FORBIDDEN'])
  expect((await rehearse(367)).errors).toEqual(['BAD_USER_INPUT'])
})
