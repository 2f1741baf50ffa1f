import { civilDate, fen, period } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MonthlyChangeDraft } from '@shebao/declaration-rules'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { declareByMonth } from '../../../testing/filing/declared-by-month.ts'
import { addUnit, somebody } from '../../../testing/filing/review/review-fixture.ts'
import type { ReviewedUnit, Somebody } from '../../../testing/filing/review/review-fixture.ts'
import { givenOffice } from '../../../testing/inspection-scenario.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { assessUnits, estimatePremium } from '../../money/assessment/index.ts'
import { assessEmployer } from '../../money/assessment/assess-employer.ts'
import { listKnownPeople, listRegistered } from '../../register/enrolment/index.ts'
import { personIdHash } from '../personnel/index.ts'
import { proveLedger } from '../../money/ledger/prove-ledger.ts'
import { acceptMonthly } from './accept-monthly.ts'
import { answerMonthlyNote } from './answer-monthly-note.ts'
import { claimJoins } from './claims.repository.ts'
import type { ClaimedInsurance } from './claims.repository.ts'
import { compareMonthlyList } from './compare-list.ts'
import { moveMonthly } from './move-monthly.ts'
import { openMonthly } from './open-monthly.ts'
import { saveMonthlyChanges } from './save-changes.ts'
import { recommendMonthly, returnMonthly, startMonthlyReview, withdrawMonthly } from './step-monthly.ts'
import { submitMonthly } from './submit-monthly.ts'
import type { SubmitMonthlyOutcome } from './submit-monthly.ts'
import { uploadMonthlyChanges } from './upload-changes.ts'

let platform: TestPlatform
const officer = staffViewer(['OFFICER'])
const reviewer = staffViewer(['REVIEWER'])
const origin = 'test'
let seed = 9_000
const taken = new Set<string>()
/** Nobody twice: a birth date and region leave few numbers. */
function person(name: string, wage = 1_000_000): Somebody {
  const drawn = somebody((seed += 1), name, wage)
  if (taken.has(drawn.idNumber)) return person(name, wage)
  taken.add(drawn.idNumber)
  return drawn
}

beforeAll(async () => {
  platform = await openTestPlatform()
  // Every month is declared by itself, with a cut-off, until March 2025; after that a declaration covers what follows.
  await declareByMonth(platform, '2025-03')
  await givenOffice(platform)
})
afterAll(() => platform.close())

const at = (day: string) => platform.clock.set(`${day}T10:00:00+08:00`)

interface Unit extends ReviewedUnit {
  clerk: Viewer
}
async function unitWith(...people: Somebody[]): Promise<Unit> {
  const unit = await addUnit(platform, people)
  return { ...unit, clerk: employerViewer(unit.employerId) }
}

const all = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'] as const
const join = ({ name, idNumber, wage }: Somebody, month: string, hireDate = `${month}-01`): MonthlyChangeDraft => ({
  changeType: 'ADD_NEW',
  name,
  idNumber,
  insurances: [...all],
  householdType: 'LOCAL_URBAN',
  employmentForm: 'CONTRACT',
  hireDate,
  effectivePeriod: month,
  monthlyWage: fen(wage),
})
const stop = ({ name, idNumber }: Somebody, last: string, next: string): MonthlyChangeDraft => ({
  changeType: 'STOP_RESIGN',
  name,
  idNumber,
  insurances: [...all],
  leaveDate: `${last}-05`,
  lastPayablePeriod: last,
  effectivePeriod: next,
})
const base = ({ name, idNumber }: Somebody, month: string, wage: number): MonthlyChangeDraft => ({
  changeType: 'BASE_CHANGE',
  name,
  idNumber,
  insurances: [...all],
  effectivePeriod: month,
  monthlyWage: fen(wage),
  reason: '调薪',
})

async function opened({ clerk }: Unit, filing: 'REGULAR' | 'SUPPLEMENTARY' | 'REVISED' = 'REGULAR', month?: string) {
  const outcome = await openMonthly(platform, clerk, { filing, origin, period: month ? period(month) : undefined })
  if (outcome.kind !== 'opened') throw new Error(outcome.reason)
  return outcome.declaration.id
}

