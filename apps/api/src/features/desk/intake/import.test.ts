import { writeTemplate, importColumns } from '@shebao/intake'
import type { ImportKind } from '@shebao/intake'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { addOffice } from '../../../testing/readers.ts'
import { findOpeningCredit } from '../../money/ledger/index.ts'
import { proveLedger } from '../../money/ledger/prove-ledger.ts'
import { seedPolicy } from '../../money/policy/policy-in-force.ts'
import { startBillingRun } from '../../money/run/start-run.ts'
import { continueRun } from '../../money/run/continue-run.ts'
import { receiveMoney } from '../../money/settlement/allocate-credit.ts'
import { fen } from '@shebao/kernel'
import { listPaidPeople } from '../../money/refund/refund-source.repository.ts'
import { writeImportReport } from './import-report.ts'
import { uploadImport } from './upload-import.ts'
import type { UploadOutcome } from './upload-import.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
  await addOffice(platform)
  platform.clock.set('2024-09-02T10:00:00+08:00')
})
afterAll(() => platform.close())

const officer = staffViewer(['OFFICER'])
const head = staffViewer(['HEAD'])
const text = (lines: string) => new TextEncoder().encode(lines)

const employers = `社会保险登记号,统一社会信用代码,单位名称,单位类型,行业门类,工伤风险类别,登记日期,注册地址,法定代表人,法定代表人证件号码,法定代表人电话,开户银行,银行账号
11010800001,91110108MA01ABCD5T,第一示例公司,企业,制造业,1,2015-06-01,北京市海淀区一路1号,王一一,11010519491231002X,13800000001,示例银行,11001000100012345678
11010800002,91110108MA01ABCE3M,第二示例公司,企业,信息传输、软件和信息技术服务业,1,2016-06-01,北京市海淀区二路2号,李二二,11010519491231002X,13800000002,示例银行,11001000100012345679
`
const people = `姓名,证件号码,手机号码
张三三,110105199001010010,13900000001
李四四,110105199202020020,13900000002
王五五,110105199303030033,13900000003
`
const enrolments = `社会保险登记号,证件号码,姓名,用工形式,户口性质,入职日期,参保起始月,月缴费工资
11010800001,110105199001010010,张三三,合同制,本市城镇,2020-03-01,2020-03,10000
11010800001,110105199202020020,李四四,合同制,外埠农村,2021-05-01,2021-05,8000
11010800002,110105199303030033,王五五,在编,本市农村,2022-01-10,2022-02,12000
`

const upload = (
  kind: ImportKind,
  lines: string | Uint8Array,
  viewer: Viewer | undefined = officer,
): Promise<UploadOutcome> =>
  uploadImport(
    platform,
    viewer,
    { kind, bytes: typeof lines === 'string' ? text(lines) : lines, fileName: `${kind}.csv` },
    'test',
  )

async function uploaded(kind: ImportKind, lines: string): Promise<string> {
  const outcome = await upload(kind, lines)
  if (outcome.kind !== 'UPLOADED') throw new Error(JSON.stringify(outcome))
  return outcome.id
}

interface Import {
  mark: string
  state: string
  rows: number
  errorRows: number
  warningRows: number
  report: { edges: { node: { rowNo: number; cells: { key: string; text: string }[]; problems: Problem[] } }[] }
}
interface Problem {
  code: string
  column: string | null
  detail: string | null
}

async function read(id: string, viewer: Viewer = officer): Promise<Import> {
  const source = `query ($id: ID!) { registerImport(id: $id) { mark state rows errorRows warningRows
    report(filter: ALL) { edges { node { rowNo cells { key text } problems { code column detail } } } } } }`
  const { data, errors } = await ask(platform, viewer, source, { id })
  const found: Import | undefined = data['registerImport']
  if (!found) throw new Error(errors.join())
  return found
}

type Step = 'applyImport' | 'releaseImport' | 'discardImport' | 'checkImportAgain' | 'takeBackImport'
interface Taken {
  __typename?: string
  reason?: string
  standing?: { kind: string; count: number }[]
}

