import { completePerson } from '@shebao/declaration-rules'
import { addDays, fen } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { freezeRows, loadDraftRows, loadVersionRows } from './declared-rows.ts'
import type { NumberedRow } from './personnel-row-codec.ts'
import { loadPersonnelContext } from './personnel-context.ts'
import { findPersonnelPage } from './personnel.repository.ts'
import { findPlaces } from './find-places.ts'
import { readSummary } from './read-summary.ts'
import { readPersonnel } from './read-personnel.ts'
import { savePersonnel } from './save-personnel.ts'
import type { SavePersonnelInput } from './save-personnel.ts'
import { removePersonnelRecords, savePersonnelRecord } from './save-personnel-record.ts'
import { signPersonnelList } from './sign-personnel-list.ts'
import { summarisePersonnel } from './summarise-personnel.ts'
import { enrol, makePerson, makeUnit } from '../../../testing/filing/comparison/register-fixture.ts'
import type { UnitFixture } from '../../../testing/filing/comparison/register-fixture.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const people = (from: number, count: number): NumberedRow[] =>
  Array.from({ length: count }, (_, index) => ({ row: from + index, draft: makePerson(from + index) }))

function upload(unit: UnitFixture, given: Partial<SavePersonnelInput>): SavePersonnelInput {
  return {
    declarationId: unit.declarationId,
    expectedRevision: 0,
    uploadId: crypto.randomUUID(),
    mode: 'REPLACE',
    part: 1,
    ofParts: 1,
    rows: [],
    origin: 'test',
    ...given,
  }
}

const rowsOf = async (unit: UnitFixture) => (await loadDraftRows(platform, unit.declarationId)).map(({ row }) => row)
const declarationOf = (unit: UnitFixture) =>
  platform.database.prisma.declaration.findUniqueOrThrow({ where: { id: unit.declarationId } })