async function saved({ clerk }: Unit, declarationId: string, ...changes: MonthlyChangeDraft[]) {
  const { personnelRevision } = await declarationOf(declarationId)
  const outcome = await saveMonthlyChanges(platform, clerk, {
    declarationId,
    expectedRevision: personnelRevision,
    changes: changes.map((draft) => ({ draft })),
    origin,
  })
  if (outcome.kind !== 'saved') throw new Error(outcome.kind)
  return outcome
}

const declarationOf = (id: string) => platform.database.prisma.declaration.findUniqueOrThrow({ where: { id } })

async function submit({ clerk }: Unit, declarationId: string, given: { key?: string; revision?: number } = {}) {
  const { personnelRevision } = await declarationOf(declarationId)
  return submitMonthly(platform, clerk, {
    declarationId,
    revision: given.revision ?? personnelRevision,
    idempotencyKey: given.key ?? crypto.randomUUID(),
    truthDeclared: true,
    signer: '李明',
    origin,
  })
}
const said = (outcome: SubmitMonthlyOutcome) =>
  outcome.kind === 'refused'
    ? outcome.reason
    : outcome.kind === 'incomplete'
      ? outcome.issues.map(({ row, code, field }) => `${row} ${code} ${field}`)
      : outcome.kind

async function accepted(declarationId: string) {
  const { version } = await declarationOf(declarationId)
  const input = { declarationId, version, origin }
  await startMonthlyReview(platform, officer, input)
  await recommendMonthly(platform, officer, input)
  return acceptMonthly(platform, reviewer, input)
}

const enrolmentsOf = async ({ employerId }: Unit, { idNumber }: Somebody) => {
  const idHash = platform.vault.lookupHash('person-id', idNumber)
  const rows = await platform.database.prisma.enrolment.findMany({
    where: { employerId, supersededAt: null, individual: { idHash } },
    orderBy: { fromPeriod: 'asc' },
  })
  return rows.map(({ fromPeriod, toPeriod, averageWage }) => [fromPeriod, toPeriod, Number(averageWage)])
}

const lookAgain = `query ($id: ID!) {
  monthlyDeclaration(id: $id) { notes { path } earlierNotes { version path state answer } changes(rowNo: 1) { edges { node { rowNo name } } } }
  monthly: reviewQueue(status: SUBMITTED, kind: MONTHLY, first: 100) { edges { node { id } } }
  annual: reviewQueue(status: SUBMITTED, kind: ANNUAL_INSPECTION, first: 100) { edges { node { id } } } }`

const previewed = async ({ clerk }: Unit, id: string) => {
  const { data, errors } = await ask(
    platform,
    clerk,
    `query ($id: ID!) { monthlyDeclaration(id: $id) { state verdict: judgement { verdict duties { dueOn people } } counts { changes joins stops bases }
      changes(first: 10) { edges { node { rowNo name idNumber lateRegistration before { insurances wage } after { insurances wage } issues { code } } } }
      preview { nextBill { total people lines { insurance next last } lastTotal } unchanged differenceBilled differenceCredited } } }`,
    { id },
  )
  expect(errors).toEqual([])
  return data['monthlyDeclaration'] as unknown as {
    state: string
    counts: Record<string, number>
    changes: { edges: { node: Record<string, unknown> }[] }
    preview: {
      nextBill: { total: number; people: number }
      unchanged: number
      differenceBilled: number
      differenceCredited: number
    }
  }
}

