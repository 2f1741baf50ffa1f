import { fen, FIVE_INSURANCES, period } from '@shebao/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { countStatements } from '../../../testing/count-statements.ts'
import type { Clerk } from '../../../access/viewer.ts'
import { completeDraft, declarationNow, givenOffice, givenUnit, submit } from '../../../testing/inspection-scenario.ts'
import type { GivenUnit } from '../../../testing/inspection-scenario.ts'
import { addClerk } from '../../../testing/readers.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { readAttachment } from '../../register/attachment/read-attachment.ts'
import { evaluateDeclaration } from '../inspection/evaluate-declaration.ts'
import { openMonthly, saveMonthlyChanges, submitMonthly } from '../monthly/index.ts'
import { removeMonthlyChanges } from '../monthly/save-changes.ts'
import { savePersonnelRecord } from '../personnel/save-personnel-record.ts'
import { signPersonnelList } from '../personnel/sign-personnel-list.ts'
import { answerLink } from './answer-link.ts'
import { askEmployees } from './ask-employees.ts'
import { handOverLinks } from './hand-over-links.ts'
import { openLink, readLink } from './open-link.ts'
import { countConfirmations, readConfirmations } from './read-confirmations.ts'
import type { DisagreementInput } from './said.ts'
import { settleDisagreement } from './settle-disagreement.ts'

const origin = 'test'
let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
})
afterAll(() => platform.close())

let seed = 30
let unit: GivenUnit
let clerk: Clerk
let declarationId: string
/** A complete list of three, the last without a mobile number, whose signatures nobody stated. */
beforeEach(async () => {
  unit = await givenUnit(platform, { seed: (seed += 1) })
  const [first, second, last] = unit.people
  if (!first || !second || !last) throw new Error('three people are needed')
  const { mobile: _none, ...unreached } = last.draft
  unit = { ...unit, people: [first, second, { ...last, draft: unreached }] }
  declarationId = await completeDraft(platform, unit)
  clerk = await addClerk(platform, unit.employerId)
  await signPersonnelList(platform, unit.clerk, { declarationId, signed: false, origin })
})

/** The same where everybody can be reached. */
async function complete(people: number): Promise<void> {
  unit = await givenUnit(platform, { seed: (seed += 1), people })
  declarationId = await completeDraft(platform, unit)
  clerk = await addClerk(platform, unit.employerId)
}

const person = (index: number) => {
  const one = unit.people[index]
  if (!one) throw new Error('no such person')
  return one
}
const endOf = (index: number) => (person(index).draft.idNumber ?? '').slice(-6)
const askAll = () => askEmployees(platform, clerk, { declarationId, origin })
const now = () => declarationNow(platform, declarationId)
const counts = async () => countConfirmations(platform, await now())
const unsigned = async () =>
  (await evaluateDeclaration(platform, await now())).issues.find(({ field }) => field === 'signed')?.params['unsigned']

/** The codes on their way by text message, newest first, each with where it goes. */
async function sentCodes(): Promise<string[]> {
  const rows = await platform.database.prisma.notificationDelivery.findMany({
    where: { notification: { accountId: clerk.accountId, kind: 'EMPLOYEE_ASKED' } },
    include: { notification: true },
    orderBy: { nextAttemptAt: 'asc' },
  })
  const mobiles = rows.map(({ address }) => platform.vault.open<string>(address ?? new Uint8Array()))
  const of = (index: number) => {
    const at = mobiles.lastIndexOf(person(index).draft.mobile ?? '')
    return platform.vault.open<string>(rows[at]?.secret ?? new Uint8Array()).split('#')[1] ?? ''
  }
  return [of(0), of(1)]
}