async function take(step: Step, id: string, viewer: Viewer | undefined = officer, given?: string) {
  const mark = given ?? (await read(id)).mark
  const why = step === 'takeBackImport' ? ', reason: "导入了错误的文件"' : ''
  const source = `mutation ($id: ID!, $mark: CaseMark!) { ${step}(id: $id, decidedOn: $mark${why}) { __typename
    ... on ImportRefused { reason standing { kind count } } } }`
  const { data, errors } = await ask(platform, viewer, source, { id, mark })
  const { __typename, reason: refused, standing }: Taken = data[step] ?? {}
  return { __typename, reason: refused, standing, errors }
}

const problemsOf = async (id: string) =>
  (await read(id)).report.edges.flatMap(({ node }) =>
    node.problems.map(({ code, column }) => `${node.rowNo} ${column} ${code}`),
  )

describe('a file that is brought in', () => {
  it('changes nothing until it is taken in, and says row by row what is wrong, with what is personal masked', async () => {
    const id = await uploaded(
      'PEOPLE',
      `姓名,证件号码,性别
张三三,110105199001010011,男
=SUM(A1),110105199001010010,女
赵六六,110105199001010010,
`,
    )
    expect(await problemsOf(id)).toEqual([
      '2 idNumber CHECK_DIGIT',
      '3 name INVALID_NUMBER',
      '3 sex DOES_NOT_FIT_ID',
      '4 idNumber TWICE_IN_FILE',
    ])
    const { report, ...counts } = await read(id)
    expect(counts).toMatchObject({ state: 'CHECKED', rows: 3, errorRows: 3 })
    expect(JSON.stringify(report)).not.toContain('110105199001010010')
    expect(report.edges[0]?.node.cells).toContainEqual({ key: 'name', text: '张**' })
    expect(await platform.database.prisma.individual.count()).toBe(0)
    const csv = new TextDecoder().decode(await writeImportReport(platform, id, { language: 'zh-CN', format: 'csv' }))
    expect(csv).toContain('2,证件号码,110*************11,错误,校验位不符')
    expect(csv).not.toContain('\n=')
    expect((await take('applyImport', id)).reason).toBe('HAS_ERRORS')
    await take('discardImport', id)
    expect((await read(id)).state).toBe('DISCARDED')
  })

  it('is refused with words when it is no table, empty, lacks a column, or is here already', async () => {
    expect(await upload('PEOPLE', '')).toMatchObject({ kind: 'REFUSED', problem: { code: 'EMPTY' } })
    expect(await upload('PEOPLE', '这不是表格\n只有文字\n')).toMatchObject({ problem: { code: 'NO_TABLE' } })
    expect(await upload('PEOPLE', '颜色,形状\n红,圆\n')).toMatchObject({ kind: 'MISSING_COLUMNS' })
    expect(await upload('PEOPLE', '姓名,证件号码\n')).toMatchObject({ problem: { code: 'EMPTY' } })
    expect(await upload('EMPLOYERS', '单位名称,单位类型\n一,企业\n')).toMatchObject({ kind: 'MISSING_COLUMNS' })
    const id = await uploaded('EMPLOYERS', employers)
    expect(await upload('EMPLOYERS', employers, head)).toMatchObject({ kind: 'REPEATED', id, state: 'CHECKED' })
    await take('discardImport', id)
  })

  it('has employers in the district it says, or that their credit codes name, and in none of another region', async () => {
    const [heads = '', first = '', second = ''] = employers.split('\n')
    const table = (district: string) => [`${heads},所属区县代码`, `${first},${district}`, `${second},`, ''].join('\n')
    const wrong = await uploaded('EMPLOYERS', table('370202'))
    expect(await problemsOf(wrong)).toEqual(['2 district OTHER_REGION'])
    await take('discardImport', wrong)
    const id = await uploaded('EMPLOYERS', table('110105'))
    expect((await take('applyImport', id)).__typename).toBe('ImportStepTaken')
    const units = await platform.database.prisma.employer.findMany({ orderBy: { registrationNo: 'asc' } })
    expect(units.map(({ district, region }) => `${district} ${region}`)).toEqual(['110105 110000', '110108 110000'])
    expect((await take('takeBackImport', id, head)).__typename).toBe('ImportStepTaken')
  })

  it('is read from the template that is offered', async () => {
    for (const kind of ['EMPLOYERS', 'PEOPLE', 'ENROLMENTS', 'OPENING_BALANCES', 'HISTORY'] as const)
      for (const language of ['zh-CN', 'en'] as const)
        expect((await upload(kind, writeTemplate(kind, importColumns[kind], language))).kind).toBe('UPLOADED')
  })

  it('is for the office’s caseworkers, and released by somebody else where it is money', async () => {
    for (const stranger of [staffViewer(['AUDITOR']), employerViewer(crypto.randomUUID())])
      await expect(upload('PEOPLE', people, stranger)).rejects.toThrow('may not')
    const id = await uploaded('PEOPLE', `${people}\n`)
    expect((await take('applyImport', id, staffViewer(['AUDITOR']))).errors).toEqual(['FORBIDDEN'])
    expect((await take('takeBackImport', id)).errors).toEqual(['FORBIDDEN'])
    await take('discardImport', id)
  })
})

