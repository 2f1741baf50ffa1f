import { PDFDocument } from '@cantoo/pdf-lib'
import { addDays, civilDate, fen } from '@shebao/kernel'
import fc from 'fast-check'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, partnerViewer, staffViewer } from '../../../testing/ask.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { addUnit, billMonth, openRefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import type { RefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import { addClerk, addOffice } from '../../../testing/readers.ts'
import { whoOpens } from '../../../testing/hand-in-file.ts'
import { keepAttachment } from '../../register/attachment/index.ts'
import { proveLedger } from '../ledger/index.ts'
import { receiveMoney } from '../settlement/index.ts'
import { enforcementCase } from './enforcement-case.ts'
import { evidenceOf } from './evidence/evidence-of-step.ts'
import { fineCase } from '../fine/fine-case.ts'
import { proposeFines } from '../fine/propose-fines.ts'
import { openCourtFile } from './papers/court-file.ts'
import type { CourtFilePart } from './papers/court-index.ts'
import { printEnforcementPaper } from './papers/print-enforcement-paper.ts'
import type { StepInput } from './step-input.ts'
import { followDays, followPayments, proposeEnforcements } from './follow-enforcement.ts'

let f: RefundFixture
let bankId: string
let folder: string
let scan: Uint8Array
let people: Record<'officer' | 'collector' | 'reviewer' | 'head' | 'department' | 'court' | 'bank', Viewer>
beforeAll(async () => {
  f = await openRefundFixture()
  folder = await mkdtemp(join(tmpdir(), 'shebao-enforcement-'))
  const twoPages = await PDFDocument.create()
  twoPages.addPage()
  twoPages.addPage()
  scan = await twoPages.save()
  await addOffice(f.platform)
  const made = await f.platform.database.prisma.account.create({
    data: { kind: 'STAFF', displayName: '管理员', passwordHash: '', staffNo: 'A63' },
  })
  const bank = {
    kind: 'BANK',
    number: 'B63',
    name: '示范银行',
    linked: false,
    createdBy: made.id,
    createdAt: f.platform.clock.now(),
  }
  bankId = (await f.platform.database.prisma.partner.create({ data: bank })).id
  people = {
    officer: f.officer,
    collector: staffViewer(['COLLECTION_OFFICER']),
    reviewer: f.reviewer,
    head: f.head,
    department: partnerViewer('DEPARTMENT'),
    court: partnerViewer('COURT'),
    bank: partnerViewer('BANK', { partnerId: bankId }),
  }
})
afterAll(async () => {
  await f.platform.close()
  await rm(folder, { recursive: true, force: true })
})
/** The office with a place for files. */
const office = () => ({ ...f.platform, environment: { ...f.platform.environment, dataDirectory: folder } })

const answer = `{ __typename ... on EnforcementStepTaken { case { state principal lateFee dueBy waitsFor } }
  ... on EnforcementRefused { reasons { code law day amount missing } } ... on StaleDecision { mark } }`
interface Answer {
  __typename?: string
  case?: { state: string; principal: number; lateFee: number; dueBy: string | null; waitsFor: string | null } | null
  reasons?: { code: string; law: string; day: string | null; amount: number | null }[]
  errors: string[]
}

async function handIn(viewer: Viewer): Promise<string> {
  const kept = await keepAttachment(office(), viewer, { bytes: scan, name: '扫描件.pdf', origin: 'TEST' })
  return kept.kind === 'kept' ? kept.attachment.id : kept.code
}
/** The scans that a step is not taken without. */
const scansFor = (viewer: Viewer, input: Record<string, unknown>) =>
  Promise.all(evidenceOf(input as StepInput).needs.map(async (kind) => ({ kind, files: [await handIn(viewer)] })))