describe('a month in which nothing is billed yet', () => {
  it('is drafted, previewed to the fen, reviewed by two, and then in the register and the bill', async () => {
    at('2026-11-05')
    const [stays, leaves, rises, comes] = [person('王一'), person('王二'), person('王三'), person('王四', 800_000)]
    const unit = await unitWith(stays, leaves, rises)
    const id = await opened(unit)
    const { rowNos, issues } = await saved(
      unit,
      id,
      join(comes, '2026-11'),
      stop(leaves, '2026-11', '2026-12'),
      base(rises, '2026-11', 1_500_000),
    )
    expect([rowNos, issues]).toEqual([[1, 2, 3], []])
    // What a stop breaks is asked by the register's id or by the number; of a number that nobody has here, nothing breaks.
    const outlookOf = async (idNumber: string) =>
      (
        await ask(
          platform,
          unit.clerk,
          `query ($idNumber: String!) { stopOutlook(idNumber: $idNumber, type: STOP_RESIGN) { lastPayable } }`,
          { idNumber },
        )
      ).data['stopOutlook']
    expect([await outlookOf(leaves.idNumber), await outlookOf(comes.idNumber)]).toEqual([
      { lastPayable: '2026-11' },
      null,
    ])
    const several = await ask(
      platform,
      unit.clerk,
      `query ($stops: [StopAskedInput!]!) { stopOutlooks(stops: $stops) { lastPayable monthsMissing unemployedListDue } }`,
      {
        stops: [comes, leaves].map(({ idNumber }) => ({ idNumber, type: 'STOP_RESIGN', lastPayable: '2026-12' })),
      },
    )
    expect(several.data['stopOutlooks']).toMatchObject([null, { lastPayable: '2026-12' }])
    const { state, counts, changes, preview } = await previewed(unit, id)
    expect([state, counts]).toEqual(['DRAFT', { changes: 3, joins: 1, stops: 1, bases: 1 }])
    expect(changes.edges.map(({ node }) => [node['before'], node['after']])).toEqual([
      [null, { insurances: [...all], wage: 800_000 }],
      [
        { insurances: [...all], wage: 1_000_000 },
        { insurances: [], wage: null },
      ],
      [
        { insurances: [...all], wage: 1_000_000 },
        { insurances: [...all], wage: 1_500_000 },
      ],
    ])
    expect([preview.nextBill.people, preview.unchanged]).toEqual([4, 1])
    // Nothing of the look stays.
    expect(await enrolmentsOf(unit, comes)).toEqual([])

    expect(said(await submit(unit, id))).toBe('submitted')
    expect((await accepted(id)).kind).toBe('done')
    expect(await enrolmentsOf(unit, comes)).toEqual([['2026-11', null, 800_000]])
    expect(await enrolmentsOf(unit, leaves)).toEqual([['2020-03', '2026-11', 1_000_000]])
    expect(await enrolmentsOf(unit, rises)).toEqual([
      ['2020-03', '2026-10', 1_000_000],
      ['2026-11', null, 1_500_000],
    ])
    const month = { employerId: unit.employerId, period: period('2026-11') }
    expect((await estimatePremium(platform, month)).total).toBe(preview.nextBill.total)
    const bill = await assessEmployer(platform, month)
    expect([bill?.people, bill?.total]).toEqual([4, preview.nextBill.total])
    expect((await previewed(unit, id)).state).toBe('NOTICED')
    const [duty] = await platform.database.prisma.unemployedListDuty.findMany({
      where: { employerId: unit.employerId },
    })
    expect([duty?.dueOn, duty?.people]).toEqual(['2026-11-20', 1])
    expect((await estimatePremium(platform, { ...month, period: period('2026-12') })).people).toBe(3)
  })
})

describe('a month that was billed before', () => {
  it('costs what it costs now, person by person: what was previewed is billed and credited', async () => {
    at('2026-10-02')
    const [leaves, falls, comes] = [person('李一'), person('李二', 2_000_000), person('李三')]
    const unit = await unitWith(leaves, falls)
    const month = { employerId: unit.employerId, period: period('2026-10') }
    const bill = await assessEmployer(platform, month)
    at('2026-10-20')
    const id = await opened(unit)
    await saved(unit, id, join(comes, '2026-10'), base(falls, '2026-10', 1_000_000))
    const { preview } = await previewed(unit, id)
    expect(said(await submit(unit, id))).toBe('submitted')
    expect((await accepted(id)).kind).toBe('done')
    const [difference] = await platform.database.prisma.paymentNotice.findMany({
      where: { employerId: unit.employerId, kind: 'DIFFERENCE' },
    })
    const now = await estimatePremium(platform, month)
    const rows = await platform.database.prisma.premiumPayment.findMany({
      where: { employerId: unit.employerId, kind: 'DIFFERENCE' },
    })
    expect(rows).toHaveLength(2)
    expect(Number(difference?.total ?? 0)).toBe(preview.differenceBilled)
    // What the month costs is the bill with everything that was billed and credited since.
    expect(now.total).toBe((bill?.total ?? 0) + preview.differenceBilled - preview.differenceCredited)
    // Left out of the month by a correction: the whole month is credited.
    at('2026-10-21')
    const revised = await opened(unit, 'REVISED', '2026-10')
    await saved(unit, revised, stop(leaves, '2026-09', '2026-10'))
    const look = await previewed(unit, revised)
    expect(said(await submit(unit, revised))).toBe('submitted')
    expect((await accepted(revised)).kind).toBe('done')
    const after = await estimatePremium(platform, month)
    expect(now.total - after.total).toBe(look.preview.differenceCredited)
    expect(look.preview.differenceCredited).toBeGreaterThan(0)
    expect((await proveLedger(platform)).breaks).toEqual([])
  })
})

