import { fen } from '@shebao/kernel'
import type { PersonnelDraft, Resolution } from '@shebao/roster'
import { readRoster } from '@shebao/roster'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, staffViewer } from '../../../testing/ask.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { compareRoster } from './compare-roster.ts'
import { downloadRoster } from './download-roster.ts'
import { loadDraftRows } from '../personnel/declared-rows.ts'
import { countOpenDifferences } from './differences.repository.ts'
import { loadComparison, loadSettledDifferences } from './load-comparison.ts'
import { findDifferences } from './differences.repository.ts'
import { reopenDifferences, resolveDifferences } from './resolve-differences.ts'
import { takeRosterOver } from './take-roster-over.ts'
import { savePersonnel } from '../personnel/save-personnel.ts'
import { savePersonnelRecord } from '../personnel/save-personnel-record.ts'
import { enrol, makeUnit } from '../../../testing/filing/comparison/register-fixture.ts'
import type { UnitFixture } from '../../../testing/filing/comparison/register-fixture.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const origin = 'test'
const download = (unit: UnitFixture, viewer = unit.viewer) =>
  downloadRoster(platform, viewer, { declarationId: unit.declarationId, format: 'csv', language: 'zh-CN', origin })
const compare = (unit: UnitFixture) =>
  compareRoster(platform, unit.viewer, { declarationId: unit.declarationId, origin })
const differencesOf = (unit: UnitFixture) =>
  findDifferences(platform, { declarationId: unit.declarationId, state: 'ALL', limit: 100 })
const kindsOf = async (unit: UnitFixture) => (await differencesOf(unit)).map(({ kind }) => kind).sort()

async function list(unit: UnitFixture, drafts: readonly PersonnelDraft[], expectedRevision = 0): Promise<void> {
  await savePersonnel(platform, unit.viewer, {
    declarationId: unit.declarationId,
    expectedRevision,
    uploadId: crypto.randomUUID(),
    mode: 'REPLACE',
    part: 1,
    ofParts: 1,
    rows: drafts.map((draft, index) => ({ row: index + 1, draft })),
    origin,
  })
}

async function resolve(
  unit: UnitFixture,
  kind: string,
  resolution: Resolution,
  given: Partial<Parameters<typeof resolveDifferences>[2]> = {},
) {
  const ids = (await differencesOf(unit)).filter((difference) => difference.kind === kind).map(({ id }) => id)
  return resolveDifferences(platform, unit.viewer, {
    declarationId: unit.declarationId,
    ids,
    resolution,
    origin,
    ...given,
  })
}

/** Bureau {A, B, C}; unit {A, B with another name, D, D again} (domain 4.4). */
async function makeVector(): Promise<UnitFixture> {
  const unit = await makeUnit(platform)
  for (const seed of [1, 2, 3]) await enrol(platform, unit, unit.person(seed))
  await list(unit, [unit.person(1), unit.person(2, { name: '王芬' }), unit.person(4), unit.person(4)])
  await download(unit)
  expect((await compare(unit)).kind).toBe('COMPARED')
  return unit
}

const sources = `query($id: ID!, $after: String) { declaration(id: $id) {
  registeredPeople(after: $after, limit: 2) { ref draft } lastYearPeople { draft } } }`
interface Sources {
  declaration: {
    registeredPeople: { ref: string; draft: PersonnelDraft }[]
    lastYearPeople: { draft: PersonnelDraft }[] | null
  }
}