async function edit(index: number, change: Partial<GivenUnit['people'][number]['draft']>): Promise<void> {
  const { row, draft } = person(index)
  const { personnelRevision: expectedRevision } = await now()
  const input = { declarationId, expectedRevision, rowNo: row, draft: { ...draft, ...change }, confirm: false, origin }
  expect(await savePersonnelRecord(platform, clerk, input)).toMatchObject({ kind: 'RECORD_SAVED' })
}
const confirm = (code: string, index: number, from = origin) =>
  answerLink(platform, {
    code,
    idEnd: endOf(index),
    signer: person(index).draft.name,
    disagreements: [],
    origin: from,
  })

describe('asking', () => {
  it('sends a link to whoever can be reached, notes who cannot, and asks nobody twice for the same', async () => {
    expect(await askAll()).toMatchObject({ kind: 'ASKED', asked: 2, unreached: 1, already: 0, withoutNumber: 0 })
    expect(await counts()).toMatchObject({ WAITING: 2, UNREACHED: 1, NOT_ASKED: 0 })
    expect(await askAll()).toMatchObject({ asked: 0, unreached: 0, already: 3 })
    const kept = await platform.database.prisma.notification.findMany({ where: { accountId: clerk.accountId } })
    const text = JSON.stringify(kept)
    for (const { draft } of unit.people) for (const own of [draft.name, draft.idNumber]) expect(text).not.toContain(own)
    expect(text).not.toContain((await sentCodes())[0])
  })

  it('reminds somebody who is named, once a day', async () => {
    await askAll()
    const remind = () => askEmployees(platform, clerk, { declarationId, rowNos: [person(0).row], origin })
    expect(await remind()).toMatchObject({ asked: 0, already: 1 })
    const [before = ''] = await sentCodes()
    platform.clock.advance(86_400_001)
    expect(await remind()).toMatchObject({ asked: 1 })
    // Everybody who has not answered, likewise: of the two, one was reminded just now.
    expect(await askEmployees(platform, clerk, { declarationId, remind: true, origin })).toMatchObject({ asked: 1 })
    expect(await readLink(platform, { code: before, origin })).toMatchObject({ problem: 'REPLACED' })
  })

  it('takes as many statements for forty people as for three', async () => {
    const few = await countStatements(askAll)
    await complete(40)
    expect(await countStatements(askAll)).toBe(few)
    expect(await counts()).toMatchObject({ WAITING: 40 })
  })

  it('is over once the list is handed in, and the links say so', async () => {
    await complete(3)
    await askAll()
    const [code = ''] = await sentCodes()
    await signPersonnelList(platform, unit.clerk, { declarationId, signed: true, origin })
    expect((await submit(platform, unit, declarationId)).kind).toBe('submitted')
    expect(await askAll()).toMatchObject({ kind: 'REFUSED', code: 'ALREADY_SUBMITTED' })
    expect(await confirm(code, 0)).toMatchObject({ kind: 'CLOSED', problem: 'HANDED_IN' })
  })
})

