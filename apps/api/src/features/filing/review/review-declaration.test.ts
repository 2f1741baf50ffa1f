import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import {
  completeDraft,
  declarationNow,
  givenOffice,
  givenUnit,
  settleComparison,
  submit,
} from '../../../testing/inspection-scenario.ts'
import type { GivenUnit } from '../../../testing/inspection-scenario.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { verifyDocument } from '../../register/paper/verify-document.ts'
import { acceptDeclaration } from './accept-declaration.ts'
import { returnDeclaration, startReview } from './review-declaration.ts'
import { listStandingNotes } from '../declaration/notes.repository.ts'
import { answerNote } from '../inspection/answer-note.ts'
import { saveUnitForm } from '../inspection/save-unit-form.ts'
import { withdrawDeclaration } from '../inspection/withdraw-declaration.ts'

let platform: TestPlatform
let unit: GivenUnit
let declarationId: string
let seed = 70
const officer = staffViewer(['OFFICER'])
const reviewer = staffViewer(['REVIEWER'])
const origin = 'test'

beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
})
afterAll(() => platform.close())
beforeEach(async () => {
  unit = await givenUnit(platform, { seed: (seed += 1) })
  declarationId = await completeDraft(platform, unit)
  await submit(platform, unit, declarationId)
})

const input = (version = 1) => ({ declarationId, version, origin })
const status = async () => (await declarationNow(platform, declarationId)).status
const codeOf = async (version: number) =>
  (await platform.database.prisma.document.findFirstOrThrow({ where: { subjectId: declarationId, version } }))
    .verifyCode

async function answerNotes() {
  const declaration = await declarationNow(platform, declarationId)
  for (const { id: noteId } of await listStandingNotes(platform, declaration))
    await answerNote(platform, unit.clerk, { declarationId, noteId, answer: '已核对', was: '' })
}