async function press(viewer: Viewer, id: string, input: Record<string, unknown>, mark?: string): Promise<Answer> {
  const decidedOn = mark ?? (await markNow(f.platform, enforcementCase, id))
  const { data, errors } = await ask(
    f.platform,
    viewer,
    `mutation ($id: ID!, $decidedOn: CaseMark!, $input: EnforcementStepInput!) { takeEnforcementStep(id: $id, decidedOn: $decidedOn, input: $input) ${answer} }`,
    { id, decidedOn, input: { evidence: await scansFor(viewer, input), ...input } },
  )
  return { ...(data['takeEnforcementStep'] as Omit<Answer, 'errors'> | undefined), errors }
}
type Who = keyof typeof people
async function must(who: Who, id: string, event: string, input: Record<string, unknown> = {}) {
  const done = await press(people[who], id, { event, ...input })
  expect([event, done.__typename, done.reasons ?? done.errors]).toEqual([event, 'EnforcementStepTaken', []])
  return done.case
}
const refusal = async (who: Who, id: string, event: string, input: Record<string, unknown> = {}) => {
  const { reasons, errors } = await press(people[who], id, { event, ...input })
  return reasons?.map(({ code, law }) => `${code} ${law}`) ?? errors
}
const text = '经核对台账，申报后未缴纳'
const paper = (step: string, fields: Record<string, unknown> = {}) => ({ paper: { step, ...fields } })
const served = (on: string) => ({ servedOn: on, way: 'DIRECT', servedTo: '单位前台' })
const today = () => f.platform.clock.today()
const at = (day: string, time = '10:00') => f.platform.clock.set(`${day}T${time}:00+08:00`)

/** Due on Monday 2024-08-26: 3 703.00. A case of its own, opened by the job. */
async function overdueCase() {
  const unit = await addUnit(f.platform, [1_000_000])
  const noticeId = await billMonth(f.platform, unit.employerId, '2024-08', false)
  at('2024-09-02')
  await proposeEnforcements(f.platform)
  const { id } = await f.platform.database.prisma.enforcementCase.findFirstOrThrow({
    where: { employerId: unit.employerId },
  })
  return { ...unit, noticeId, id }
}
async function orderedCase() {
  const unit = await overdueCase()
  await must('collector', unit.id, 'INVESTIGATE', { ground: 'DECLARED_UNPAID', text })
  await must('reviewer', unit.id, 'VERIFY_ARREARS')
  await must('officer', unit.id, 'PREPARE_PAPER', paper('ORDER_PAYMENT'))
  await must('head', unit.id, 'ORDER_PAYMENT')
  return unit
}
async function expiredCase() {
  const unit = await orderedCase()
  await must('officer', unit.id, 'SERVE_ORDER', served(today()))
  at('2024-09-10')
  await followDays(f.platform)
  return unit
}
async function demandedCase() {
  const unit = await expiredCase()
  const { id } = unit
  await must('officer', id, 'PREPARE_PAPER', paper('QUERY_ACCOUNTS', { banks: [{ id: bankId, name: '示范银行' }] }))
  await must('head', id, 'QUERY_ACCOUNTS')
  await must('bank', id, 'ANSWER_QUERY', {
    account: '6222021234567890128',
    balance: 100_000,
    asOf: today(),
    reference: `C${id.slice(-6)}`,
  })
  await must('officer', id, 'PREPARE_PAPER', paper('APPLY_ALLOCATION', { bankId, facts: text, other: '' }))
  await must('head', id, 'APPLY_ALLOCATION')
  await must('department', id, 'DEMAND_PAYMENT', { termDays: 3 })
  return unit
}

/** Each is in the public register, signed; a bank reads what is addressed to it, a stranger nothing. */
async function checkPapers(caseId: string, clerk: Viewer) {
  const { prisma } = f.platform.database
  const papers = await prisma.enforcementPaper.findMany({ where: { caseId }, orderBy: { number: 'asc' } })
  const ids = papers.map(({ id }) => id)
  const documents = await prisma.document.findMany({ where: { subjectId: { in: ids } }, orderBy: { number: 'asc' } })
  expect(documents.map(({ number, signedToken }) => [number, signedToken !== null])).toEqual(
    papers.map(({ number }) => [number, true]),
  )
  expect(papers.map(({ documentId }) => documentId)).toEqual(documents.map(({ id }) => id))
  const print = async (viewer: Viewer, id: string) =>
    printEnforcementPaper(f.platform, viewer, { id, language: 'zh-CN', origin: 'TEST' }).then(
      ({ pdf }) => Buffer.from(pdf.subarray(0, 4)).toString(),
      (refused: unknown) => (refused instanceof Refusal ? refused.code : String(refused)),
    )
  for (const { id, kind } of papers) {
    const addressed = kind === 'QUERY_LETTER' || kind === 'BANK_NOTICE'
    expect([kind, await print(people.bank, id)]).toEqual([kind, addressed ? '%PDF' : 'NOT_FOUND'])
  }
  const [order = ''] = ids
  const other = await addUnit(f.platform, [1_000_000])
  const [own, stranger, otherBank] = [clerk, other.viewer, partnerViewer('BANK')]
  expect(await print(own, order)).toBe('%PDF')
  expect([await print(stranger, order), await print(people.court, order)]).toEqual(['NOT_FOUND', 'NOT_FOUND'])
  const letter = papers.find(({ kind }) => kind === 'QUERY_LETTER')?.id ?? ''
  expect(await print(otherBank, letter)).toBe('NOT_FOUND')
}