describe('a list sent in parts', () => {
  it('is counted by the rules that it fails, of nobody in particular, and what is mended in it is not', async () => {
    const unit = await makeUnit(platform)
    const draft = makePerson(1, { name: '张三1' })
    const saved = await savePersonnel(platform, unit.viewer, upload(unit, { rows: [{ row: 1, draft }] }))
    const counted = () => platform.database.prisma.ruleFailure.findMany({ where: { ruleId: { contains: 'name' } } })
    const first = await counted()
    expect(first).toMatchObject([{ kind: 'ANNUAL_INSPECTION', checks: 1, failures: 1 }])
    const expectedRevision = saved.kind === 'SAVED' ? saved.revision : 0
    await savePersonnel(
      platform,
      unit.viewer,
      upload(unit, { mode: 'MERGE', expectedRevision, rows: [{ row: 1, draft }] }),
    )
    expect(await counted()).toEqual(first)
  })

  it('keeps everything that was said, sealed', async () => {
    const unit = await makeUnit(platform)
    const draft = makePerson(1, { name: '欧阳 锋', raw: { hireDate: '去年' }, monthsWorkedLastYear: 0 })
    await savePersonnel(platform, unit.viewer, upload(unit, { rows: [{ row: 7, draft, idDigitsLost: true }] }))
    expect(await loadDraftRows(platform, unit.declarationId)).toEqual([{ row: 7, draft, idDigitsLost: true }])
    const stored = await platform.database.prisma.personnelRecord.findFirstOrThrow({
      where: { declarationId: unit.declarationId },
    })
    const visible = JSON.stringify({ ...stored, personal: Buffer.from(stored.personal).toString('latin1') })
    expect(visible).not.toContain(draft.idNumber)
    expect(visible).not.toContain('去年')
    expect(visible).not.toContain('13812345678')
  })

  it('shows nothing until the last part has come, in whatever order', async () => {
    const unit = await makeUnit(platform)
    await savePersonnel(platform, unit.viewer, upload(unit, { rows: people(100, 2) }))
    const sent = { expectedRevision: 1, uploadId: crypto.randomUUID(), ofParts: 3 }
    const third = await savePersonnel(platform, unit.viewer, upload(unit, { ...sent, part: 3, rows: people(5, 2) }))
    expect(third).toMatchObject({ kind: 'SAVED', finished: false, partsReceived: [3], revision: 1 })
    await savePersonnel(platform, unit.viewer, upload(unit, { ...sent, part: 1, rows: people(1, 2) }))
    expect(await rowsOf(unit)).toEqual([100, 101])
    const last = await savePersonnel(platform, unit.viewer, upload(unit, { ...sent, part: 2, rows: people(3, 2) }))
    expect(last).toMatchObject({ kind: 'SAVED', finished: true, partsReceived: [1, 2, 3], revision: 2 })
    expect(await rowsOf(unit)).toEqual([1, 2, 3, 4, 5, 6])
    expect(await platform.database.prisma.personnelUploadPart.count()).toBe(0)
  })

  it('takes a part again after its answer was lost, also the last one', async () => {
    const unit = await makeUnit(platform)
    const sent = { uploadId: crypto.randomUUID(), ofParts: 2 }
    const first = upload(unit, { ...sent, part: 1, rows: people(1, 2) })
    const second = upload(unit, { ...sent, part: 2, rows: people(3, 1) })
    await savePersonnel(platform, unit.viewer, first)
    await savePersonnel(platform, unit.viewer, first)
    await savePersonnel(platform, unit.viewer, second)
    const again = await savePersonnel(platform, unit.viewer, second)
    expect(again).toMatchObject({ kind: 'SAVED', finished: true, revision: 1 })
    expect(await rowsOf(unit)).toEqual([1, 2, 3])
  })

  it('merges by row: replaces, adds, removes nobody', async () => {
    const unit = await makeUnit(platform)
    await savePersonnel(platform, unit.viewer, upload(unit, { rows: people(1, 3) }))
    const corrected = { row: 2, draft: makePerson(2, { name: '赵云' }) }
    await savePersonnel(
      platform,
      unit.viewer,
      upload(unit, { mode: 'MERGE', expectedRevision: 1, rows: [corrected, ...people(9, 1)] }),
    )
    const rows = await loadDraftRows(platform, unit.declarationId)
    expect(rows.map(({ row, draft }) => [row, draft.name])).toEqual([
      [1, '王芳'],
      [2, '赵云'],
      [3, '王芳'],
      [9, '王芳'],
    ])
  })

  it('merges parts that were staged as it merges the last one', async () => {
    const unit = await makeUnit(platform)
    await savePersonnel(platform, unit.viewer, upload(unit, { rows: people(1, 4) }))
    const renamed = (row: number) => ({ row, draft: makePerson(row, { name: '赵云' }) })
    const sent = { mode: 'MERGE', expectedRevision: 1, uploadId: crypto.randomUUID(), ofParts: 2 } as const
    const first = upload(unit, { ...sent, part: 2, rows: [renamed(2), ...people(9, 1)] })
    expect(await savePersonnel(platform, unit.viewer, first)).toMatchObject({ finished: false, partsReceived: [2] })
    const last = upload(unit, { ...sent, part: 1, rows: [renamed(3), ...people(8, 1)] })
    expect(await savePersonnel(platform, unit.viewer, last)).toMatchObject({ finished: true, partsReceived: [1, 2] })
    const rows = await loadDraftRows(platform, unit.declarationId)
    expect(rows.map(({ row, draft }) => [row, draft.name])).toEqual([
      [1, '王芳'],
      [2, '赵云'],
      [3, '赵云'],
      [4, '王芳'],
      [8, '王芳'],
      [9, '王芳'],
    ])
    expect(await savePersonnel(platform, unit.viewer, last)).toMatchObject({ finished: true, partsReceived: [1, 2] })
  })

  it('lets one of two clerks through and tells the other', async () => {
    const unit = await makeUnit(platform)
    const other = employerViewer(unit.employerId)
    const outcomes = await Promise.all([
      savePersonnel(platform, unit.viewer, upload(unit, { rows: people(1, 2) })),
      savePersonnel(platform, other, upload(unit, { rows: people(50, 3) })),
    ])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['CONFLICT', 'SAVED'])
    expect([2, 3]).toContain((await rowsOf(unit)).length)
  })

  it('asks for the list’s signature again when the list is replaced, not when a person is edited', async () => {
    const unit = await makeUnit(platform)
    await savePersonnel(platform, unit.viewer, upload(unit, { rows: people(1, 1) }))
    await signPersonnelList(platform, unit.viewer, { declarationId: unit.declarationId, signed: true, origin: 'test' })
    await savePersonnelRecord(platform, unit.viewer, {
      declarationId: unit.declarationId,
      expectedRevision: 1,
      rowNo: 1,
      draft: makePerson(1, { name: '赵云' }),
      confirm: true,
      origin: 'test',
    })
    expect((await declarationOf(unit)).signedList).toBe(true)
    await savePersonnel(platform, unit.viewer, upload(unit, { expectedRevision: 2, rows: people(1, 1) }))
    expect((await declarationOf(unit)).signedList).toBe(false)
  })

  it('takes 10,000 people and sums them', async () => {
    const unit = await makeUnit(platform)
    const sent = { uploadId: crypto.randomUUID(), ofParts: 5 }
    for (let part = 1; part <= 5; part += 1) {
      await savePersonnel(platform, unit.viewer, upload(unit, { ...sent, part, rows: people(part * 2_000, 2_000) }))
    }
    const summary = await summarisePersonnel(platform, await declarationOf(unit), 0)
    expect(summary).toMatchObject({ people: 10_000, rowsWithErrors: 0 })
    expect((await summary.totals()).wages).toEqual({ value: 120_000_000_000, unknown: 0 })
    const context = await loadPersonnelContext(platform, await declarationOf(unit))
    const complete = (await loadDraftRows(platform, unit.declarationId)).flatMap((row) => {
      const result = completePerson(row, context)
      return result.ok ? [result.complete] : []
    })
    expect(await platform.database.transaction(() => freezeRows(platform, unit.declarationId, 1, complete))).toBe(
      10_000,
    )
    expect((await loadVersionRows(platform, unit.declarationId, 1)).at(-1)?.row).toBe(11_999)
  })
})