describe('what is refused, by name', () => {
  it('everything at once, with row and field, and nothing is lost', async () => {
    at('2026-11-05')
    const unit = await unitWith(person('赵一'))
    const id = await opened(unit)
    const stranger = person('赵二')
    await saved(unit, id, { changeType: 'ADD_NEW', name: '赵三' }, stop(stranger, '2026-11', '2026-12'))
    const outcome = await submit(unit, id)
    expect(said(outcome)).toContain('1 REQUIRED idNumber')
    expect(said(outcome)).toContain('2 NOT_LISTED idNumber')
    expect(await platform.database.prisma.monthlyChange.count({ where: { declarationId: id } })).toBe(2)
    await expect(platform.database.prisma.declaration.update({ where: { id }, data: { version: 1 } })).rejects.toThrow(
      'a kind and a number in every row',
    )
  })

  it('no change, a key used again, a colleague who saved meanwhile, and pressing twice', async () => {
    at('2026-11-05')
    const unit = await unitWith(person('钱一'))
    const id = await opened(unit)
    expect(said(await submit(unit, id))).toBe('NOTHING_TO_FILE')
    await saved(unit, id, join(person('钱二'), '2026-11'))
    expect(said(await submit(unit, id, { revision: 0 }))).toBe('conflict')
    const key = crypto.randomUUID()
    const first = await submit(unit, id, { key })
    const again = await submit(unit, id, { key })
    expect(first.kind === 'submitted' && again.kind === 'submitted' && again.version.formNo).toBe(
      first.kind === 'submitted' ? first.version.formNo : '',
    )
    expect(said(await submit(unit, id))).toBe('ALREADY_SUBMITTED')
    const behind = { declarationId: id, expectedRevision: 0, origin }
    const draft = join(person('钱四'), '2026-11')
    // What the other clerk was typing meanwhile is refused by the reason, not as a conflict, and what was handed in stays.
    expect(await saveMonthlyChanges(platform, unit.clerk, { ...behind, changes: [{ draft }] })).toMatchObject({
      kind: 'unsaved',
      code: 'ALREADY_SUBMITTED',
    })
    await withdrawMonthly(platform, unit.clerk, { declarationId: id, origin })
    await saved(unit, id, join(person('钱三'), '2026-11'))
    expect(said(await submit(unit, id, { key }))).toBe('KEY_REUSED')
    expect(said(await submit(unit, id))).toBe('submitted')
    expect((await declarationOf(id)).version).toBe(2)
  })

  it('a change to a number that is somebody else’s in the register: nothing of the month is accepted', async () => {
    at('2026-11-05')
    const [own, other] = [person('钱一'), person('钱二')]
    const unit = await unitWith(own)
    await unitWith(other)
    const id = await opened(unit)
    const to = { effectivePeriod: '2026-11', infoField: 'idNumber', infoValue: other.idNumber, reason: '更正' } as const
    await saved(unit, id, { changeType: 'INFO_CHANGE', name: own.name, idNumber: own.idNumber, ...to })
    expect(said(await submit(unit, id))).toBe('submitted')
    expect(await accepted(id)).toMatchObject({
      kind: 'refused',
      code: 'REGISTER_CHANGED',
      issues: [{ ruleId: 'monthly.infoValue.taken', row: 1 }],
    })
    expect(await enrolmentsOf(unit, own)).toHaveLength(1)
  })

  it('of two units that declare the same person in the same second the second one', async () => {
    at('2026-11-05')
    const both = person('孙一')
    const [one, other] = [await unitWith(person('孙二')), await unitWith(person('孙三'))]
    const ids = [await opened(one), await opened(other)] as const
    await saved(one, ids[0], join(both, '2026-11'))
    await saved(other, ids[1], join(both, '2026-11'))
    const outcomes = await Promise.all([submit(one, ids[0]), submit(other, ids[1])])
    expect(outcomes.map(said).map(String).toSorted()).toEqual(['1 ACTIVE_ELSEWHERE idNumber', 'submitted'])
    const won = outcomes.findIndex(({ kind }) => kind === 'submitted')
    const [winner, loser] = won === 0 ? [ids[0], ids[1]] : [ids[1], ids[0]]
    expect((await accepted(winner)).kind).toBe('done')
    const late = await submit(won === 0 ? other : one, loser)
    expect(said(late)).toEqual(['1 ACTIVE_ELSEWHERE idNumber'])
    // Whoever looked before the other wrote finds out as the rows are taken.
    const idKey = Buffer.from(platform.vault.lookupHash('person-id', person('孙四').idNumber)).toString('hex')
    const joining = (...insurances: ClaimedInsurance[]) => [{ rowNo: 7, idKey, insurances }]
    const [first, second] = [one, other].map(({ employerId }, index) => ({ id: ids[index] ?? '', employerId }))
    if (!first || !second) throw new Error('two units')
    expect(await claimJoins(platform, first, joining('PENSION'))).toEqual([])
    expect(await claimJoins(platform, second, joining('PENSION', 'MEDICAL'))).toEqual([
      { rowNo: 7, insurance: 'PENSION' },
    ])
  })

  it('the reviewer who also decides, and a version that was replaced; a returned one is mended as the next', async () => {
    at('2026-11-05')
    const unit = await unitWith(person('周一'))
    const id = await opened(unit)
    await saved(unit, id, join(person('周二'), '2026-11'))
    await submit(unit, id)
    const input = { declarationId: id, version: 1, origin }
    await startMonthlyReview(platform, reviewer, input)
    expect(await acceptMonthly(platform, reviewer, input)).toMatchObject({ kind: 'refused', code: 'SAME_PERSON' })
    const notes = [{ path: 'change[1].hireDate', text: '入职日期与劳动合同不符。' }]
    expect((await returnMonthly(platform, reviewer, { ...input, notes })).kind).toBe('done')
    // Neither mended nor answered it is not taken again, and the note is a gap like any other.
    const unchanged = await submit(unit, id)
    expect(unchanged).toMatchObject({
      kind: 'incomplete',
      issues: [{ code: 'NOTE_OPEN', path: notes[0]?.path, row: 1, params: { note: notes[0]?.text } }],
    })
    const [note] = await platform.database.prisma.reviewNote.findMany({ where: { declarationId: id } })
    const answering = { declarationId: id, noteId: note?.id ?? '', answer: '以合同为准' }
    expect(await answerMonthlyNote(platform, unit.clerk, { ...answering, was: '同事的答复' })).toMatchObject({
      kind: 'note-changed',
      answer: null,
    })
    expect((await answerMonthlyNote(platform, unit.clerk, { ...answering, was: '' })).kind).toBe('answered')
    expect(said(await submit(unit, id))).toBe('submitted')
    expect(await startMonthlyReview(platform, officer, input)).toMatchObject({ code: 'VERSION_CHANGED' })
    const frozen = await platform.database.prisma.monthlyChange.count({ where: { declarationId: id, version: 1 } })
    expect(frozen).toBe(1)
    const look = await ask(platform, officer, lookAgain, { id })
    expect(look.data['monthlyDeclaration']).toMatchObject({
      notes: [],
      earlierNotes: [{ version: 1, path: notes[0]?.path, state: 'ANSWERED', answer: '以合同为准' }],
    })
    expect(look.data['monthlyDeclaration']).toMatchObject({ changes: { edges: [{ node: { rowNo: 1, name: '周*' } }] } })
    const isAmong = (name: string) => JSON.stringify(look.data[name]).includes(id)
    expect([isAmong('monthly'), isAmong('annual')]).toEqual([true, false])
    const changes = platform.database.prisma.monthlyChange
    for (const version of [1, 2]) {
      const where = { declarationId: id, version }
      await expect(changes.updateMany({ where, data: { nameMasked: '' } })).rejects.toThrow('append-only')
      await expect(changes.deleteMany({ where })).rejects.toThrow('append-only')
    }
  })

  it('to show whom a change is about without a reason or a role; with both it stands in the trail', async () => {
    at('2026-11-05')
    const unit = await unitWith(person('吴一'))
    const [id, comes] = [await opened(unit), person('吴二')]
    await saved(unit, id, join(comes, '2026-11'))
    await submit(unit, id)
    const reveal = (viewer: Viewer, rowNo: number, reason: string) =>
      ask(
        platform,
        viewer,
        `mutation { revealMonthlyPerson(declarationId: "${id}", rowNo: ${rowNo}, reason: "${reason}") { name idNumber } }`,
      )
    expect((await reveal(officer, 1, '看')).errors).not.toEqual([])
    expect((await reveal(officer, 7, '核对证件')).errors).not.toEqual([])
    expect((await reveal(staffViewer(['AUDITOR']), 1, '核对证件')).errors).not.toEqual([])
    const entries = () => platform.database.prisma.auditEvent.findMany({ where: { recordId: `${id}/1/1` } })
    expect(await entries()).toEqual([])
    expect((await reveal(officer, 1, '核对证件')).data['revealMonthlyPerson']).toMatchObject({
      name: '吴二',
      idNumber: comes.idNumber,
    })
    expect(await entries()).toMatchObject([{ action: 'REVEAL_PERSON', reason: '核对证件' }])
  })

  it('to look at who changes unseen: staff who read the list stand in the trail', async () => {
    at('2026-11-05')
    const unit = await unitWith(person('吴三'))
    const id = await opened(unit)
    await saved(unit, id, join(person('吴四'), '2026-11'))
    await submit(unit, id)
    await ask(platform, officer, `{ monthlyDeclaration(id: "${id}") { changes { edges { node { idNumber } } } } }`)
    expect(
      await platform.database.prisma.auditEvent.findMany({ where: { recordId: id, action: 'READ_PERSONNEL' } }),
    ).toContainEqual(expect.objectContaining({ actorKind: 'STAFF', actorId: officer.accountId, role: 'OFFICER' }))
  })
})