describe('a link', () => {
  it('shows nothing of the person before the end of their number, and then their own row with the number masked', async () => {
    await askAll()
    const [code = ''] = await sentCodes()
    const { draft } = person(0)
    const outside = await readLink(platform, { code, origin })
    expect(outside).toMatchObject({ kind: 'WAITING', year: 2026 })
    expect(JSON.stringify(outside)).not.toContain(draft.name)
    const opened = await openLink(platform, { code, idEnd: endOf(0).toLowerCase(), origin })
    if (opened.kind !== 'OPENED') throw new Error('the link stayed closed')
    expect(opened.person.content).toMatchObject({ name: draft.name, wagesLastYear: draft.wagesLastYear })
    expect(opened.person.content.idMasked).not.toContain(endOf(0).slice(0, 4))
    expect(opened.person.content.insurances.find(({ insurance }) => insurance === 'PENSION')?.base).toBeGreaterThan(0)
  })

  it('is locked by five wrong numbers, also against the right one, and the trail has it', async () => {
    await askAll()
    const [code = ''] = await sentCodes()
    const guesses = Array.from({ length: 8 }, () => openLink(platform, { code, idEnd: '000000', origin }))
    const told = (await Promise.all(guesses)).map((one) =>
      String('problem' in one ? (one.triesLeft ?? one.problem) : one.kind),
    )
    expect(told.toSorted()).toEqual(['1', '2', '3', '4', 'LOCKED', 'LOCKED', 'LOCKED', 'LOCKED'])
    for (const idEnd of ['000000', endOf(0)])
      expect(await openLink(platform, { code, idEnd, origin })).toMatchObject({ problem: 'LOCKED' })
    const locked = await platform.database.prisma.auditEvent.findMany({ where: { action: 'CONFIRMATION_LOCKED' } })
    expect(locked).toHaveLength(1)
    expect(await counts()).toMatchObject({ EXPIRED: 1, WAITING: 1 })
    expect(await askAll()).toMatchObject({ asked: 1 })
  })

  it('runs out after two weeks, and does not exist when nobody made it', async () => {
    await askAll()
    const [code = ''] = await sentCodes()
    platform.clock.advance(14 * 86_400_000)
    expect(await readLink(platform, { code, origin })).toMatchObject({ problem: 'EXPIRED' })
    const guesses = Array.from({ length: 34 }, (_, n) => readLink(platform, { code: `x${n}`, origin: 'elsewhere' }))
    const told = (await Promise.all(guesses)).map((one) => ('problem' in one ? one.problem : one.kind))
    expect(told.toSorted()).toEqual([...Array<string>(4).fill('TOO_MANY'), ...Array<string>(30).fill('UNKNOWN')])
    expect(await readLink(platform, { code, origin: 'elsewhere' })).toMatchObject({ problem: 'TOO_MANY' })
    expect(await readLink(platform, { code, origin })).toMatchObject({ problem: 'EXPIRED' })
  })

  it('is handed over where no message goes, kept as such, and ends the one before', async () => {
    await askAll()
    const rowNos = [person(1).row, person(2).row]
    const [, before = ''] = await sentCodes()
    const handed = await handOverLinks(platform, clerk, { declarationId, rowNos, origin })
    if (handed.kind !== 'HANDED') throw new Error('refused')
    expect(handed.links.map(({ rowNo }) => rowNo)).toEqual(rowNos)
    expect(await readLink(platform, { code: before, origin })).toMatchObject({ problem: 'REPLACED' })
    const code = handed.links[1]?.url.split('#')[1] ?? ''
    expect(await confirm(code, 2)).toEqual({ kind: 'ANSWERED', answer: 'CONFIRMED' })
    const [row] = await readConfirmations(platform, await now(), { state: 'CONFIRMED' })
    expect(row).toMatchObject({ rowNo: person(2).row, way: 'HANDED', said: { signer: person(2).draft.name } })
  })
})