describe('reviewing', () => {
  it('goes from submitted to accepted by two people, updates the register and issues the notice', async () => {
    expect(await startReview(platform, officer, input())).toMatchObject({
      kind: 'done',
      declaration: { status: 'UNDER_REVIEW' },
    })
    const accepted = await acceptDeclaration(platform, reviewer, input())
    expect(accepted).toMatchObject({ kind: 'done', declaration: { status: 'APPROVED' } })
    const enrolments = await platform.database.prisma.enrolment.findMany({
      where: { employerId: unit.employerId },
      include: { individual: true },
    })
    expect(enrolments).toHaveLength(3)
    for (const { row, draft } of unit.people) {
      const number = platform.vault.lookupHash('person-id', draft.idNumber ?? '')
      const enrolment = enrolments.find(({ individual }) => Buffer.compare(individual.idHash, number) === 0)
      const months = draft.monthsWorkedLastYear ?? 0
      const average = months > 0 ? Math.round((draft.wagesLastYear ?? 0) / months) : draft.firstMonthWage
      expect(enrolment, `row ${row}`).toMatchObject({
        averageWage: BigInt(average ?? -1),
        toPeriod: null,
        pension: draft.participation?.PENSION,
        hireDate: draft.hireDate,
      })
    }
    expect(
      (await platform.database.prisma.employer.findUniqueOrThrow({ where: { id: unit.employerId } })).rosterVersion,
    ).toBe(2)
    const notice = await platform.database.prisma.paymentNotice.findFirst({ where: { declarationId } })
    expect(notice).toMatchObject({ people: 3, status: 'UNPAID', id: accepted.kind === 'done' ? accepted.noticeId : '' })
  })

  it('nobody accepts what they reviewed themselves', async () => {
    await startReview(platform, reviewer, input())
    expect(await acceptDeclaration(platform, reviewer, input())).toMatchObject({ kind: 'refused', code: 'SAME_PERSON' })
    expect(await status()).toBe('UNDER_REVIEW')
    expect(await acceptDeclaration(platform, staffViewer(['HEAD']), input())).toMatchObject({ kind: 'done' })
  })

  it.each([
    ['an officer does not decide', staffViewer(['OFFICER']), 'ROLE_NOT_ALLOWED'],
    ['an auditor only reads', staffViewer(['AUDITOR']), 'ROLE_NOT_ALLOWED'],
  ])('%s', async (_case, viewer, code) => {
    await startReview(platform, officer, input())
    expect(await acceptDeclaration(platform, viewer, input())).toMatchObject({ kind: 'refused', code })
  })

  it('accepts nothing that nobody reviewed, or another version than was looked at', async () => {
    expect(await acceptDeclaration(platform, reviewer, input())).toMatchObject({
      kind: 'refused',
      code: 'ILLEGAL_TRANSITION',
    })
    expect(await startReview(platform, officer, input(2))).toMatchObject({ kind: 'refused', code: 'VERSION_CHANGED' })
  })

  it.each([
    [
      'a row that lacks an answer',
      `UPDATE personnel_record SET content = content - 'hireDate' WHERE version = 1 AND declaration_id = $1`,
      /^Not complete: personnel row \d+ lacks hireDate\.$/,
    ],
    [
      'a row with a code that no list knows',
      `UPDATE personnel_record SET content = jsonb_set(content, '{householdType}', '"MOON"') WHERE version = 1 AND declaration_id = $1`,
      /no readable householdType/,
    ],
    [
      'a list that is shorter than the receipt',
      `DELETE FROM personnel_record WHERE version = 1 AND row_no = 2 AND declaration_id = $1`,
      /^Not complete: list of NJ.* lacks people\.$/,
    ],
    [
      'a form that lacks an answer',
      `UPDATE declaration_version SET unit_form = unit_form - 'staffTotal' WHERE declaration_id = $1`,
      /^Not complete: unit form lacks staffTotal\.$/,
    ],
  ])('refuses %s by name, and changes nothing', async (what, alter, message) => {
    await startReview(platform, officer, input())
    // What no statement of ours can do: the triggers that keep a submitted version stand aside.
    await platform.database.transaction(async () => {
      await platform.database.query({ text: 'SET LOCAL session_replication_role = replica' }, [])
      await platform.database.query({ text: alter }, [declarationId])
    })
    await expect(acceptDeclaration(platform, reviewer, input()), what).rejects.toThrow(message)
    expect(await status()).toBe('UNDER_REVIEW')
  })

  it('accepted twice at the same moment counts once', async () => {
    await startReview(platform, officer, input())
    const outcomes = await Promise.all([
      acceptDeclaration(platform, reviewer, input()),
      acceptDeclaration(platform, staffViewer(['HEAD']), input()),
    ])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused'])
    expect(await platform.database.prisma.paymentNotice.count({ where: { employerId: unit.employerId } })).toBe(1)
  })
})