describe('the lists that an own one is set against', () => {
  it('are the register of now, part by part, and what was accepted of last year; for the unit alone', async () => {
    const unit = await makeUnit(platform)
    const people = [1, 2, 3].map((seed) => unit.person(seed))
    for (const person of people) await enrol(platform, unit, person)
    const read = async (after?: string) => {
      const { data } = await ask(platform, unit.viewer, sources, { id: unit.declarationId, after })
      return (data as unknown as Sources).declaration
    }
    const first = await read()
    const second = await read(first.registeredPeople.at(-1)?.ref)
    const registered = [...first.registeredPeople, ...second.registeredPeople].map(({ draft }) => draft.idNumber)
    expect(new Set(registered)).toEqual(new Set(people.map(({ idNumber }) => idNumber)))
    expect(first.registeredPeople[0]?.draft).toMatchObject({ name: '王芳', statedMonthlyAverage: 1_000_000 })
    expect(first.lastYearPeople).toBeNull()
    await list(unit, people.slice(0, 2))
    const { prisma } = platform.database
    const before = await prisma.declaration.create({
      data: { employerId: unit.employerId, year: 2025, opensOn: '2025-01-01', dueOn: '2025-12-31', version: 1 },
    })
    await prisma.personnelRecord.updateMany({
      where: { declarationId: unit.declarationId, version: 0 },
      data: { declarationId: before.id, version: 1 },
    })
    expect((await read()).lastYearPeople).toBeNull()
    await prisma.declaration.update({ where: { id: before.id }, data: { status: 'CLOSED' } })
    expect((await read()).lastYearPeople?.map(({ draft }) => draft)).toEqual(people.slice(0, 2))
    expect((await countEntries('DOWNLOAD_ROSTER', unit)).length).toBe(0)
    for (const viewer of [staffViewer(['OFFICER']), (await makeUnit(platform)).viewer])
      expect((await ask(platform, viewer, sources, { id: unit.declarationId })).errors).toEqual(['NOT_FOUND'])
  })

  it('are taken over with their reason, which stays with what was done', async () => {
    const unit = await makeUnit(platform)
    await savePersonnel(platform, unit.viewer, {
      declarationId: unit.declarationId,
      expectedRevision: 0,
      uploadId: crypto.randomUUID(),
      mode: 'MERGE',
      part: 1,
      ofParts: 1,
      rows: [{ row: 1, draft: unit.person(1) }],
      reason: ' 以登记为准 ',
      origin,
    })
    expect(await countEntries('SAVE_PERSONNEL', unit)).toEqual([{ reason: '以登记为准' }])
  })
})

const countEntries = (action: string, unit: UnitFixture) =>
  platform.database.prisma.auditEvent.findMany({
    where: { action, recordId: unit.declarationId },
    select: { reason: true },
  })

describe('the download', () => {
  it('is a file that reads back, headed by version and hash, and is noted', async () => {
    const unit = await makeUnit(platform)
    const person = unit.person(1, { name: '=cmd' })
    await enrol(platform, unit, person)
    const file = await download(unit)
    const text = new TextDecoder().decode(file.bytes)
    expect(text).toContain("'=cmd")
    const read = readRoster(file.bytes, file.fileName)
    expect(read).toMatchObject({ ok: true, file: { meta: { version: 1, contentHash: file.contentHash } } })
    expect(read.ok && read.file.rows[0]?.draft.idNumber).toBe(person.idNumber)
    expect((await loadComparison(platform, unit.declarationId)).downloadedRosterVersion).toBe('1')
  })

  it('is nobody else’s', async () => {
    const unit = await makeUnit(platform)
    for (const viewer of [(await makeUnit(platform)).viewer, staffViewer(['OFFICER'])]) {
      await expect(download(unit, viewer)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } })
    }
    expect((await loadComparison(platform, unit.declarationId)).downloadedRosterVersion).toBeUndefined()
  })
})