describe('where every month is declared by itself', () => {
  const billsOf = ({ employerId }: Unit) =>
    platform.database.prisma.paymentNotice.findMany({ where: { employerId }, orderBy: { period: 'asc' } })

  it('a month without changes is declared too, and acceptance bills it; the next is billed as declared ahead, not deemed', async () => {
    at('2024-10-05')
    const unit = await unitWith(person('吴一'))
    const id = await opened(unit)
    expect(said(await submit(unit, id))).toBe('submitted')
    expect((await accepted(id)).kind).toBe('done')
    expect((await billsOf(unit)).map(({ period: month, kind, people }) => [month, kind, people])).toEqual([
      ['2024-10', 'NORMAL', 1],
    ])
    // After the cut-off the next month is declared; the run finds it declared when it comes.
    at('2024-10-20')
    const ahead = await opened(unit)
    expect((await declarationOf(ahead)).period).toBe('2024-11')
    await saved(unit, ahead, join(person('吴二'), '2024-11', '2024-10-18'))
    expect(said(await submit(unit, ahead))).toBe('submitted')
    expect((await accepted(ahead)).kind).toBe('done')
    at('2024-11-18')
    const silent = await unitWith(person('吴三'))
    const run = await platform.database.prisma.billingRun.create({
      data: {
        kind: 'MONTHLY',
        region: '110000',
        period: '2024-11',
        startedBy: officer.accountId,
        startedAt: platform.clock.now(),
        heartbeatAt: platform.clock.now(),
      },
    })
    const issued = await assessUnits(platform, [unit.employerId, silent.employerId], {
      region: '110000',
      period: period('2024-11'),
      issuedOn: civilDate('2024-11-18'),
      runId: run.id,
    })
    // Who never declared anything cannot be deemed from anything either.
    expect(issued.problems.map(({ employerId, code }) => [employerId, code])).toEqual([
      [silent.employerId, 'BUREAU_AMOUNT_NEEDED'],
    ])
    expect((await billsOf(unit)).map(({ period: month, kind, people }) => [month, kind, people])).toEqual([
      ['2024-10', 'NORMAL', 1],
      ['2024-11', 'NORMAL', 2],
    ])
  })

  it('the cut-off that passes while the form is open closes the month; everything moves to the next, and nothing is typed again', async () => {
    at('2024-12-15')
    const unit = await unitWith(person('郑一'))
    const [stays] = [person('郑二')]
    const id = await opened(unit)
    await saved(unit, id, join(stays, '2024-12'))
    at('2024-12-16')
    expect(said(await submit(unit, id))).toBe('PERIOD_CLOSED')
    const { personnelRevision: expectedRevision } = await declarationOf(id)
    const input = { declarationId: id, expectedRevision, origin }
    expect((await moveMonthly(platform, unit.clerk, input)).kind).toBe('moved')
    expect((await declarationOf(id)).period).toBe('2025-01')
    expect(said(await submit(unit, id))).toBe('submitted')
    expect((await moveMonthly(platform, unit.clerk, input)).kind).toBe('not-moved')
  })
})