describe('a confirmation', () => {
  it('is the signature of exactly what was confirmed: changed afterwards, it is asked for again', async () => {
    await askAll()
    const codes = await sentCodes()
    expect(await unsigned()).toBe(3)
    expect(
      await answerLink(platform, {
        code: codes[0] ?? '',
        idEnd: endOf(0),
        signer: '别人',
        disagreements: [],
        origin,
      }),
    ).toEqual({ kind: 'NAME_DIFFERS' })
    for (const [index, code] of codes.entries())
      expect(await confirm(code, index)).toEqual({ kind: 'ANSWERED', answer: 'CONFIRMED' })
    expect(await confirm(codes[0] ?? '', 0)).toMatchObject({ problem: 'ANSWERED', answered: 'CONFIRMED' })
    expect(await unsigned()).toBe(1)

    // What they were not shown may change; what they were shown may not.
    await edit(0, { mobile: '13900000000' })
    expect(await unsigned()).toBe(1)
    await edit(0, { monthsWorkedLastYear: 11 })
    expect(await unsigned()).toBe(2)
    expect(await counts()).toMatchObject({ CONFIRMED: 1, CHANGED: 1 })
    expect(await readLink(platform, { code: codes[0] ?? '', origin })).toMatchObject({ problem: 'CHANGED' })
    expect(await askAll()).toMatchObject({ asked: 1, already: 2 })
    // As it was before, it would be confirmed; but the later asking is the one that counts.
    await edit(0, {})
    expect(await counts()).toMatchObject({ CONFIRMED: 1, CHANGED: 1 })
  })

  it('changes between asking and answering: the link says so and enters nothing', async () => {
    await askAll()
    const [code = ''] = await sentCodes()
    await edit(0, { monthsWorkedLastYear: 3 })
    expect(await confirm(code, 0)).toMatchObject({ kind: 'CLOSED', problem: 'CHANGED' })
    expect(await unsigned()).toBe(3)
  })

  it('of two presses at once is one', async () => {
    await askAll()
    const [code = ''] = await sentCodes()
    const both = await Promise.all([confirm(code, 0), confirm(code, 0)])
    expect(both.map((one) => one.kind).toSorted()).toEqual(['ANSWERED', 'CLOSED'])
  })
})

describe('a drawn signature', () => {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452000001e0000000c00806000000', 'hex')
  const drawn = Buffer.concat([head, Buffer.alloc(40)]).toString('base64')
  const sign = (code: string, signature: string) =>
    answerLink(platform, { code, idEnd: endOf(0), signature, disagreements: [], origin })

  it('is kept with the filing, read by its employer and the office, and stands for the typed name; what is none is refused', async () => {
    await askAll()
    const [code = ''] = await sentCodes()
    for (const none of ['', 'x', Buffer.from('<svg/>').toString('base64'), `${drawn}${'A'.repeat(60_000)}`])
      await expect(sign(code, none)).rejects.toMatchObject({ extensions: { field: 'signature' } })
    expect(await sign(code, drawn)).toEqual({ kind: 'ANSWERED', answer: 'CONFIRMED' })
    expect(await unsigned()).toBe(2)
    const [row] = await readConfirmations(platform, await now(), { state: 'CONFIRMED' })
    const id = row?.said.signature ?? ''
    const kept = await platform.database.prisma.attachment.findUniqueOrThrow({ where: { id } })
    expect(kept).toMatchObject({
      subjectKind: 'EMPLOYEE_CONFIRMATION',
      mediaType: 'image/png',
      retention: 'FILING_MATERIAL',
    })
    expect((await readAttachment(platform, unit.clerk, { id, origin })).bytes).toHaveLength(69)
    await expect(readAttachment(platform, employerViewer(crypto.randomUUID()), { id, origin })).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    })
  })

  it('is what staff see of a list that was handed in, beside who did not answer; before it, nothing', async () => {
    await complete(3)
    await askAll()
    const [code = ''] = await sentCodes()
    await sign(code, drawn)
    const look = async () =>
      (
        await ask(
          platform,
          staffViewer(['OFFICER']),
          `query ($id: ID!) { declaration(id: $id) { confirmedSignatures { signedList counts { confirmed waiting unreached }
            people(first: 10) { edges { node { rowNo name counts way signatureId } } } } } }`,
          { id: declarationId },
        )
      ).data['declaration'] as unknown
    expect(await look()).toBeFalsy()
    await signPersonnelList(platform, unit.clerk, { declarationId, signed: true, origin })
    expect((await submit(platform, unit, declarationId)).kind).toBe('submitted')
    expect(await look()).toMatchObject({
      confirmedSignatures: {
        signedList: true,
        counts: { confirmed: 1, waiting: 2, unreached: 0 },
        people: {
          edges: [
            { node: { counts: true, way: 'SMS', name: expect.stringContaining('*'), signatureId: expect.any(String) } },
            { node: { counts: false, way: 'SMS', signatureId: null } },
            { node: { counts: false } },
          ],
        },
      },
    })
  })
})