describe('a number that is said more than once', () => {
  it('is an error in every row but the first, in the counts as in the filtered list', async () => {
    const unit = await makeUnit(platform)
    const { idNumber: _none, ...without } = makePerson(9)
    const rows = [makePerson(1), makePerson(2), makePerson(1), without, makePerson(1), without]
    await savePersonnel(platform, unit.viewer, upload(unit, { rows: rows.map((draft, row) => ({ row, draft })) }))
    await platform.database.query({ text: 'UPDATE personnel_record SET errors = 0 WHERE declaration_id = $1' }, [
      unit.declarationId,
    ])
    expect(await summarisePersonnel(platform, await declarationOf(unit), 0)).toMatchObject({ rowsWithErrors: 2 })
    const wanted = { declarationId: unit.declarationId, version: 0, afterRow: -1, limit: 10 }
    const listed = await findPersonnelPage(platform, { ...wanted, filter: 'WITH_ERRORS' })
    expect(listed.map(({ rowNo, firstRow }) => [rowNo, firstRow])).toEqual([
      [2, 0],
      [4, 0],
    ])
  })
})

describe('counts and filters', () => {
  it('say whom another unit has, of a part that was staged and of the last one', async () => {
    const [unit, elsewhere] = [await makeUnit(platform), await makeUnit(platform)]
    for (const person of [702, 704]) await enrol(platform, elsewhere, makePerson(person))
    const parts = upload(unit, { ofParts: 2, rows: people(701, 2) })
    await savePersonnel(platform, unit.viewer, parts)
    await savePersonnel(platform, unit.viewer, { ...parts, part: 2, rows: people(703, 2) })
    const wanted = { declarationId: unit.declarationId, version: 0, afterRow: -1, limit: 10 }
    const listed = await findPersonnelPage(platform, { ...wanted, filter: 'ALL' })
    expect(listed.map(({ rowNo, errors, warnings }) => [rowNo, errors + warnings])).toEqual([
      [701, 0],
      [702, 1],
      [703, 0],
      [704, 1],
    ])
  })

  it('go by the rules of the day on which they are asked', async () => {
    const unit = await makeUnit(platform)
    const hiredLater = {
      ...makePerson(1),
      hireDate: addDays(platform.clock.today(), 1),
      monthsWorkedLastYear: 0,
      wagesLastYear: fen(0),
      firstMonthWage: fen(800_000),
    }
    await savePersonnel(platform, unit.viewer, upload(unit, { rows: [{ row: 0, draft: hiredLater }] }))
    const places = async () =>
      (await findPlaces(platform, unit.viewer, await declarationOf(unit), { state: 'ERROR', text: '' })).ranges
    expect(await places()).toEqual([{ from: 0, to: 0 }])
    const day = 24 * 60 * 60 * 1_000
    platform.clock.advance(day)
    try {
      expect(await readSummary(platform, unit.viewer, await declarationOf(unit), 0)).toMatchObject({
        rowsWithErrors: 0,
      })
      expect(await places()).toEqual([])
    } finally {
      platform.clock.advance(-day)
    }
  })
})