describe('a list', () => {
  const upload = (unit: Unit, declarationId: string, given: Partial<Parameters<typeof uploadMonthlyChanges>[2]>) =>
    uploadMonthlyChanges(platform, unit.clerk, {
      declarationId,
      expectedRevision: 0,
      uploadId: crypto.randomUUID(),
      mode: 'REPLACE',
      part: 1,
      ofParts: 1,
      rows: [],
      origin,
      ...given,
    })

  it('becomes changes when its last part has come, and none before; last month’s is refused as a whole', async () => {
    at('2026-11-05')
    const unit = await unitWith(person('冯一'))
    const id = await opened(unit)
    const uploadId = crypto.randomUUID()
    const rows = [2, 3].map((row) => ({ row, draft: join(person(`冯${row}`), '2026-11') }))
    const first = await upload(unit, id, { uploadId, ofParts: 2, part: 2, rows: rows.slice(1) })
    expect(first).toMatchObject({ kind: 'saved', finished: false, partsReceived: [2], revision: 0 })
    expect(await platform.database.prisma.monthlyChange.count({ where: { declarationId: id } })).toBe(0)
    const last = await upload(unit, id, { uploadId, ofParts: 2, part: 1, rows: rows.slice(0, 1) })
    expect(last).toMatchObject({ kind: 'saved', finished: true, revision: 1, rowNos: [2, 3] })
    const old = [{ row: 2, draft: join(person('冯九'), '2026-10') }]
    expect(await upload(unit, id, { expectedRevision: 1, rows: old })).toMatchObject({
      code: 'EARLIER_MONTH',
      rows: [2],
    })
    expect(await upload(unit, id, { rows })).toMatchObject({ kind: 'conflict', revision: 1 })
    expect(await platform.database.prisma.monthlyChange.count({ where: { declarationId: id } })).toBe(2)
    expect(await platform.database.prisma.monthlyUploadPart.count()).toBe(0)
  })

  it('of the unit’s own people against the register proposes who joined and who left', async () => {
    at('2026-11-05')
    const [stays, left, came] = [person('陈一'), person('陈二'), person('陈三')]
    const unit = await unitWith(stays, left)
    const id = await opened(unit)
    const listed = [stays, came].map(({ name, idNumber, wage }, index) => ({
      row: index + 2,
      draft: { name, idNumber, hireDate: '2026-11-02', statedMonthlyAverage: fen(wage) },
    }))
    const compare = (expectedRevision: number, look?: boolean) =>
      compareMonthlyList(platform, unit.clerk, {
        declarationId: id,
        expectedRevision,
        uploadId: crypto.randomUUID(),
        part: 1,
        ofParts: 1,
        origin,
        rows: listed,
        look,
      })
    const looked = await compare(0, true)
    expect(looked).toMatchObject({ kind: 'saved', revision: 0, proposed: { joins: 1, stops: 1, same: 1, already: 0 } })
    expect('proposed' in looked ? looked.proposed.changes.map(({ kind }) => kind) : []).toEqual(['JOIN', 'STOP'])
    const outcome = await compare(0)
    expect(outcome).toMatchObject({ kind: 'saved', proposed: { joins: 1, stops: 1, same: 1, unread: [] } })
    // Why somebody left is asked for, and so is what a list does not say.
    const issues =
      outcome.kind === 'saved' ? outcome.issues.map(({ row, code, field }) => `${row} ${code} ${field}`) : []
    expect(issues).toEqual(['1 REQUIRED householdType', '1 REQUIRED employmentForm', '2 REQUIRED changeType'])
    // What the declaration has a change for already is not proposed twice.
    const again = await compare(1, true)
    expect(again).toMatchObject({ kind: 'saved', revision: 1, proposed: { joins: 0, stops: 0, already: 2 } })
  })
})