describe('returning', () => {
  it('shows the clerk each note at its field and takes the next submission as version 2', async () => {
    await startReview(platform, officer, input())
    await returnDeclaration(platform, officer, {
      ...input(),
      notes: [
        { path: 'unit.handlerPhone', text: ' 电话无人接听 ' },
        { path: 'personnel[0].hireDate', text: '入职日期与合同不符' },
      ],
    })
    const { data } = await ask(platform, unit.clerk, `{ inspection { status notes { path text version } actions } }`)
    expect(data).toMatchObject({
      inspection: {
        status: 'RETURNED',
        notes: [{ path: 'unit.handlerPhone', text: '电话无人接听', version: 1 }, { path: 'personnel[0].hireDate' }],
      },
    })
    const before = await codeOf(1)
    expect((await verifyDocument(platform, before))?.status).toBe('CURRENT')
    await saveUnitForm(platform, unit.clerk, {
      declarationId,
      expectedRevision: 1,
      changes: { handlerPhone: '13812345678' },
    })
    await settleComparison(platform, unit, declarationId)
    await answerNotes()
    expect(await submit(platform, unit, declarationId)).toMatchObject({ kind: 'submitted', version: { version: 2 } })
    expect(await codeOf(1)).toBe(before)
    expect((await verifyDocument(platform, before))?.status).toBe('SUPERSEDED')
    expect((await verifyDocument(platform, await codeOf(2)))?.status).toBe('CURRENT')
  })

  it('may be corrected after the window, because it came in time', async () => {
    await startReview(platform, officer, input())
    await returnDeclaration(platform, officer, { ...input(), notes: [{ path: 'unit.retirees', text: '请核对' }] })
    platform.clock.set('2027-01-05T10:00:00+08:00')
    await answerNotes()
    try {
      expect((await submit(platform, unit, declarationId)).kind).toBe('submitted')
    } finally {
      platform.clock.set('2026-11-23T10:00:00+08:00')
    }
  })

  it('needs at least one note, at a place that exists', async () => {
    await startReview(platform, officer, input())
    for (const notes of [
      [],
      [{ path: 'unit.nothing', text: 'x' }],
      [{ path: 'unit.retirees', text: '  ' }],
      [{ path: 'elsewhere', text: 'x' }],
    ]) {
      await expect((async () => returnDeclaration(platform, officer, { ...input(), notes }))()).rejects.toMatchObject({
        extensions: { code: 'BAD_USER_INPUT' },
      })
    }
    expect(await status()).toBe('UNDER_REVIEW')
  })
})

describe('withdrawing', () => {
  it('takes the draft back before review, and the paper says so', async () => {
    expect(await withdrawDeclaration(platform, unit.clerk, { declarationId, origin })).toMatchObject({
      kind: 'done',
      declaration: { status: 'READY', submittedAt: null },
    })
    expect((await verifyDocument(platform, await codeOf(1)))?.status).toBe('WITHDRAWN')
    expect(await submit(platform, unit, declarationId)).toMatchObject({ kind: 'submitted', version: { version: 2 } })
  })

  it('is refused once review has begun', async () => {
    await startReview(platform, officer, input())
    expect(await withdrawDeclaration(platform, unit.clerk, { declarationId, origin })).toMatchObject({
      kind: 'refused',
      code: 'ILLEGAL_TRANSITION',
    })
  })
})