describe('a large file', () => {
  it('of 6,000 people is looked at and taken in by few statements', async () => {
    const lines = Array.from(
      { length: 6_000 },
      (_, index) => `人员${'甲乙丙丁戊'.charAt(index % 5)},${residentId(index)},`,
    )
    let statements = 0
    const { query } = platform.database
    platform.database.query = (statement, values) => {
      statements += 1
      return query(statement, values)
    }
    const id = await uploaded('PEOPLE', `姓名,证件号码,手机号码\n${lines.join('\n')}\n`)
    expect((await take('applyImport', id)).__typename).toBe('ImportStepTaken')
    platform.database.query = query
    expect(statements).toBeLessThan(60)
    expect(await platform.database.prisma.individual.count()).toBe(6_000)
    expect((await take('takeBackImport', id, head)).__typename).toBe('ImportStepTaken')
    expect(await platform.database.prisma.individual.count()).toBe(0)
  })
})

/** The nth number of somebody born in 1970 or later. */
function residentId(index: number): string {
  const day = new Date(Date.UTC(1970, 0, 1 + Math.floor(index / 900))).toISOString().slice(0, 10).replaceAll('-', '')
  const body = `110105${day}${String(1 + (index % 900)).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body.charAt(place)), 0)
  return `${body}${'10X98765432'.charAt(sum % 11)}`
}

describe('from nothing to the first bills', () => {
  const ids: Record<string, string> = {}

  it('takes in employers, people and enrolments, each all or nothing', async () => {
    ids['employers'] = await uploaded('EMPLOYERS', employers)
    expect(await problemsOf(ids['employers'])).toEqual([])
    const early = await uploaded('ENROLMENTS', enrolments)
    expect((await read(early)).errorRows).toBe(3)
    expect((await take('applyImport', ids['employers'])).__typename).toBe('ImportStepTaken')
    ids['people'] = await uploaded('PEOPLE', people)
    expect((await take('applyImport', ids['people'])).__typename).toBe('ImportStepTaken')
    // What was wrong because the register did not have it yet is right now, and is looked at again before it is taken in.
    expect((await take('checkImportAgain', early)).__typename).toBe('ImportStepTaken')
    expect(await problemsOf(early)).toEqual([])
    expect((await take('applyImport', early)).__typename).toBe('ImportStepTaken')
    ids['enrolments'] = early
    const rows = await platform.database.prisma.enrolment.findMany()
    expect(rows.map(({ source, sourceId }) => [source, sourceId])).toEqual(Array(3).fill(['IMPORT', early]))
    const [first] = await platform.database.prisma.employer.findMany({ orderBy: { registrationNo: 'asc' } })
    expect(first).toMatchObject({ name: '第一示例公司', injuryClass: 1, rosterVersion: 2 })
    const person = await platform.database.prisma.individual.findFirstOrThrow({ where: { nameMasked: '张**' } })
    expect(platform.vault.open(person.personal)).toMatchObject({ name: '张三三', idNumber: '110105199001010010' })
    expect(person).toMatchObject({ sex: 'MALE', birthDate: '1990-01-01' })
  })

  it('names what the register has already, in whatever file it comes again', async () => {
    const again = await uploaded('EMPLOYERS', `${employers}\n`)
    expect((await read(again)).errorRows).toBe(2)
    const spell = enrolments.split('\n').slice(0, 2).join('\n')
    expect(await problemsOf(await uploaded('ENROLMENTS', spell))).toEqual(['2 fromPeriod OVERLAPS'])
  })

  it('refuses who decided on what a colleague did meanwhile', async () => {
    const id = await uploaded('PEOPLE', '姓名,证件号码\n周七七,110105199404040046\n')
    const { mark } = await read(id)
    expect((await take('applyImport', id, officer, mark)).__typename).toBe('ImportStepTaken')
    expect((await take('applyImport', id, head, mark)).__typename).toBe('StaleDecision')
    expect((await take('takeBackImport', id, head)).__typename).toBe('ImportStepTaken')
    expect(await platform.database.prisma.individual.count()).toBe(3)
  })

  it('takes everything back in the order in which it came, until nothing of it is left', async () => {
    const [head1 = ''] = employers.split('\n')
    const [head3 = ''] = enrolments.split('\n')
    const brought = [
      await uploaded(
        'EMPLOYERS',
        `${head1}\n11010800009,91110108MA01ABCF1G,第九示例公司,企业,制造业,1,2015-06-01,北京市海淀区九路9号,王九九,11010519491231002X,13800000009,示例银行,11001000100012345670\n`,
      ),
      await uploaded('PEOPLE', '姓名,证件号码\n吴八八,110105199505050059\n'),
    ]
    for (const id of brought) await take('applyImport', id)
    const spell = await uploaded(
      'ENROLMENTS',
      `${head3}\n11010800009,110105199505050059,吴八八,合同制,本市城镇,2023-03-01,2023-03,10000\n`,
    )
    await take('applyImport', spell)
    expect((await take('takeBackImport', brought[0] ?? '', head)).standing).toEqual([{ kind: 'ENROLMENTS', count: 1 }])
    for (const id of [spell, ...brought.toReversed()])
      expect((await take('takeBackImport', id, head)).__typename).toBe('ImportStepTaken')
    expect(await platform.database.prisma.employer.count()).toBe(2)
    expect(await platform.database.prisma.individual.count()).toBe(3)
    expect(await platform.database.prisma.enrolment.count()).toBe(3)
    // What was taken back may come again.
    await uploaded('PEOPLE', '姓名,证件号码\n吴八八,110105199505050059\n')
  })

  it('bills them, and then nothing can be taken back: it says what stands on it', async () => {
    const run = await startBillingRun(platform, officer, { period: '2024-09', origin: 'test' })
    if (run.kind !== 'STARTED') throw new Error(run.reason)
    while ((await continueRun(platform, run.run.id)) === 'MORE');
    expect(await platform.database.prisma.paymentNotice.count()).toBe(2)
    expect(await take('takeBackImport', ids['enrolments'] ?? '', head)).toMatchObject({
      reason: 'STANDS_ON_IT',
      standing: [{ kind: 'MONTHS', count: 3 }],
    })
    const employer = await take('takeBackImport', ids['employers'] ?? '', head)
    expect(employer.standing?.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['ENROLMENTS', 'NOTICES']))
    expect((await take('takeBackImport', ids['people'] ?? '', head)).reason).toBe('STANDS_ON_IT')
    expect(await platform.database.prisma.employer.count()).toBe(2)
  })
})

describe('what was before', () => {
  const balances = `社会保险登记号,余额类别,余额日期,所属期,缴款期限,险种,人数,单位部分,个人部分,预存金额
11010800001,欠缴,2024-06-30,2024-05,2024-05-27,养老,2,1600,800,
11010800001,欠缴,2024-06-30,2024-05,2024-05-27,工伤,2,40,,
11010800002,预存,2024-06-30,,,,,,,500.50
`
  const history = `社会保险登记号,证件号码,姓名,所属期,养老缴费基数,养老单位缴费,养老个人缴费,医疗缴费基数,医疗单位缴费,医疗个人缴费
11010800001,110105199001010010,张三三,2024-06,10000,1600,800,10000,900,203
11010800001,110105199001010010,张三三,2024-07,10000,1600,800,10000,900,203
`

  it('opens the ledger in balance by two people, and is mirrored when it is taken back', async () => {
    const id = await uploaded('OPENING_BALANCES', balances)
    expect(await problemsOf(id)).toEqual([])
    expect((await take('releaseImport', id, { ...head, accountId: officer.accountId })).reason).toBe('SAME_PERSON')
    expect((await take('applyImport', id, staffViewer(['OFFICER']))).errors).toEqual(['FORBIDDEN'])
    expect((await take('releaseImport', id, head)).__typename).toBe('ImportStepTaken')
    const opened = await proveLedger(platform)
    expect(opened.breaks).toEqual([])
    expect(opened.balances.get('OPENING')).toBe(-244_000 + 50_050)
    const { id: creditor } = await platform.database.prisma.employer.findFirstOrThrow({
      where: { registrationNo: '11010800002' },
    })
    expect(await findOpeningCredit(platform, creditor)).toEqual({ amount: 50_050, asOf: '2024-06-30' })
    const notice = await platform.database.prisma.paymentNotice.findFirstOrThrow({ where: { kind: 'OPENING' } })
    expect(await findOpeningCredit(platform, notice.employerId)).toBeNull()
    expect(notice).toMatchObject({ period: '2024-05', dueOn: '2024-05-27', total: 244_000n, people: 2 })
    expect((await take('takeBackImport', id, head)).__typename).toBe('ImportStepTaken')
    const closed = await proveLedger(platform)
    expect(closed.breaks).toEqual([])
    expect(closed.balances.get('OPENING')).toBe(0)
    expect(await findOpeningCredit(platform, creditor)).toBeNull()
    expect(await platform.database.prisma.paymentNotice.count({ where: { kind: 'OPENING' } })).toBe(0)
  })

  it('stays once money has come for it', async () => {
    const id = await uploaded('OPENING_BALANCES', balances)
    await take('releaseImport', id, head)
    const { employerId } = await platform.database.prisma.paymentNotice.findFirstOrThrow({ where: { kind: 'OPENING' } })
    await receiveMoney(platform, { employerId, amount: fen(1_000), valueDate: '2024-09-02', key: crypto.randomUUID() })
    expect((await take('takeBackImport', id, head)).standing).toEqual([{ kind: 'PAYMENTS', count: 1 }])
    expect((await proveLedger(platform)).breaks).toEqual([])
  })

  it('puts paid months on the record of a person, and takes them off again', async () => {
    const id = await uploaded('HISTORY', history)
    expect(await problemsOf(id)).toEqual([])
    expect((await take('releaseImport', id, head)).__typename).toBe('ImportStepTaken')
    const months = await platform.database.prisma.premiumPayment.findMany({ where: { noticeId: null } })
    expect(months.map(({ period, status, postedOn, pensionBase }) => [period, status, postedOn, pensionBase])).toEqual([
      ['2024-06', 'PAID', '2024-06-30', 1_000_000n],
      ['2024-07', 'PAID', '2024-07-31', 1_000_000n],
    ])
    expect((await proveLedger(platform)).breaks).toEqual([])
    const again = await uploaded('HISTORY', `${history}\n`)
    expect(await problemsOf(again)).toEqual(['2 period ALREADY_THERE', '3 period ALREADY_THERE'])
    expect((await take('takeBackImport', id, head)).__typename).toBe('ImportStepTaken')
    expect(await platform.database.prisma.premiumPayment.count({ where: { noticeId: null } })).toBe(0)
    await expect(platform.database.query({ text: 'DELETE FROM premium_payment' })).rejects.toThrow('append-only')
  })

  it('is not billed for a month that was brought in, and its people are no people of a refund', async () => {
    const id = await uploaded('HISTORY', history.replaceAll('2024-07', '2024-08').replaceAll('2024-06', '2024-03'))
    await take('releaseImport', id, head)
    const run = await startBillingRun(platform, officer, { period: '2024-08', origin: 'test' })
    if (run.kind !== 'STARTED') throw new Error(run.reason)
    while ((await continueRun(platform, run.run.id)) === 'MORE');
    const billed = await platform.database.prisma.premiumPayment.findMany({
      where: { period: '2024-08', noticeId: { not: null } },
      select: { individualId: true },
    })
    expect(billed).toHaveLength(2)
    const brought = await platform.database.prisma.premiumPayment.findFirstOrThrow({
      where: { period: '2024-08', noticeId: null },
    })
    expect(billed).not.toContainEqual({ individualId: brought.individualId })
    const paid = await listPaidPeople(platform, { employerId: brought.employerId, period: '2024-08' }, undefined, 10)
    expect(paid).toEqual([])
    expect((await proveLedger(platform)).breaks).toEqual([])
  })

  it('refuses months that are billed here', async () => {
    const billed = history.replaceAll('2024-07', '2024-05').replaceAll('2024-06', '2024-04')
    expect(await problemsOf(await uploaded('HISTORY', billed))).toEqual(['3 period OVERLAPS'])
  })
})