/** The unit opens the receipt that it signed; another unit, and a bank, do not, and the court not before it has the case. */
async function checkReaders(caseId: string, clerk: Viewer) {
  const { prisma } = f.platform.database
  const evidence = await prisma.enforcementEvidence.findFirstOrThrow({ where: { caseId, kind: 'SERVICE_RECEIPT' } })
  const file = await prisma.attachment.findFirstOrThrow({ where: { subjectId: evidence.id } })
  const stranger = (await addUnit(f.platform, [1_000_000])).viewer
  const { officer, court, bank, department } = people
  const answers = await whoOpens(f.platform, file.id, [officer, clerk, stranger, court, bank, department])
  expect(answers).toEqual(['OPENS', 'OPENS', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'])
  // What a bank answered is not for the unit.
  await prisma.enforcementEvidence.update({ where: { id: evidence.id }, data: { kind: 'BANK_REPLY' } })
  expect(await whoOpens(f.platform, file.id, [officer, clerk])).toEqual(['OPENS', 'NOT_FOUND'])
  const list = 'query ($id: ID!) { enforcementCase(id: $id) { evidence { kind step files { id } } } }'
  const seen = async (viewer: Viewer) => (await ask(f.platform, viewer, list, { id: caseId })).data['enforcementCase']
  expect([await seen(officer), await seen(clerk)]).toEqual([
    { evidence: [{ kind: 'BANK_REPLY', step: evidence.revision, files: [{ id: file.id }] }] },
    { evidence: [] },
  ])
  await prisma.enforcementEvidence.update({ where: { id: evidence.id }, data: { kind: 'SERVICE_RECEIPT' } })
}

describe('an overdue bill', () => {
  it('makes one case of its unit the day after, which later bills join until somebody looks into it', async () => {
    const unit = await addUnit(f.platform, [1_000_000])
    await billMonth(f.platform, unit.employerId, '2024-06', false)
    const ofUnit = { where: { employerId: unit.employerId }, include: { debts: true } }
    const cases = () => f.platform.database.prisma.enforcementCase.findMany(ofUnit)
    at('2024-06-25')
    await proposeEnforcements(f.platform)
    expect(await cases()).toEqual([])
    at('2024-06-26')
    await Promise.all(
      [proposeEnforcements(f.platform), proposeEnforcements(f.platform)].map((run) => run.catch(() => 0)),
    )
    expect((await cases()).map(({ status, principal, debts }) => [status, principal, debts.length])).toEqual([
      ['OVERDUE', 370_300n, 1],
    ])
    await billMonth(f.platform, unit.employerId, '2024-07', false)
    at('2024-08-01')
    await proposeEnforcements(f.platform)
    expect((await cases()).map(({ principal, debts }) => [principal, debts.length])).toEqual([[740_600n, 2]])
  })
})

describe('a case', () => {
  it('is ordered, expires, is paid in part and in full: every amount is the ledger’s, and the unit is told', async () => {
    const unit = await orderedCase()
    const clerk = await addClerk(f.platform, unit.employerId)
    const { id } = unit
    expect(await refusal('officer', id, 'EXPIRE_ORDER')).toEqual(['ORDER_SERVED M20 16'])
    expect(await refusal('officer', id, 'SERVE_ORDER', { ...served(today()), evidence: [] })).toEqual([
      'EVIDENCE_HANDED_IN M20 16',
    ])
    const strange = [{ kind: 'RULING', files: [await handIn(people.officer)] }]
    expect(await refusal('officer', id, 'SERVE_ORDER', { ...served(today()), evidence: strange })).toEqual([
      'BAD_USER_INPUT',
    ])
    expect((await must('officer', id, 'SERVE_ORDER', served(today())))?.dueBy).toBe('2024-09-09')
    await checkReaders(id, clerk)
    expect(await refusal('officer', id, 'EXPIRE_ORDER')).toEqual(['ORDER_TERM_OVER M20 16'])
    await receiveMoney(f.platform, {
      employerId: unit.employerId,
      amount: fen(100_000),
      valueDate: today(),
      key: crypto.randomUUID(),
    })
    await followPayments(f.platform)
    const { data } = await ask(
      f.platform,
      f.auditor,
      `query ($id: ID!) { enforcementCase(id: $id) { state principal lateFee
      debts { principal lateFee settled } papers { kind amount } standing { order { amount } taken { paid } } story { law happening { event } } } }`,
      { id },
    )
    // 3 703.00 × 7 days × 5 / 10 000 = 12.96; 1 000.00 came of it.
    expect(data['enforcementCase']).toMatchObject({
      state: 'ORDERED',
      principal: 270_300,
      lateFee: 1_296,
      debts: [{ principal: 270_300, lateFee: 1_296, settled: 100_000 }],
      papers: [
        { kind: 'ORDER', amount: 371_596 },
        { kind: 'ORDER', amount: 271_596 },
      ],
      standing: { order: { amount: 271_596 }, taken: { paid: 100_000 } },
    })
    at('2024-09-10')
    expect(await followDays(f.platform)).toBe(1)
    await receiveMoney(f.platform, {
      employerId: unit.employerId,
      amount: fen(300_000),
      valueDate: today(),
      key: crypto.randomUUID(),
    })
    await followPayments(f.platform)
    const ended = await f.platform.database.prisma.enforcementCase.findUniqueOrThrow({
      where: { id },
      include: { debts: true },
    })
    expect([ended.status, ended.principal + ended.lateFee, ended.debts[0]?.endedAt]).toEqual([
      'CLOSED_PAID',
      0n,
      expect.any(Date),
    ])
    const told = await f.platform.database.prisma.notification.findMany({
      where: { accountId: clerk.accountId, kind: 'ENFORCEMENT_STEP' },
      orderBy: { createdAt: 'asc' },
    })
    expect(told.map(({ params }) => (params as { said: string }).said)).toEqual(['RECALCULATED', 'CLOSED_PAID'])
  })

  it('is each body’s in its turn: another’s step is refused by its article, a stale screen by what happened', async () => {
    const { id, viewer } = await demandedCase()
    const decide = { reasons: text }
    for (const who of ['officer', 'collector', 'reviewer', 'head', 'court'] as const)
      expect([who, await refusal(who, id, 'DECIDE_ALLOCATION', decide)]).toEqual([
        who,
        who === 'court' ? ['NOT_FOUND'] : ['WRONG_BODY SIL 63, ACL 37'],
      ])
    const mark = await markNow(f.platform, enforcementCase, id)
    await must('department', id, 'SERVE_DEMAND', served(today()))
    expect((await press(people.department, id, { event: 'DECIDE_ALLOCATION', ...decide }, mark)).__typename).toBe(
      'StaleDecision',
    )
    expect((await press(viewer, id, { event: 'DEFEND', text: '已于上月底缴纳一部分' })).__typename).toBe(
      'EnforcementStepTaken',
    )
    at('2024-09-18')
    expect(await refusal('department', id, 'DECIDE_ALLOCATION', decide)).toEqual(['DEFENCE_HEARD ACL 36'])
    expect((await press(people.department, id, { event: 'HEAR_DEFENCE', upheld: false })).errors).toEqual([
      'BAD_USER_INPUT',
    ])
    await must('department', id, 'HEAR_DEFENCE', { answer: '未提供缴款凭证', upheld: false })
    await must('department', id, 'DECIDE_ALLOCATION', decide)
    await must('department', id, 'SERVE_DECISION', served(today()))
    at('2024-09-18', '23:30')
    expect(await refusal('department', id, 'NOTIFY_BANK')).toEqual(['BY_DAY ACL 43'])
    at('2024-09-19')
    await must('department', id, 'NOTIFY_BANK')
    const reply = { valueDate: today(), reference: `A${id.slice(-6)}` }
    expect(await refusal('bank', id, 'ALLOCATE', { ...reply, amount: 999_999 })).toEqual(['ALLOCATION_FITS ACL 47'])
    await must('bank', id, 'ALLOCATE', { ...reply, amount: 100_000 })
    const stored = await f.platform.database.prisma.enforcementCase.findUniqueOrThrow({ where: { id } })
    expect([stored.status, stored.settled]).toEqual(['ALLOCATED', 100_000n])
    expect((await proveLedger(f.platform)).holds).toBe(true)
    await checkPapers(id, viewer)
    // Other bodies’ lists hold what came to them; a bank reads no case at all.
    const list = '{ enforcementCases(first: 100) { edges { node { id } } } }'
    const ids = async (who: Who) => JSON.stringify((await ask(f.platform, people[who], list)).data).includes(id)
    expect([await ids('officer'), await ids('department'), await ids('court')]).toEqual([true, true, false])
    expect((await ask(f.platform, people.bank, list)).errors).toEqual(['FORBIDDEN'])
  })

  it('tells its unit nothing of an inquiry of its accounts until the demand', async () => {
    const { id, viewer } = await expiredCase()
    const all = async (asker: Viewer = viewer) => {
      const { data, errors } = await ask(
        f.platform,
        asker,
        `query ($id: ID!) { enforcementCase(id: $id) { state mark changedAt computedOn principal lateFee dueBy overdue waitsFor offered
          standing { query { on banks { id } replies { balance } } application returned demand { on } decision { on } bankNotifiedOn }
          papers { kind number } story { state law happening { event } } }
        asQueried: enforcementCases(states: [ACCOUNT_QUERIED, ALLOCATION_APPLIED]) { edges { node { id state } } }
        asExpired: enforcementCases(states: [ORDER_EXPIRED]) { edges { cursor node { id state changedAt } } } }`,
        { id },
      )
      return { data, errors }
    }
    const before = await all()
    expect(before.data).toMatchObject({
      enforcementCase: { state: 'ORDER_EXPIRED', waitsFor: 'OFFICER' },
      asQueried: { edges: [] },
      asExpired: { edges: [{ node: { id } }] },
    })
    const steps: [Who, string, Record<string, unknown>][] = [
      ['officer', 'PREPARE_PAPER', paper('QUERY_ACCOUNTS', { banks: [{ id: bankId, name: '示范银行' }] })],
      ['head', 'QUERY_ACCOUNTS', {}],
      [
        'bank',
        'ANSWER_QUERY',
        { account: '6222021234567890128', balance: 9, asOf: today(), reference: `Q${id.slice(-6)}` },
      ],
      ['officer', 'PREPARE_PAPER', paper('APPLY_ALLOCATION', { bankId, facts: text, other: '' })],
      ['head', 'APPLY_ALLOCATION', {}],
      ['department', 'RETURN_APPLICATION', { reason: '请补充事实与理由' }],
      ['officer', 'PREPARE_PAPER', paper('APPLY_ALLOCATION', { bankId, facts: text, other: '' })],
      ['head', 'APPLY_ALLOCATION', {}],
    ]
    for (const [who, event, input] of steps) {
      at(today(), `1${steps.findIndex((step) => step[1] === event) % 10}:30`)
      await must(who, id, event, input)
      expect([event, await all()]).toEqual([event, before])
    }
    const asked = await f.platform.database.prisma.enforcementPaper.findFirstOrThrow({
      where: { caseId: id, kind: 'QUERY_LETTER' },
    })
    const print = printEnforcementPaper(f.platform, viewer, { id: asked.id, language: 'zh-CN', origin: 'TEST' })
    await expect(print).rejects.toMatchObject({ code: 'NOT_FOUND' })
    // Nor by a decision on an old screen, which is answered with what happened since.
    const defend = { event: 'DEFEND', text: '已于上月底缴纳一部分' }
    const { mark = '' } = (before.data as { enforcementCase?: { mark: string } }).enforcementCase ?? {}
    expect((await press(viewer, id, defend, mark)).reasons).toMatchObject([{ code: 'NOT_IN_STATE' }])
    expect(await press(viewer, id, defend, 'ORDER_EXPIRED.1')).toMatchObject({ __typename: 'StaleDecision', mark })
    expect((await all(f.auditor)).data).toMatchObject({ enforcementCase: { state: 'ALLOCATION_APPLIED' } })
    await must('department', id, 'DEMAND_PAYMENT', { termDays: 3 })
    const told = JSON.stringify((await all()).data)
    for (const each of ['"DEMANDED"', 'ANSWER_QUERY', 'QUERY_LETTER', 'ALLOCATION_APPLICATION', '"balance":9'])
      expect(told).toContain(each)
    expect((await press(viewer, id, defend)).__typename).toBe('EnforcementStepTaken')
  })

  it('goes through guarantee, breach, court and auction, and each fen is in the ledger', async () => {
    const { id, employerId } = await demandedCase()
    await must('department', id, 'DECIDE_ALLOCATION', { reasons: text, hidingEvidence: '账户资金正在转出' })
    await must('department', id, 'NOTIFY_BANK')
    await must('bank', id, 'ALLOCATE', { amount: 100_000, valueDate: today(), reference: `G${id.slice(-6)}` })
    const short = await must('reviewer', id, 'FIND_SHORTFALL')
    const rest = (short?.principal ?? 0) + (short?.lateFee ?? 0)
    const guarantee = {
      kind: 'MORTGAGE',
      object: '厂房一处',
      value: 5_000_000,
      registrationNo: '京登1号',
      valuationNo: '评1号',
    }
    const instalments = [{ dueOn: addDays(today(), 30), amount: rest }]
    await must('officer', id, 'PREPARE_PAPER', paper('SIGN_DEFERRAL', { guarantee, instalments }))
    await must('head', id, 'SIGN_DEFERRAL')
    at('2024-10-14')
    // No late fee while the agreement stands.
    const { data } = await ask(
      f.platform,
      f.auditor,
      'query ($id: ID!) { enforcementCase(id: $id) { debts { principal lateFee } } }',
      { id },
    )
    expect(JSON.stringify(data)).toContain(`"lateFee":${short?.lateFee}`)
    expect(await followDays(f.platform)).toBe(1)
    await must('officer', id, 'PREPARE_PAPER', paper('NOTIFY_BREACH'))
    await must('head', id, 'NOTIFY_BREACH')
    const of = { caseId: id, kind: 'BREACH_NOTICE' }
    const breach = await f.platform.database.prisma.enforcementPaper.findFirstOrThrow({ where: of })
    for (const language of ['zh-CN', 'en'] as const) {
      const { number } = await printEnforcementPaper(f.platform, people.officer, {
        id: breach.id,
        language,
        origin: 'test',
      })
      expect(number).toBe(breach.number)
    }
    const court = paper('APPLY_COURT', {
      facts: text,
      assets: [{ description: '机器设备', place: '厂区', value: 400_000 }],
    })
    await must('officer', id, 'PREPARE_PAPER', court)
    expect(await refusal('head', id, 'APPLY_COURT')).toEqual(['NO_GUARANTEE SIL 63'])
    await must('reviewer', id, 'REALISE_GUARANTEE', {
      amount: 50_000,
      valueDate: today(),
      reference: `R${id.slice(-6)}`,
    })
    await must('officer', id, 'PREPARE_PAPER', paper('DEMAND_BEFORE_COURT'))
    await must('head', id, 'DEMAND_BEFORE_COURT')
    await must('officer', id, 'SERVE_COURT_DEMAND', served(today()))
    at('2025-05-06')
    await must('officer', id, 'PREPARE_PAPER', court)
    const tooEarly = openCourtFile(f.platform, people.head, { id, origin: 'TEST' })
    await expect(tooEarly).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await must('head', id, 'APPLY_COURT')
    const file = (who: Who) => openCourtFile(office(), people[who], { id, origin: 'TEST' })
    for (const who of ['officer', 'reviewer', 'department', 'bank'] as const)
      await expect(file(who)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await file('head')
    const parts: CourtFilePart[] = []
    for await (const part of (await file('court')).parts) parts.push(part)
    const [first] = parts
    expect([first?.title, first?.pages, Buffer.from(first?.bytes.subarray(0, 4) ?? []).toString()]).toEqual([
      '强制执行申请书',
      2,
      '%PDF',
    ])
    // The scans of the receipts and of the guarantee, as they were handed in, each with its pages.
    const scans = parts.filter(({ name }) => name.startsWith('evidence/'))
    expect(scans.map(({ title, pages }) => `${title} ${pages}`)).toEqual([
      '送达回证：扫描件.pdf 2',
      '转移、隐匿财产的证据：扫描件.pdf 2',
      '担保合同：扫描件.pdf 2',
      '担保登记证明：扫描件.pdf 2',
      '评估报告：扫描件.pdf 2',
      '送达回证：扫描件.pdf 2',
    ])
    expect(scans.every(({ bytes }) => Buffer.from(bytes).equals(Buffer.from(scan)))).toBe(true)
    expect(await f.platform.database.prisma.auditEvent.count({ where: { action: 'COURT_FILE_TAKEN' } })).toBe(2)
    await must('court', id, 'ACCEPT_APPLICATION', { documentNo: '（2025）京行审1号' })
    await must('court', id, 'RULE_TO_ENFORCE', { documentNo: '（2025）京行审2号', heard: false })
    await must('court', id, 'SEIZE', { items: [{ description: '机器设备', value: 400_000 }] })
    await must('court', id, 'AUCTION', { proceeds: 600_000, reportNo: '拍1号' })
    await must('court', id, 'OFFSET_DEBT', { costs: 10_000, valueDate: today(), reference: `O${id.slice(-6)}` })
    await must('reviewer', id, 'CLOSE_OFFSET')
    const { holds, balances } = await proveLedger(f.platform)
    expect([holds, balances.get(`RECEIVABLE:${employerId}`)]).toEqual([true, 0])
  })
})

describe('as known on a day', () => {
  const stood = `query ($id: ID!, $unit: ID!, $on: Date) {
    enforcementCase(id: $id, asKnownOn: $on) { state employerName fine { state dueBy notice { amount } story { event at } } principal lateFee computedOn dueBy overdue waitsFor changedAt
      papers { number amount } standing { finding { text } draft { on } order { amount service { on } } taken { paid } }
      story { state happening { event at } } }
    employerTimeline(id: $unit, asKnownOn: $on) { edges { node { lifecycle event at } } } }`
  const past = `query ($id: ID!, $on: Date) { enforcementCase(id: $id, asKnownOn: $on) { asKnownOn principal lateFee offered
    procedure { event } debts { principal lateFee } } }`
  interface Past {
    debts: { principal: number; lateFee: number }[]
    principal: number
    lateFee: number
  }
  interface Told {
    enforcementCase: { story: { happening: { event: string; at: string } }[] }
    employerTimeline: { edges: { node: { lifecycle: string; event: string; at: string } }[] }
  }
  const ofCase = async (source: string, variables: Record<string, unknown>) => {
    const { data, errors } = await ask(f.platform, f.auditor, source, variables)
    expect(errors).toEqual([])
    return data
  }
  const next = [
    ['collector', 'INVESTIGATE', { ground: 'DECLARED_UNPAID', text }],
    ['reviewer', 'VERIFY_ARREARS', {}],
    ['officer', 'PREPARE_PAPER', paper('ORDER_PAYMENT')],
    ['head', 'ORDER_PAYMENT', {}],
    ['officer', 'SERVE_ORDER', 'TODAY'],
    ['officer', 'PREPARE_PAPER', paper('TERMINATE', { ground: 'DEBTOR_ENDED', documentNo: '1号', explanation: text })],
    ['head', 'TERMINATE', {}],
  ] as const
  const days = fc.array(
    fc.record({
      gap: fc.integer({ min: 1, max: 12 }),
      deeds: fc.array(fc.constantFrom('NEXT', 'NEXT', 'NEXT', 'PAY', 'DAYS', 'FINE', 'RENAME', 'NOTHING'), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    { minLength: 5, maxLength: 8 },
  )

  /** As a change of the name that was accepted leaves the register. */
  async function rename(employerId: string): Promise<void> {
    const { prisma } = f.platform.database
    const { name } = await prisma.employer.findUniqueOrThrow({ where: { id: employerId } })
    const seal = (NAME: string) => Buffer.from(f.platform.vault.seal({ NAME }))
    const wanted = `改名${crypto.randomUUID().slice(0, 8)}有限公司`
    const when = { requestedAt: f.platform.clock.now(), decidedAt: f.platform.clock.now(), validFrom: today() }
    const change = { number: crypto.randomUUID(), employerId, kind: 'NAME', status: 'ACCEPTED', reason: text }
    await prisma.particularsChange.create({
      data: { ...change, ...when, requestedBy: f.officer.accountId, wanted: seal(wanted), held: seal(name) },
    })
    await prisma.employer.update({ where: { id: employerId }, data: { name: wanted } })
  }
  const notifyFine = async (id: string, amount: number) =>
    ask(
      f.platform,
      people.department,
      `mutation ($id: ID!, $decidedOn: CaseMark!, $input: FineStepInput!) {
        takeFineStep(id: $id, decidedOn: $decidedOn, input: $input) { __typename } }`,
      {
        id,
        decidedOn: await markNow(f.platform, fineCase, id),
        input: { event: 'NOTIFY_FINE', amount, reasons: text },
      },
    )

  async function deed(unit: { employerId: string; id: string }, kind: string, at: number): Promise<boolean> {
    if (kind === 'DAYS') await followDays(f.platform)
    if (kind === 'FINE') {
      const fine = await f.platform.database.prisma.fineCase.findUnique({ where: { enforcementId: unit.id } })
      if (!fine) await proposeFines(f.platform)
      else if (fine.status === 'PROPOSED') await notifyFine(fine.id, Number(fine.arrears))
    }
    if (kind === 'RENAME') await rename(unit.employerId)
    if (kind === 'PAY') {
      const money = { amount: fen(90_000), valueDate: today(), key: crypto.randomUUID() }
      await receiveMoney(f.platform, { employerId: unit.employerId, ...money })
      await followPayments(f.platform)
    }
    const step = next[at]
    if (kind !== 'NEXT' || !step) return false
    const [who, event, input] = step
    const fields = input === 'TODAY' ? served(today()) : input
    return (await press(people[who], unit.id, { event, ...fields })).__typename === 'EnforcementStepTaken'
  }

  async function liveOnce(plan: readonly { gap: number; deeds: readonly string[] }[]): Promise<void> {
    const unit = await overdueCase()
    const asked = { id: unit.id, unit: unit.employerId }
    const said: { on: string; answer: Record<string, unknown> }[] = []
    let [day, step] = [civilDate(today()), 0]
    for (const { gap, deeds } of plan) {
      day = addDays(day, gap)
      for (const [hour, kind] of deeds.entries()) {
        at(day, `${10 + hour * 5}:00`)
        if (await deed(unit, kind, step)) step += 1
      }
      at(day, '23:59')
      said.push({ on: day, answer: await ofCase(stood, asked) })
    }
    for (const { on, answer } of said) {
      expect(await ofCase(stood, { ...asked, on }), `as known on ${on}`).toEqual(answer)
      const then = (await ofCase(past, { id: unit.id, on }))['enforcementCase'] as unknown as Past
      const { debts, principal, lateFee, ...rest } = then
      expect(debts.reduce((sum, debt) => sum + debt.principal + debt.lateFee, 0)).toBe(principal + lateFee)
      expect(rest).toEqual({ asKnownOn: on, offered: [], procedure: [] })
      const of = answer as unknown as Told
      expect(
        of.employerTimeline.edges.map(({ node }) => node).filter(({ lifecycle }) => lifecycle === 'enforcement'),
      ).toEqual(of.enforcementCase.story.map(({ happening }) => ({ lifecycle: 'enforcement', ...happening })).reverse())
      // Without the standings: the events alone lead to the same state.
      const [last] = await f.platform.database.query<{ state: string }>(
        {
          text: `SELECT to_state AS state FROM case_event WHERE lifecycle = 'enforcement' AND case_id = $1 AND at < $2::timestamp
            ORDER BY seq DESC LIMIT 1`,
        },
        [unit.id, new Date(`${addDays(civilDate(on), 1)}T00:00:00+08:00`)],
      )
      expect(answer).toMatchObject({ enforcementCase: { state: last?.state } })
    }
    expect(await ofCase(past, { id: unit.id, on: '2024-09-01' })).toEqual({ enforcementCase: null })
  }

  /** A fine is proposed once an order has run out, which a drawn plan rarely comes to: before, proposed and notified, each on its day. */
  const withFine: { gap: number; deeds: ('NEXT' | 'DAYS' | 'FINE')[] }[] = [
    { gap: 1, deeds: ['NEXT', 'NEXT', 'NEXT'] },
    { gap: 1, deeds: ['NEXT', 'NEXT'] },
    { gap: 40, deeds: ['DAYS'] },
    { gap: 1, deeds: ['FINE'] },
    { gap: 1, deeds: ['FINE'] },
  ]
  it('a case is what the office answered on that day, whatever was done and paid since', async () => {
    await fc.assert(fc.asyncProperty(days, liveOnce), { numRuns: 3, endOnFailure: true, examples: [[withFine]] })
    expect(await f.platform.database.prisma.fineStanding.count({ where: { status: 'NOTICED' } })).toBeGreaterThan(0)
  })
})