describe('a number that an earlier row bears as another document', () => {
  it('is repeated only if that row is right: in counts, filters, and what is said of the row', async () => {
    const unit = await makeUnit(platform)
    const wrong = { ...makePerson(1), idType: 'HMT_RESIDENCE_PERMIT' as const }
    const rows = [wrong, makePerson(1), makePerson(2), makePerson(1)]
    await savePersonnel(platform, unit.viewer, upload(unit, { rows: rows.map((draft, row) => ({ row, draft })) }))
    // The first for its number, the last for repeating the second: the second itself is in order.
    const declaration = await declarationOf(unit)
    expect(await summarisePersonnel(platform, declaration, 0)).toMatchObject({ rowsWithErrors: 2 })
    const wanted = { declarationId: unit.declarationId, version: 0, afterRow: -1, limit: 10 }
    const listed = await findPersonnelPage(platform, { ...wanted, filter: 'WITH_ERRORS' })
    expect(listed.map(({ rowNo }) => rowNo)).toEqual([0, 3])
    const shown = await readPersonnel(platform, unit.viewer, declaration, { first: 10 }, { origin: 'test' })
    expect(shown.map(({ issues }) => issues.some(({ severity }) => severity === 'error'))).toEqual([
      true,
      false,
      false,
      true,
    ])
  })
})

describe('a list is refused', () => {
  it('to everybody but the unit, as if there were no such declaration', async () => {
    const unit = await makeUnit(platform)
    const stranger = await makeUnit(platform)
    for (const viewer of [stranger.viewer, staffViewer(['OFFICER']), insuredViewer(crypto.randomUUID())]) {
      await expect(savePersonnel(platform, viewer, upload(unit, { rows: people(1, 1) }))).rejects.toMatchObject({
        extensions: { code: 'NOT_FOUND' },
      })
    }
    expect(await rowsOf(unit)).toEqual([])
  })

  it('once the declaration is submitted', async () => {
    const unit = await makeUnit(platform)
    await platform.database.prisma.declaration.update({
      where: { id: unit.declarationId },
      data: { status: 'SUBMITTED' },
    })
    expect(await savePersonnel(platform, unit.viewer, upload(unit, { rows: people(1, 1) }))).toMatchObject({
      kind: 'REFUSED',
      code: 'ALREADY_SUBMITTED',
    })
  })

  it('with a row twice, in one part or in two', async () => {
    const unit = await makeUnit(platform)
    const twice = upload(unit, { rows: [...people(1, 2), ...people(2, 1)] })
    expect(await savePersonnel(platform, unit.viewer, twice)).toMatchObject({ code: 'ROW_REPEATED', rows: [2] })
    const sent = { uploadId: crypto.randomUUID(), ofParts: 2 }
    await savePersonnel(platform, unit.viewer, upload(unit, { ...sent, part: 1, rows: people(1, 3) }))
    expect(
      await savePersonnel(platform, unit.viewer, upload(unit, { ...sent, part: 2, rows: people(3, 1) })),
    ).toMatchObject({ code: 'ROW_REPEATED', rows: [3] })
  })

  it('when an upload is continued as another one', async () => {
    const unit = await makeUnit(platform)
    const stranger = await makeUnit(platform)
    const sent = { uploadId: crypto.randomUUID(), ofParts: 2 }
    await savePersonnel(platform, unit.viewer, upload(unit, { ...sent, rows: people(1, 1) }))
    const theirs = upload(stranger, { ...sent, part: 2, rows: people(2, 1) })
    expect(await savePersonnel(platform, stranger.viewer, theirs)).toMatchObject({ code: 'UPLOAD_MISMATCH' })
    expect(await rowsOf(unit)).toEqual([])
  })

  it('with nonsense numbers', async () => {
    const unit = await makeUnit(platform)
    for (const wrong of [{ part: 0 }, { part: 2 }, { ofParts: 0 }, { ofParts: 501 }, { expectedRevision: -1 }]) {
      await expect(savePersonnel(platform, unit.viewer, upload(unit, wrong))).rejects.toMatchObject({
        extensions: { code: 'BAD_USER_INPUT' },
      })
    }
  })
})