describe('a declaration of thousands', () => {
  it('is judged by everybody of the unit, read at once as they would be one by one', async () => {
    const some = { PENSION: true, MEDICAL: false, UNEMPLOYMENT: true, WORK_INJURY: false, MATERNITY: true }
    const people = [person('众一'), { ...person('众二'), participation: some }, person('众三')]
    const { employerId } = await unitWith(...people)
    const hashes = people.flatMap(({ idNumber }) => personIdHash(platform.vault, idNumber) ?? [])
    const [, , left] = await platform.database.prisma.enrolment.findMany({
      where: { employerId },
      orderBy: { id: 'asc' },
    })
    await platform.database.prisma.enrolment.update({ where: { id: left?.id ?? '' }, data: { toPeriod: '2026-10' } })
    const singly = (await listKnownPeople(platform, employerId, hashes)).map(
      ({ idHash, hireDate, fromPeriod, toPeriod, insurances }) => ({
        idKey: Buffer.from(idHash).toString('hex'),
        hireDate,
        fromPeriod,
        toPeriod,
        insurances,
      }),
    )
    expect(singly).toHaveLength(3)
    const byKey = (a: { idKey: string }, b: { idKey: string }) => a.idKey.localeCompare(b.idKey)
    expect((await listRegistered(platform, employerId)).toSorted(byKey)).toEqual(singly.toSorted(byKey))
  })
})