describe('a disagreement', () => {
  const disagree = async () => {
    await askAll()
    const [code = ''] = await sentCodes()
    const disagreements = [
      { field: 'MONTHS', months: 7 },
      { field: 'BASES', text: '养老基数应为 8000 元' },
    ]
    expect(await answerLink(platform, { code, idEnd: endOf(0), disagreements, origin })).toEqual({
      kind: 'ANSWERED',
      answer: 'DISAGREED',
    })
  }
  const disagreed = async () =>
    (await readConfirmations(platform, await now(), { state: 'DISAGREED' }))[0]?.askingId ?? ''
  const settle = (askingId: string, take: readonly 'MONTHS'[], reason?: string) =>
    settleDisagreement(platform, clerk, { declarationId, rowNo: person(0).row, askingId, take, reason, origin })

  it('comes back as a row to settle, and the clerks are told', async () => {
    await disagree()
    expect(await unsigned()).toBe(3)
    const [row] = await readConfirmations(platform, await now(), { state: 'DISAGREED' })
    expect(row?.said.disagreements).toEqual([
      { field: 'MONTHS', months: 7 },
      { field: 'BASES', text: '养老基数应为 8000 元' },
    ])
    const told = { accountId: clerk.accountId, kind: 'EMPLOYEE_DISAGREED' }
    expect(await platform.database.prisma.notification.count({ where: told })).toBe(1)
  })

  it('is taken over or kept with a reason, which the person reads with their next link', async () => {
    await disagree()
    const asking = await disagreed()
    await expect(settle(asking, ['MONTHS'])).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: 'reason' },
    })
    platform.clock.advance(1000)
    expect(await settle(asking, ['MONTHS'], '基数按全年工资核定')).toMatchObject({ kind: 'SETTLED', asked: true })
    expect(await settle(asking, ['MONTHS'], '基数按全年工资核定')).toMatchObject({ code: 'NOTHING_TO_SETTLE' })
    const [code = ''] = await sentCodes()
    expect(await openLink(platform, { code, idEnd: endOf(0), origin })).toMatchObject({
      person: { content: { monthsWorkedLastYear: 7 } },
      reply: { taken: ['MONTHS'], kept: ['BASES'], reason: '基数按全年工资核定' },
    })
    expect(await confirm(code, 0)).toMatchObject({ answer: 'CONFIRMED' })
    expect(await unsigned()).toBe(2)
  })

  it('of a row that another clerk changed meanwhile is not settled by what the first one saw', async () => {
    await disagree()
    const asking = await disagreed()
    await edit(0, { monthsWorkedLastYear: 5 })
    expect(await settle(asking, ['MONTHS'], '基数按全年工资核定')).toMatchObject({ code: 'NOTHING_TO_SETTLE' })
    expect(await counts()).toMatchObject({ DISAGREED: 0, CHANGED: 1 })
  })

  it.each([
    [[{ field: 'MONTHS', months: 13 }], 'disagreements.MONTHS'],
    [[{ field: 'WAGES' }], 'disagreements.WAGES'],
    [[{ field: 'MONTHLY_WAGE' }], 'disagreements.MONTHLY_WAGE'],
    [[{ field: 'NAME', text: ' ' }], 'disagreements.NAME'],
    [
      [
        { field: 'MONTHS', months: 1 },
        { field: 'MONTHS', months: 2 },
      ],
      'disagreements',
    ],
  ])('that says nothing is refused by its field: %j', async (disagreements, field) => {
    await expect(answerLink(platform, { code: 'x', idEnd: 'x', disagreements, origin: 'third' })).rejects.toMatchObject(
      { extensions: { field } },
    )
  })
})