describe('the comparison', () => {
  it('finds what the specification’s vector names', async () => {
    const unit = await makeVector()
    expect(await kindsOf(unit)).toEqual(['DUPLICATE', 'EXTRA_IN_UNIT', 'MISSING_IN_UNIT', 'NAME_DIFF'])
    expect(await loadComparison(platform, unit.declarationId)).toEqual({
      currentRosterVersion: '1',
      downloadedRosterVersion: '1',
      openDifferences: 4,
    })
  })

  it('is refused without a list, without a download, and on a register that moved on', async () => {
    const unit = await makeUnit(platform)
    expect(await compare(unit)).toMatchObject({ kind: 'REFUSED', code: 'ROSTER_NOT_DOWNLOADED' })
    await download(unit)
    expect(await compare(unit)).toMatchObject({ kind: 'REFUSED', code: 'LIST_EMPTY' })
    await list(unit, [unit.person(1)])
    const bump = { where: { id: unit.employerId }, data: { rosterVersion: { increment: 1 } } }
    await platform.database.prisma.employer.update(bump)
    expect(await compare(unit)).toMatchObject({ kind: 'REFUSED', code: 'ROSTER_STALE' })
    await download(unit)
    expect(await compare(unit)).toMatchObject({ kind: 'COMPARED' })
    await platform.database.prisma.employer.update(bump)
    expect(await resolve(unit, 'EXTRA_IN_UNIT', 'ADD')).toMatchObject({ kind: 'REFUSED', code: 'ROSTER_STALE' })
  })

  it('counts as none after the list changed, and keeps what still holds when made again', async () => {
    const unit = await makeVector()
    await resolve(unit, 'EXTRA_IN_UNIT', 'ADD')
    await resolve(unit, 'MISSING_IN_UNIT', 'STOP', { stopReason: 'STOP_RESIGN' })
    await savePersonnelRecord(platform, unit.viewer, {
      declarationId: unit.declarationId,
      expectedRevision: 1,
      rowNo: 2,
      draft: unit.person(2, { name: '王分' }),
      confirm: true,
      origin,
    })
    expect((await loadComparison(platform, unit.declarationId)).openDifferences).toBeUndefined()
    expect(await resolve(unit, 'NAME_DIFF', 'INFO_CHANGE')).toMatchObject({ code: 'COMPARE_AGAIN' })
    await compare(unit)
    const after = await differencesOf(unit)
    const settled = after.filter(({ resolution }) => resolution !== null).map(({ kind }) => kind)
    expect(settled.sort()).toEqual(['EXTRA_IN_UNIT', 'MISSING_IN_UNIT'])
    expect(await countOpenDifferences(platform, unit.declarationId)).toBe(2)
  })

  it('forgets a resolution whose values are others now', async () => {
    const unit = await makeVector()
    await resolve(unit, 'NAME_DIFF', 'INFO_CHANGE')
    await savePersonnelRecord(platform, unit.viewer, {
      declarationId: unit.declarationId,
      expectedRevision: 1,
      rowNo: 2,
      draft: unit.person(2, { name: '王分' }),
      confirm: true,
      origin,
    })
    await compare(unit)
    const name = (await differencesOf(unit)).find(({ kind }) => kind === 'NAME_DIFF')
    expect(name?.resolution).toBeNull()
  })
})