describe('who sees what', () => {
  it('staff see what was handed in, masked, in the queue of all declarations; inspections know nothing of it', async () => {
    at('2026-11-05')
    const [comes, unit] = [person('褚一'), await unitWith(person('褚二'))]
    const id = await opened(unit)
    await saved(unit, id, join(comes, '2026-11'))
    const asked = `query ($id: ID!) { monthlyDeclaration(id: $id) { changes { edges { node { name idNumber infoValue } } } } }`
    expect((await ask(platform, officer, asked, { id })).errors).toEqual(['NOT_FOUND'])
    expect(
      (await ask(platform, unit.clerk, 'query ($id: ID!) { declaration(id: $id) { id } }', { id })).errors,
    ).toEqual(['NOT_FOUND'])
    expect(said(await submit(unit, id))).toBe('submitted')
    const { data } = await ask(platform, officer, asked, { id })
    expect(JSON.stringify(data)).not.toContain(comes.idNumber)
    const queue = await ask(
      platform,
      officer,
      `query ($id: ID!) { reviewQueue(status: SUBMITTED, employerId: $id) { edges { node { id kind period filing } } } }`,
      { id: unit.employerId },
    )
    expect(JSON.stringify(queue.data)).toContain(
      JSON.stringify({ id, kind: 'MONTHLY', period: '2026-11', filing: 'REGULAR' }),
    )
    const [inspection] = await platform.database.prisma.declaration.findMany({
      where: { employerId: unit.employerId, kind: 'ANNUAL_INSPECTION' },
    })
    const opening = await ask(platform, unit.clerk, 'query { inspection { id } }')
    expect(JSON.stringify(opening.data)).toContain(inspection?.id ?? 'none')
  })
})