describe('who may ask through the contract', () => {
  const accept = `mutation($i: ReviewDeclarationInput!) { acceptDeclaration(input: $i) { __typename } }`

  it('another employer’s declaration behaves as absent', async () => {
    const stranger = await givenUnit(platform, { seed: (seed += 1) })
    expect(
      await ask(platform, stranger.clerk, `query($id: ID!) { declaration(id: $id) { id } }`, { id: declarationId }),
    ).toMatchObject({ errors: ['NOT_FOUND'] })
    expect(
      await ask(platform, stranger.clerk, `query($id: ID!) { employerById(id: $id) { id } }`, { id: unit.employerId }),
    ).toMatchObject({ errors: ['NOT_FOUND'] })
    expect(
      await ask(platform, unit.clerk, `query($id: ID!) { declaration(id: $id) { id } }`, { id: 'no-uuid' }),
    ).toMatchObject({ errors: ['NOT_FOUND'] })
  })

  it('the office sees what is handed in, not what is being written', async () => {
    const query = `query($id: ID!, $of: ID!) {
      declaration(id: $id) { unitForm people errorCount } employerById(id: $of) { declarations { id } dueItems { kind targetId count } } }`
    const asked = () => ask(platform, officer, query, { id: declarationId, of: unit.employerId })
    const handedIn = await asked()
    expect(handedIn).toMatchObject({ errors: [], data: { employerById: { declarations: [{ id: declarationId }] } } })

    // Handed back, and being mended: what was handed in stays what the office reads.
    await startReview(platform, officer, input())
    await returnDeclaration(platform, officer, { ...input(), notes: [{ path: 'unit.bankName', text: '开户银行有误' }] })
    const { unitRevision } = await declarationNow(platform, declarationId)
    const saved = await saveUnitForm(platform, unit.clerk, {
      declarationId,
      expectedRevision: unitRevision,
      changes: { bankName: '另一家银行' },
    })
    expect(saved).toMatchObject({ kind: 'saved' })
    expect((await asked()).data['declaration']).toEqual(handedIn.data['declaration'])

    // Taken back, or never handed in: it does not exist.
    const other = await givenUnit(platform, { seed: (seed += 1) })
    const otherId = await completeDraft(platform, other)
    const look = `query($id: ID!) { declaration(id: $id) { id } }`
    const list = `query($of: ID!) { employerById(id: $of) { declarations { id } dueItems { kind targetId count } } }`
    const start = `mutation($i: ReviewDeclarationInput!) { startReview(input: $i) { __typename } }`
    const expectUnseen = async () => {
      const { data } = await ask(platform, other.clerk, `query($id: ID!) { declaration(id: $id) { mark } }`, {
        id: otherId,
      })
      const decidedOn = data['declaration']?.['mark']
      expect(await ask(platform, officer, look, { id: otherId })).toMatchObject({ errors: ['NOT_FOUND'] })
      expect(await ask(platform, other.clerk, look, { id: otherId })).toMatchObject({ errors: [] })
      expect(await ask(platform, officer, list, { of: other.employerId })).toMatchObject({
        data: {
          employerById: { declarations: [], dueItems: [{ kind: 'FILE_INSPECTION', targetId: null, count: null }] },
        },
      })
      expect(
        await ask(platform, officer, start, { i: { declarationId: otherId, version: 1, decidedOn } }),
      ).toMatchObject({
        errors: ['NOT_FOUND'],
      })
    }
    await expectUnseen()
    await submit(platform, other, otherId)
    await withdrawDeclaration(platform, other.clerk, { declarationId: otherId, origin })
    await expectUnseen()
  })

  it('staff see numbers masked, the unit sees them in full', async () => {
    const query = `query($id: ID!) { declaration(id: $id) { unitForm employer { legalRepId } } }`
    const full = unit.answers['legalRepresentativeIdNumber']
    const own = await ask(platform, unit.clerk, query, { id: declarationId })
    expect(own.data).toMatchObject({
      declaration: { unitForm: { legalRepresentativeIdNumber: full }, employer: { legalRepId: full } },
    })
    const theirs = JSON.stringify((await ask(platform, officer, query, { id: declarationId })).data)
    expect(theirs).toContain('legalRepresentativeIdNumber')
    expect(theirs).not.toContain(full)
    expect(theirs).not.toContain(unit.answers['bankAccountNumber'])
  })

  it.each([
    ['nobody', undefined, 'UNAUTHENTICATED'],
    ['an employer', employerViewer(crypto.randomUUID()), 'FORBIDDEN'],
    ['an insured person', insuredViewer(crypto.randomUUID()), 'FORBIDDEN'],
    [
      'a member of staff who must change the password first',
      staffViewer(['REVIEWER'], { stage: 'MUST_CHANGE_PASSWORD' }),
      'FORBIDDEN',
    ],
  ])('%s accepts nothing', async (_who, viewer, code) => {
    expect(
      (await ask(platform, viewer, accept, { i: { declarationId, version: 1, decidedOn: 'SUBMITTED.1' } })).errors,
    ).toEqual([code])
  })

  it('staff open no inspection and save no form', async () => {
    expect((await ask(platform, officer, `mutation { openInspection { __typename } }`)).errors).toEqual(['FORBIDDEN'])
    expect((await ask(platform, insuredViewer(crypto.randomUUID()), `{ employer { id } }`)).errors).toEqual([
      'FORBIDDEN',
    ])
  })
})