describe('a month', () => {
  const month = () => platform.clock.today().slice(0, 7)
  const wage = fen(900_000)
  const insurances = [...FIVE_INSURANCES]
  const joining = (change: object = {}) => ({
    changeType: 'ADD_NEW' as const,
    name: '陆新程',
    idNumber: '110105199603147727',
    insurances,
    householdType: 'LOCAL_URBAN' as const,
    employmentForm: 'CONTRACT' as const,
    hireDate: platform.clock.today(),
    mobile: '13910007000',
    effectivePeriod: month(),
    monthlyWage: wage,
    ...change,
  })
  const monthNow = () => platform.database.prisma.declaration.findUniqueOrThrow({ where: { id: declarationId } })
  const save = async (changes: readonly { row?: number; draft: object }[]) => {
    const { personnelRevision: expectedRevision } = await monthNow()
    const saved = await saveMonthlyChanges(platform, clerk, { declarationId, expectedRevision, changes, origin })
    if (saved.kind !== 'saved') throw new Error(saved.kind)
    return saved.revision
  }
  const linkOf = async (rowNo: number) => {
    const handed = await handOverLinks(platform, clerk, { declarationId, rowNos: [rowNo], origin })
    return handed.kind === 'HANDED' ? (handed.links[0]?.url.split('#')[1] ?? '') : ''
  }
  const answerOf = (code: string, answer: { signer?: string; disagreements?: DisagreementInput[] }) =>
    answerLink(platform, { code, idEnd: '147727', disagreements: [], origin, ...answer })
  const listedNow = async (state?: 'CONFIRMED' | 'DISAGREED') =>
    readConfirmations(platform, await monthNow(), { state })

  beforeEach(async () => {
    const opened = await openMonthly(platform, clerk, { filing: 'REGULAR', period: period(month()), origin })
    if (opened.kind !== 'opened') throw new Error(opened.reason)
    declarationId = opened.declaration.id
    const [first] = unit.people
    const known = { name: first?.draft.name, idNumber: first?.draft.idNumber }
    await save([
      { draft: joining() },
      {
        draft: {
          changeType: 'BASE_CHANGE',
          ...known,
          insurances: ['PENSION'],
          effectivePeriod: month(),
          monthlyWage: wage,
          reason: '调薪',
        },
      },
      {
        draft: {
          changeType: 'BASE_CHANGE',
          ...known,
          insurances: ['MEDICAL'],
          effectivePeriod: month(),
          monthlyWage: wage,
          reason: '调薪',
        },
      },
      {
        draft: {
          changeType: 'INFO_CHANGE',
          ...known,
          infoField: 'mobile',
          infoValue: '13812345678',
          effectivePeriod: month(),
        },
      },
    ])
  })

  it('asks who joins and who gets another base, each once; a stop or a corrected number asks nobody', async () => {
    expect(await askAll()).toMatchObject({ kind: 'ASKED', asked: 1, unreached: 1, withoutNumber: 0 })
    expect((await listedNow()).map(({ rowNo }) => rowNo)).toEqual([1, 2])
    expect(await readLink(platform, { code: await linkOf(1), origin })).toMatchObject({
      kind: 'WAITING',
      period: month(),
    })
    const twice = await openLink(platform, { code: await linkOf(3), idEnd: endOf(0), origin })
    expect(twice).toMatchObject({
      person: { row: 2, content: { changes: [{ joins: false }, { insurances: ['MEDICAL'] }] } },
    })
  })

  it('is signed by who it is about, until it says something else', async () => {
    await askAll()
    const code = await linkOf(1)
    expect(await answerOf(code, { signer: '陆新程' })).toEqual({ kind: 'ANSWERED', answer: 'CONFIRMED' })
    expect(await listedNow('CONFIRMED')).toMatchObject([{ name: '陆新程', said: { signer: '陆新程' } }])
    await save([{ row: 1, draft: joining({ mobile: '13910007001' }) }])
    expect(await countConfirmations(platform, await monthNow())).toMatchObject({ CONFIRMED: 1, UNREACHED: 1 })
    await save([{ row: 1, draft: joining({ monthlyWage: fen(910_000) }) }])
    expect(await countConfirmations(platform, await monthNow())).toMatchObject({ CONFIRMED: 0, CHANGED: 1 })
    expect(await readLink(platform, { code, origin })).toMatchObject({ problem: 'CHANGED' })
  })

  it('comes back as a row to settle; what is taken over stands in the change; a year’s fields are refused', async () => {
    await askAll()
    const code = await linkOf(1)
    await expect(answerOf(code, { disagreements: [{ field: 'MONTHS', months: 3 }] })).rejects.toMatchObject({
      extensions: { field: 'disagreements' },
    })
    const disagreements = [{ field: 'MONTHLY_WAGE', amount: 950_000 }]
    expect(await answerOf(code, { disagreements })).toMatchObject({ answer: 'DISAGREED' })
    const told = { accountId: clerk.accountId, kind: 'EMPLOYEE_DISAGREED' }
    const { params } = await platform.database.prisma.notification.findFirstOrThrow({ where: told })
    expect(params).toMatchObject({ period: month(), id: declarationId })
    const [row] = await listedNow('DISAGREED')
    expect(row).toMatchObject({ rowNo: 1, ours: { MONTHLY_WAGE: wage } })
    const settling = { declarationId, rowNo: 1, askingId: row?.askingId ?? '', take: ['MONTHLY_WAGE'] as const, origin }
    expect(await settleDisagreement(platform, clerk, settling)).toMatchObject({ kind: 'SETTLED', asked: true })
    const opened = await openLink(platform, { code: await linkOf(1), idEnd: '147727', origin })
    expect(opened).toMatchObject({
      person: { content: { changes: [{ monthlyWage: 950_000 }] } },
      reply: { taken: ['MONTHLY_WAGE'] },
    })
  })

  it('that was handed in shows staff who signed, and its links say so; another employer asks nobody', async () => {
    const foreign = await addClerk(platform, (await givenUnit(platform, { seed: (seed += 1) })).employerId)
    await expect(askEmployees(platform, foreign, { declarationId, origin })).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    })
    await save([{ row: 2, draft: joining({ name: '顾一鸣', idNumber: '110108199807225087' }) }])
    await removeMonthlyChanges(platform, clerk, {
      declarationId,
      expectedRevision: (await monthNow()).personnelRevision,
      rowNos: [3, 4],
      origin,
    })
    await askAll()
    const [code, second] = [await linkOf(1), await linkOf(2)]
    await answerOf(code, { signer: '陆新程' })
    const { personnelRevision: revision } = await monthNow()
    const key = { idempotencyKey: crypto.randomUUID(), truthDeclared: true, signer: '王秀英' }
    const filed = await submitMonthly(platform, clerk, { declarationId, revision, ...key, origin })
    expect(filed.kind === 'incomplete' ? filed.issues : filed.kind).toBe('submitted')
    expect(await readLink(platform, { code: second, origin })).toMatchObject({ problem: 'HANDED_IN' })
    const { data } = await ask(
      platform,
      staffViewer(['OFFICER']),
      `query ($id: ID!) { monthlyDeclaration(id: $id) { confirmedSignatures { counts { confirmed waiting }
        people(first: 10) { edges { node { rowNo name counts } } } } } }`,
      { id: declarationId },
    )
    expect(data['monthlyDeclaration']).toMatchObject({
      confirmedSignatures: {
        counts: { confirmed: 1, waiting: 1 },
        people: { edges: [{ node: { rowNo: 1, counts: true } }, { node: { rowNo: 2, counts: false } }] },
      },
    })
    await platform.database.prisma.declaration.update({ where: { id: declarationId }, data: { status: 'CANCELLED' } })
    expect(await readLink(platform, { code: second, origin })).toMatchObject({ problem: 'GIVEN_UP' })
  })
})