describe('one person', () => {
  const save = (unit: UnitFixture, given: Partial<Parameters<typeof savePersonnelRecord>[2]>) =>
    savePersonnelRecord(platform, unit.viewer, {
      declarationId: unit.declarationId,
      expectedRevision: 0,
      rowNo: undefined,
      draft: makePerson(1),
      confirm: true,
      origin: 'test',
      ...given,
    })

  it('is added behind the last row and edited in place', async () => {
    const unit = await makeUnit(platform)
    expect(await save(unit, {})).toMatchObject({ kind: 'RECORD_SAVED', rowNo: 1, revision: 1, issues: [] })
    expect(await save(unit, { expectedRevision: 1, draft: makePerson(2) })).toMatchObject({ rowNo: 2, revision: 2 })
    await save(unit, { expectedRevision: 2, rowNo: 1, draft: makePerson(1, { name: '赵云' }) })
    expect((await loadDraftRows(platform, unit.declarationId)).map(({ draft }) => draft.name)).toEqual(['赵云', '王芳'])
  })

  it('cannot be confirmed while something is missing, and hears all of it; as a draft it is kept', async () => {
    const unit = await makeUnit(platform)
    const { mobile: _mobile, hireDate: _hired, ...draft } = makePerson(1)
    const refused = await save(unit, { draft })
    expect(refused.kind).toBe('INCOMPLETE')
    if (refused.kind !== 'INCOMPLETE') return
    expect(refused.issues.map(({ field, code }) => [field, code])).toEqual([
      ['hireDate', 'REQUIRED'],
      ['mobile', 'REQUIRED'],
    ])
    expect(await rowsOf(unit)).toEqual([])
    expect(await save(unit, { draft, confirm: false })).toMatchObject({ kind: 'RECORD_SAVED', rowNo: 1 })
  })

  it('is told of an earlier row with the same number, and of another unit', async () => {
    const unit = await makeUnit(platform)
    await save(unit, {})
    const repeated = await save(unit, { expectedRevision: 1 })
    expect(repeated).toMatchObject({ kind: 'INCOMPLETE', issues: [{ code: 'DUPLICATE', params: { firstRow: 1 } }] })
    const elsewhere = await makeUnit(platform)
    await enrol(platform, elsewhere, makePerson(3))
    expect(await save(unit, { expectedRevision: 1, draft: makePerson(3) })).toMatchObject({
      kind: 'INCOMPLETE',
      issues: [{ code: 'ACTIVE_ELSEWHERE' }],
    })
  })

  it('keeps the mark of lost digits until the number itself is corrected', async () => {
    const unit = await makeUnit(platform)
    const row = { row: 1, draft: makePerson(1), idDigitsLost: true }
    await savePersonnel(platform, unit.viewer, upload(unit, { rows: [row] }))
    await save(unit, { expectedRevision: 1, rowNo: 1, draft: makePerson(1, { name: '赵云' }), confirm: false })
    expect((await loadDraftRows(platform, unit.declarationId))[0]?.idDigitsLost).toBe(true)
    await save(unit, { expectedRevision: 2, rowNo: 1, draft: makePerson(2) })
    expect((await loadDraftRows(platform, unit.declarationId))[0]?.idDigitsLost).toBeUndefined()
  })

  it('is refused on an older list, for a row that is not there, and to strangers', async () => {
    const unit = await makeUnit(platform)
    await save(unit, {})
    expect(await save(unit, { rowNo: 1 })).toEqual({ kind: 'CONFLICT', declarationId: unit.declarationId, revision: 1 })
    expect(await save(unit, { expectedRevision: 1, rowNo: 5 })).toMatchObject({ kind: 'REFUSED', code: 'NO_SUCH_ROW' })
    const stranger = await makeUnit(platform)
    await expect(save({ ...unit, viewer: stranger.viewer }, {})).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    })
  })

  it('is removed with the others keeping their rows', async () => {
    const unit = await makeUnit(platform)
    await savePersonnel(platform, unit.viewer, upload(unit, { rows: people(1, 4) }))
    const remove = (expectedRevision: number, rowNos: number[], viewer = unit.viewer) =>
      removePersonnelRecords(platform, viewer, {
        declarationId: unit.declarationId,
        expectedRevision,
        rowNos,
        origin: 'test',
      })
    expect(await remove(0, [2])).toMatchObject({ kind: 'CONFLICT', revision: 1 })
    expect(await remove(1, [2, 3])).toMatchObject({ kind: 'SAVED', revision: 2 })
    expect(await rowsOf(unit)).toEqual([1, 4])
    expect(await remove(2, [2])).toMatchObject({ kind: 'REFUSED', code: 'NO_SUCH_ROW' })
    await expect(remove(2, [1], (await makeUnit(platform)).viewer)).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    })
  })

  it('leaves an entry in the trail without personal data', async () => {
    const unit = await makeUnit(platform)
    await save(unit, {})
    const entry = await platform.database.prisma.auditEvent.findFirstOrThrow({
      where: { recordId: unit.declarationId, action: 'ADD_PERSON' },
    })
    expect(JSON.stringify(entry.change)).not.toContain(makePerson(1).idNumber)
    expect(await platform.audit.findBreak()).toBeUndefined()
  })
})