describe('a list that begins with the roster', () => {
  it('is everybody as the office has them, without wages, and agrees with the roster but for those', async () => {
    const unit = await makeUnit(platform)
    for (const seed of [1, 2, 3]) await enrol(platform, unit, unit.person(seed))
    const { declarationId } = unit
    const taken = await takeRosterOver(platform, unit.viewer, { declarationId, expectedRevision: 0, origin })
    expect(taken).toMatchObject({ kind: 'SAVED', revision: 1 })
    const rows = await loadDraftRows(platform, declarationId)
    expect(rows.map(({ row, draft }) => [row, draft.idNumber])).toEqual(
      [1, 2, 3].map((seed) => [seed + 1, unit.person(seed).idNumber]),
    )
    for (const asked of ['wagesLastYear', 'monthsWorkedLastYear', 'statedMonthlyAverage', 'signed'])
      expect(rows[0]?.draft).not.toHaveProperty(asked)
    await download(unit)
    await compare(unit)
    expect((await kindsOf(unit)).filter((kind) => kind !== 'WAGE_OR_BASE_DIFF')).toEqual([])
  })

  it('is left alone once somebody is in it, and is not for others', async () => {
    const unit = await makeUnit(platform)
    await enrol(platform, unit, unit.person(1))
    await list(unit, [unit.person(5)])
    const { declarationId } = unit
    const again = { declarationId, expectedRevision: 1, origin }
    expect(await takeRosterOver(platform, unit.viewer, again)).toMatchObject({ kind: 'CONFLICT', revision: 1 })
    expect((await loadDraftRows(platform, declarationId)).map(({ draft }) => draft.idNumber)).toEqual([
      unit.person(5).idNumber,
    ])
    const stranger = await makeUnit(platform)
    await expect(takeRosterOver(platform, stranger.viewer, again)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('settling', () => {
  it('brings the vector to nothing open, and the list to what was decided', async () => {
    const unit = await makeVector()
    await resolve(unit, 'MISSING_IN_UNIT', 'RESTORE')
    await resolve(unit, 'NAME_DIFF', 'CORRECT_OURS')
    await resolve(unit, 'DUPLICATE', 'FIX', { keepRow: 4 })
    await resolve(unit, 'EXTRA_IN_UNIT', 'ADD')
    expect(await countOpenDifferences(platform, unit.declarationId)).toBe(0)
    expect((await loadComparison(platform, unit.declarationId)).openDifferences).toBe(0)
    const rows = await loadDraftRows(platform, unit.declarationId)
    expect(rows.map(({ row, draft }) => [row, draft.name, draft.idNumber])).toEqual([
      [1, '王芳', unit.person(1).idNumber],
      [2, '王芳', unit.person(2).idNumber],
      [4, '王芳', unit.person(4).idNumber],
      [5, '王芳', unit.person(3).idNumber],
    ])
    await compare(unit)
    expect(await kindsOf(unit)).toEqual(['EXTRA_IN_UNIT'])
    expect(await loadSettledDifferences(platform, unit.declarationId)).toMatchObject([
      { kind: 'EXTRA_IN_UNIT', resolution: 'ADD', rowNo: 4 },
    ])
  })

  it('takes the bureau’s wages and participation over, with the base they give', async () => {
    const unit = await makeUnit(platform)
    await enrol(platform, unit, unit.person(1), 1_234_500)
    const participation = { PENSION: true, MEDICAL: true, UNEMPLOYMENT: false, WORK_INJURY: true, MATERNITY: true }
    await list(unit, [unit.person(1, { participation, exemptionReasons: { UNEMPLOYMENT: '外籍' } })])
    await download(unit)
    await compare(unit)
    expect(await kindsOf(unit)).toEqual(['PARTICIPATION_DIFF', 'WAGE_OR_BASE_DIFF'])
    await resolve(unit, 'WAGE_OR_BASE_DIFF', 'ACCEPT_BUREAU', { reason: '以社保机构为准' })
    await resolve(unit, 'PARTICIPATION_DIFF', 'ACCEPT_BUREAU', { reason: '误填' })
    const [row] = await loadDraftRows(platform, unit.declarationId)
    expect(row?.draft.wagesLastYear).toBe(fen(14_814_000))
    expect(row?.draft.participation?.UNEMPLOYMENT).toBe(true)
    expect(row?.draft.exemptionReasons).toEqual({})
    await compare(unit)
    expect(await kindsOf(unit)).toEqual([])
  })

  it('refuses what the table does not allow, all or none', async () => {
    const unit = await makeVector()
    await enrol(platform, unit, unit.person(9))
    await compare(unit)
    const cases: [string, Resolution, object, string][] = [
      ['MISSING_IN_UNIT', 'ADD', {}, 'NOT_ALLOWED'],
      ['MISSING_IN_UNIT', 'STOP', { stopReason: 'STOP_RESIGN' }, 'NOT_IN_BULK'],
      ['MISSING_IN_UNIT', 'STOP', { stopReason: 'BASE_CHANGE' }, 'STOP_REASON_MISSING'],
      ['DUPLICATE', 'FIX', {}, 'FIX_IN_LIST'],
      ['DUPLICATE', 'FIX', { keepRow: 1 }, 'FIX_IN_LIST'],
    ]
    for (const [kind, resolution, given, code] of cases) {
      expect(await resolve(unit, kind, resolution, given)).toMatchObject({ kind: 'REFUSED', code })
    }
    const ids = (await differencesOf(unit)).map(({ id }) => id)
    expect(await resolve(unit, '', 'RESTORE', { ids })).toMatchObject({ kind: 'REFUSED', code: 'NOT_ALLOWED' })
    expect(await countOpenDifferences(platform, unit.declarationId)).toBe(5)
    expect((await resolve(unit, 'MISSING_IN_UNIT', 'RESTORE')).kind).toBe('RESOLVED')
    expect(await loadDraftRows(platform, unit.declarationId)).toHaveLength(6)
  })

  it('needs a reason for wages, also in bulk', async () => {
    const unit = await makeUnit(platform)
    for (const seed of [1, 2]) await enrol(platform, unit, unit.person(seed), 500_000)
    await list(unit, [unit.person(1), unit.person(2)])
    await download(unit)
    await compare(unit)
    const blank = await resolve(unit, 'WAGE_OR_BASE_DIFF', 'ACCEPT_UNIT', { reason: '　' })
    expect(blank).toMatchObject({ code: 'REASON_MISSING' })
    const all = { ids: [], allOfKind: 'WAGE_OR_BASE_DIFF', reason: '上年工资' } as const
    expect(await resolve(unit, '', 'ACCEPT_BUREAU', all)).toMatchObject({ code: 'NOT_IN_BULK' })
    expect(await resolve(unit, '', 'ACCEPT_UNIT', all)).toMatchObject({ kind: 'RESOLVED' })
    expect(await countOpenDifferences(platform, unit.declarationId)).toBe(0)
    expect(await resolve(unit, '', 'ACCEPT_UNIT', all)).toMatchObject({ code: 'COMPARE_AGAIN' })
    await expect(resolve(unit, '', 'ACCEPT_UNIT', { ids: [] })).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })

  it('is taken back only while it changed nothing', async () => {
    const unit = await makeVector()
    await resolve(unit, 'EXTRA_IN_UNIT', 'ADD')
    await resolve(unit, 'NAME_DIFF', 'CORRECT_OURS')
    const differences = await differencesOf(unit)
    const reopen = (kind: string) =>
      reopenDifferences(platform, unit.viewer, {
        declarationId: unit.declarationId,
        ids: differences.filter((difference) => difference.kind === kind).map(({ id }) => id),
        origin,
      })
    expect(await reopen('NAME_DIFF')).toMatchObject({ kind: 'REFUSED', code: 'ALREADY_APPLIED' })
    expect(await reopen('EXTRA_IN_UNIT')).toMatchObject({ kind: 'RESOLVED' })
    expect(await resolve(unit, 'NAME_DIFF', 'INFO_CHANGE')).toMatchObject({ code: 'ALREADY_APPLIED' })
  })

  it('is not for others, nor across declarations, nor once submitted', async () => {
    const unit = await makeVector()
    const other = await makeVector()
    const ids = (await differencesOf(other)).map(({ id }) => id)
    expect(await resolve(unit, '', 'ADD', { ids })).toMatchObject({ code: 'COMPARE_AGAIN' })
    await expect(resolve({ ...unit, viewer: other.viewer }, 'EXTRA_IN_UNIT', 'ADD')).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    })
    await platform.database.prisma.declaration.update({
      where: { id: unit.declarationId },
      data: { status: 'SUBMITTED' },
    })
    expect(await resolve(unit, 'EXTRA_IN_UNIT', 'ADD')).toMatchObject({ code: 'ALREADY_SUBMITTED' })
    expect(await compare(unit)).toMatchObject({ kind: 'REFUSED', code: 'ALREADY_SUBMITTED' })
  })

  it('puts two clerks who settle at once in a row', async () => {
    const unit = await makeVector()
    const outcomes = await Promise.all([
      resolve(unit, 'MISSING_IN_UNIT', 'RESTORE'),
      resolve(unit, 'MISSING_IN_UNIT', 'RESTORE'),
    ])
    expect(outcomes.map((outcome) => (outcome.kind === 'REFUSED' ? outcome.code : outcome.kind)).sort()).toEqual([
      'ALREADY_APPLIED',
      'RESOLVED',
    ])
    expect(await loadDraftRows(platform, unit.declarationId)).toHaveLength(5)
  })
})

describe('the contract', () => {
  const query = `query ($id: ID!) { declaration(id: $id) {
    personnel(first: 2) { edges { node { rowNo name idNumber mobile insurances { insurance base } issues { code } } } pageInfo { hasNextPage endCursor } }
    personnelSummary { people rowsWithErrors wages insurances { insurance insured base } }
    differences(kind: NAME_DIFF) { edges { node { kind bureau { name idNumber } unit { name } allowed { resolution inBulk } } } }
    comparison { stage open kinds { kind open } }
  } }`

  it('shows the unit its people in full', async () => {
    const unit = await makeVector()
    const { data, errors } = await ask(platform, unit.viewer, query, { id: unit.declarationId })
    expect(errors).toEqual([])
    expect(data).toMatchObject({
      declaration: {
        personnel: {
          edges: [{ node: { rowNo: 1, idNumber: unit.person(1).idNumber, issues: [] } }, { node: { name: '王芬' } }],
          pageInfo: { hasNextPage: true },
        },
        personnelSummary: { people: 4, rowsWithErrors: 1, wages: 48_000_000 },
        differences: { edges: [{ node: { bureau: { name: '王芳' }, unit: { name: '王芬' } } }] },
        comparison: { stage: 'SETTLE', open: 4 },
      },
    })
  })

  it('shows staff nothing of a draft, and a submitted version masked', async () => {
    const unit = await makeVector()
    const officer = staffViewer(['OFFICER'])
    const people = `query ($id: ID!) { declaration(id: $id) { personnel { edges { node { name idNumber mobile raw } } } } }`
    expect((await ask(platform, officer, people, { id: unit.declarationId })).errors).toEqual(['NOT_FOUND'])
    const drafts = `query ($id: ID!) { declaration(id: $id) { personnelDrafts { rowNo } } }`
    expect((await ask(platform, officer, drafts, { id: unit.declarationId })).errors).toEqual(['NOT_FOUND'])
    expect((await ask(platform, undefined, drafts, { id: unit.declarationId })).errors).toEqual(['UNAUTHENTICATED'])
    expect((await ask(platform, (await makeUnit(platform)).viewer, query, { id: unit.declarationId })).errors).toEqual([
      'NOT_FOUND',
    ])
  })

  it('gives the whole draft in bulk with what the rules need', async () => {
    const unit = await makeVector()
    const bulk = `query ($id: ID!) { declaration(id: $id) { personnelDrafts(afterRow: 1, limit: 2) { rowNo draft activeElsewhere } personnelRules { today year policy } } }`
    const { data, errors } = await ask(platform, unit.viewer, bulk, { id: unit.declarationId })
    expect(errors).toEqual([])
    expect(data).toMatchObject({
      declaration: {
        personnelDrafts: [{ rowNo: 2, draft: { name: '王芬' } }, { rowNo: 3 }],
        personnelRules: { today: '2026-11-23', year: 2026, policy: { averageRounding: expect.any(String) } },
      },
    })
  })

  it('refuses mutations to other kinds of accounts', async () => {
    const unit = await makeUnit(platform)
    const sign = `mutation ($id: ID!) { signPersonnelList(declarationId: $id, signed: true) { __typename } }`
    expect((await ask(platform, staffViewer(['OFFICER']), sign, { id: unit.declarationId })).errors).toEqual([
      'FORBIDDEN',
    ])
    expect((await ask(platform, undefined, sign, { id: unit.declarationId })).errors).toEqual(['UNAUTHENTICATED'])
    expect((await ask(platform, unit.viewer, sign, { id: 'nonsense' })).errors).toEqual(['NOT_FOUND'])
  })

  it('names the field of a draft of another shape', async () => {
    const unit = await makeUnit(platform)
    const save = `mutation ($id: ID!, $draft: PersonnelDraftInput!) { savePersonnelRecord(declarationId: $id, expectedRevision: 0, draft: $draft, confirm: false) { __typename } }`
    const long = { name: '王'.repeat(201) }
    expect((await ask(platform, unit.viewer, save, { id: unit.declarationId, draft: long })).errors).toEqual([
      'BAD_USER_INPUT',
    ])
    const saved = await ask(platform, unit.viewer, save, { id: unit.declarationId, draft: { raw: { mobile: '没有' } } })
    expect(saved.data).toMatchObject({ savePersonnelRecord: { __typename: 'PersonnelSaved' } })
  })
})
