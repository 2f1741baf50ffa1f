import { fen } from '@shebao/kernel'
import { readRoster } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshShelf } from '../../../shared/testing/fresh-shelf.ts'
import { emptyLog, ROWS_KEPT, undoStep, withStep } from './change-log.ts'
import { needsReason } from './plan-changes.ts'
import type { Deed } from './plan-changes.ts'
import { shownCell } from './shown-cells.ts'
import { FakeOffice, registered, rules, someone } from './testing/people.ts'
import { workbenchColumns } from './workbench-columns.ts'
import { WorkbenchSession } from './workbench-session.ts'

/** Register {1, 2, 3}; own {1, 2 with another name, 4, 4 again}; last year {1, 5}. */
function makeOffice() {
  const own = [someone(1), someone(2, { name: '赵六' }), someone(4), someone(4)]
  const register = [registered(1, { mobile: '13900000000' }), registered(2), registered(3)]
  return new FakeOffice(own, register, [
    someone(1, { wagesLastYear: fen(9_600_000), lowWageReason: '病假' }),
    someone(5),
  ])
}

async function open(office = makeOffice()) {
  const session = new WorkbenchSession(office.ask, () => undefined)
  const overview = await session.load('d1', rules)
  const all = () => session.find({ text: '', problem: 'ALL' }, undefined)
  const ofRow = (row: number) => session.show(all(), 'zh-CN').find((line) => line.row === row)
  const cell = (row: number, field: string) => {
    const line = ofRow(row)
    return (
      line &&
      shownCell(
        line,
        workbenchColumns.findIndex((one) => one.field === field),
      )
    )
  }
  const list = () =>
    session.find({ text: '', problem: 'ALL' }, undefined).map((line) => session.show([line], 'zh-CN')[0])
  return { session, overview, all, ofRow, cell, list }
}

/** As a save in the page goes: what is sent comes to the office. */
function save(session: WorkbenchSession, office: FakeOffice): void {
  const { rows, removed } = session.send()
  for (const { row, draft } of session.part(0, rows)) office.change(row, draft)
  for (const row of removed) office.change(row, undefined)
  session.confirm('ROWS', office.revision)
  session.confirm('REMOVED', office.revision)
}

describe('the three lists', () => {
  it('stand side by side, whom only another list has among them', async () => {
    const { overview, list, cell } = await open()
    expect(overview).toMatchObject({ people: 4, hasLastYear: true, unsaved: 0, revision: 1 })
    expect(overview.counts).toMatchObject({
      ALL: 6,
      'kind:NAME_DIFF': 1,
      'kind:MISSING_IN_UNIT': 1,
      'kind:EXTRA_IN_UNIT': 2,
      'kind:DUPLICATE': 2,
      'issue:DUPLICATE': 1,
      ONLY_LAST_YEAR: 1,
    })
    expect(list().map((line) => line?.row)).toEqual([1, 2, 3, 4, 0, 0])
    expect(cell(2, 'name')).toEqual({ texts: ['赵六', someone(2).name, undefined], marks: 1 })
    expect(cell(1, 'statedMonthlyAverage')?.texts).toEqual(['10000.00', '10000.00', ''])
    expect(cell(1, 'wagesLastYear')).toEqual({ texts: ['120000.00', '', '96000.00'], marks: 2 })
  })

  it('are searched by name, number and problem, and sorted with the unknown last', async () => {
    const { session } = await open()
    const rowsOf = (lines: number[]) => session.show(lines, 'en').map(({ row }) => row)
    expect(rowsOf(session.find({ text: '赵', problem: 'ALL' }, undefined))).toEqual([2])
    expect(rowsOf(session.find({ text: (someone(4).idNumber ?? '').slice(6), problem: 'ALL' }, undefined))).toEqual([
      3, 4,
    ])
    expect(rowsOf(session.find({ text: '', problem: 'kind:DUPLICATE' }, undefined))).toEqual([3, 4])
    session.do({ kind: 'EDIT', lines: [2], field: 'wagesLastYear', text: '约八万' })
    session.do({ kind: 'EDIT', lines: [0], field: 'wagesLastYear', text: '' })
    const up = session.find({ text: '', problem: 'ALL' }, { field: 'wagesLastYear', descending: false })
    expect(session.show(up, 'en').map((line) => [line.row, shownCell(line, 10).texts[0]])).toEqual([
      [2, '120000.00'],
      [4, '120000.00'],
      [0, undefined],
      [1, ''],
      [3, '约八万'],
      [0, undefined],
    ])
  })
})

describe('taking over from another list', () => {
  it('takes names, averages and people as the register has them; wages and insurances ask for the reason', async () => {
    const { session, all, cell } = await open()
    const take = (of: 'NAME_DIFF' | 'MISSING_IN_UNIT' | 'EXTRA_IN_UNIT'): Deed => ({
      kind: 'TAKE_KIND',
      lines: all(),
      of,
    })
    expect(session.preview(take('NAME_DIFF'))).toMatchObject({
      rows: 1,
      samples: [{ name: '赵六', before: '赵六', after: someone(2).name }],
    })
    session.do(take('NAME_DIFF'))
    expect(cell(2, 'name')?.marks).toBe(0)
    expect(session.do(take('MISSING_IN_UNIT'))).toMatchObject({ rows: 1, moved: true })
    expect(cell(5, 'name')?.texts[0]).toBe(someone(3).name)
    expect(session.do(take('EXTRA_IN_UNIT'))).toMatchObject({ rows: 2, moved: true, overview: { people: 3 } })
    expect(needsReason({ kind: 'TAKE_KIND', lines: [], of: 'WAGE_OR_BASE_DIFF' })).toBe(true)
    expect(needsReason(take('NAME_DIFF'))).toBe(false)
  })

  it('takes one answer of last year or the register, into empty cells alone or over others', async () => {
    const { session, all, cell } = await open()
    const take = (field: 'lowWageReason' | 'mobile', from: 'REGISTER' | 'LAST_YEAR', onlyEmpty: boolean): Deed => ({
      kind: 'TAKE_FIELD',
      lines: all(),
      field,
      from,
      onlyEmpty,
    })
    expect(session.do(take('lowWageReason', 'LAST_YEAR', true)).rows).toBe(1)
    expect(cell(1, 'lowWageReason')?.texts[0]).toBe('病假')
    expect(session.do(take('mobile', 'REGISTER', true)).rows).toBe(0)
    expect(session.do(take('mobile', 'REGISTER', false)).rows).toBe(1)
    expect(cell(1, 'mobile')?.texts[0]).toBe('13900000000')
  })

  it('a duplicate or a wrong number is nothing to be taken', async () => {
    const { session, overview } = await open()
    expect(overview.counts['kind:DUPLICATE']).toBe(2)
    expect(session.overview().undo).toBeUndefined()
  })
})

describe('pasting', () => {
  it('takes what can be read and names the rest by row, field and reason; one step back undoes it', async () => {
    const { session, cell, ofRow } = await open()
    const outcome = session.do({
      kind: 'PASTE',
      lines: [0, 1],
      fields: ['name', 'hireDate', 'statedMonthlyAverage'],
      cells: [
        ['孙丽', '去年', '1', '多'],
        ['=SUM(A1)', '2021/5/6'],
        ['周七', '2020-01-01'],
      ],
    })
    expect(outcome.notTaken).toEqual([
      { why: 'UNREAD', at: { row: 1, column: 2 }, row: 1, field: 'hireDate', text: '去年' },
      { why: 'NOT_EDITABLE', at: { row: 1, column: 3 }, row: 1, field: 'statedMonthlyAverage', text: '1' },
      { why: 'NO_COLUMN', at: { row: 1, column: 4 }, row: 1, text: '多' },
      { why: 'NO_ROW', at: { row: 3, column: 1 }, text: '周七\t2020-01-01' },
    ])
    expect(outcome).toMatchObject({ rows: 2, cells: 3 })
    expect([cell(1, 'name')?.texts[0], cell(1, 'hireDate')?.texts[0], cell(2, 'hireDate')?.texts[0]]).toEqual([
      '孙丽',
      '2020-03-01',
      '2021-05-06',
    ])
    session.undo()
    expect([ofRow(1)?.unsaved, cell(2, 'name')?.texts[0]]).toEqual([false, '赵六'])
  })

  it('a single cell keeps words that cannot be read, to be mended', async () => {
    const { session, cell } = await open()
    expect(session.do({ kind: 'EDIT', lines: [0], field: 'hireDate', text: '去年' }).overview.counts.UNREAD).toBe(1)
    expect(cell(1, 'hireDate')).toEqual({ texts: ['去年', '2020-03-01', '2020-03-01'], marks: 4 | 3 })
  })
})

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant('BULK' as const),
    lines: fc.subarray([0, 1, 2, 3, 4, 5]),
    field: fc.constantFrom('name' as const, 'hireDate' as const, 'idNumber' as const, 'participation.PENSION' as const),
    text: fc.constantFrom('', '2020-01-01', '否', '11010119900307867X'),
  }),
  fc.record({ kind: fc.constant('REMOVE' as const), lines: fc.subarray([0, 1, 2, 3]) }),
  fc.record({
    kind: fc.constant('TAKE_KIND' as const),
    lines: fc.constant([0, 1, 2, 3, 4, 5, 6, 7]),
    of: fc.constantFrom('NAME_DIFF' as const, 'MISSING_IN_UNIT' as const, 'EXTRA_IN_UNIT' as const),
  }),
)

describe('undo and redo', () => {
  it('walk back to the list as it was and forward to the list as it is, saved in between or not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 6 }), fc.boolean(), async (deeds, isSaved) => {
        const office = makeOffice()
        const { session, list } = await open(office)
        const words = () =>
          list()
            .map((line) => line?.texts)
            .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
        const first = words()
        for (const one of deeds) session.do(one)
        if (isSaved) save(session, office)
        const last = words()
        let steps = 0
        while (session.undo() !== undefined) steps += 1
        expect(words()).toEqual(first)
        expect(session.overview().unsaved === 0 || isSaved).toBe(true)
        while (session.redo() !== undefined) steps -= 1
        expect([words(), steps]).toEqual([last, 0])
      }),
      { numRuns: 40 },
    )
  })

  it('the oldest steps are forgotten before the memory is full, the newest never', () => {
    const step = (rows: number) => ({
      kind: 'BULK' as const,
      changes: Array.from({ length: rows }, (_, row) => ({ row, before: undefined, after: {} })),
    })
    const log = withStep(withStep(emptyLog, step(ROWS_KEPT)), step(1))
    expect(log.done.map(({ changes }) => changes.length)).toEqual([1])
    expect(undoStep(undoStep(log)?.log ?? log)).toBeUndefined()
  })
})

describe('a colleague who saved first', () => {
  it('other answers are put together; the same one is named, and nothing typed is lost', async () => {
    const office = makeOffice()
    const { session, cell } = await open(office)
    session.do({ kind: 'EDIT', lines: [0], field: 'name', text: '孙丽' })
    session.do({ kind: 'EDIT', lines: [1], field: 'mobile', text: '13711111111' })
    office.change(1, { ...someone(1), name: '孙莉', hireDate: '2019-01-01' })
    office.change(4, undefined)
    const { conflicts, overview } = await session.rebase()
    expect(conflicts.map(({ row, field }) => ({ row, field }))).toEqual([{ row: 1, field: 'name' }])
    expect([cell(1, 'name')?.texts[0], cell(1, 'hireDate')?.texts[0]]).toEqual(['孙丽', '2019-01-01'])
    expect(overview).toMatchObject({ people: 3, unsaved: 2, revision: office.revision })
    expect(session.settle(conflicts)).toMatchObject({ unsaved: 1 })
    expect(cell(1, 'name')?.texts[0]).toBe('孙莉')
    save(session, office)
    expect(office.own.get(2)?.mobile).toBe('13711111111')
    // Undoing an own step leaves what the colleague wrote.
    session.undo()
    session.undo()
    expect([cell(1, 'hireDate')?.texts[0], cell(2, 'mobile')?.texts[0]]).toEqual(['2019-01-01', '13812345678'])
  })

  it('a row that became somebody else, or was taken off, is one question and never a mixture', async () => {
    const office = makeOffice()
    const { session } = await open(office)
    session.do({ kind: 'EDIT', lines: [0], field: 'mobile', text: '13711111111' })
    session.do({ kind: 'EDIT', lines: [1], field: 'mobile', text: '13711111111' })
    office.change(1, someone(9, { name: '另一人' }))
    office.change(2, undefined)
    const { conflicts } = await session.rebase()
    expect(conflicts.map(({ row, field, theirs }) => ({ row, field, theirs: theirs?.name }))).toEqual([
      { row: 1, field: undefined, theirs: '另一人' },
      { row: 2, field: undefined, theirs: undefined },
    ])
    expect(session.settle(conflicts)).toMatchObject({ people: 3, unsaved: 0 })
  })
})

describe('what is unsaved when the tab is killed', () => {
  const onPage = async (page: string, office: FakeOffice) => {
    const one = await open(office)
    return { ...one, restored: await one.session.restore({ owner: 'a1/e1', page }) }
  }
  const edit = (session: WorkbenchSession, line: number, text: string) =>
    session.do({ kind: 'EDIT', lines: [line], field: 'name', text })

  it('is in the lists again, can be undone, and is forgotten once the office has it', async () => {
    await freshShelf()
    const office = makeOffice()
    const killed = await onPage('p1', office)
    expect(killed.restored).toBeUndefined()
    edit(killed.session, 0, '孙丽')
    killed.session.do({ kind: 'REMOVE', lines: [3] })
    await killed.session.keepHere()
    office.change(1, { ...someone(1), mobile: '13700000000' })
    const { session, restored, ofRow, cell } = await onPage('p2', office)
    expect(restored).toMatchObject({ rows: 2, conflicts: [], overview: { unsaved: 2, undo: 'RESTORE', people: 3 } })
    expect([cell(1, 'name')?.texts[0], cell(1, 'mobile')?.texts[0], ofRow(4)]).toEqual([
      '孙丽',
      '13700000000',
      undefined,
    ])
    session.undo()
    expect([session.overview().unsaved, cell(1, 'name')?.texts[0]]).toEqual([0, someone(1).name])
    session.redo()
    save(session, office)
    await session.keepHere()
    expect((await onPage('p3', office)).restored).toBeUndefined()
    expect(office.own.get(1)).toMatchObject({ name: '孙丽', mobile: '13700000000' })
  })

  it('is asked about where a colleague, or another own window, wrote otherwise, and asked again until somebody chose', async () => {
    await freshShelf()
    const office = makeOffice()
    const [one, two] = [await onPage('p1', office), await onPage('p2', office)]
    edit(one.session, 0, '孙丽')
    await one.session.keepHere()
    edit(two.session, 0, '孙莉')
    await two.session.keepHere()
    office.change(2, { ...someone(2), name: '周敏' })
    expect((await onPage('p3', office)).restored?.conflicts.map(({ row }) => row)).toEqual([1])
    const { session, restored } = await onPage('p4', office)
    const words = restored?.conflicts.map(({ mine, theirs }) => [mine?.name, theirs?.name])
    expect(words).toEqual([['孙莉', '孙丽']])
    session.settle(restored?.conflicts ?? [])
    await session.keepHere()
    const after = await onPage('p5', office)
    expect([after.restored?.conflicts, after.cell(1, 'name')?.texts[0]]).toEqual([[], '孙丽'])
    edit(after.session, 1, '吴刚')
    office.change(2, { ...someone(2), name: '吴纲' })
    await after.session.rebase()
    await after.session.keepHere()
    expect((await onPage('p6', office)).restored?.conflicts.map(({ row }) => row)).toEqual([2])
  })
})

describe('the list as a file', () => {
  it('reads back as it is, names like formulas, line breaks and foreign numbers among them', async () => {
    const drafts: PersonnelDraft[] = [
      someone(1, { name: '=1+1', lowWageReason: 'a\nb' }),
      someone(2, { name: '@SUM(A1)', idNumber: '11010119900307867X' }),
      someone(3, { name: '-王', idType: 'FOREIGN_PASSPORT_NUMBER', idNumber: '00123456' }),
      someone(4, { name: '+86', raw: { firstMonthWage: '约三千' } }),
    ]
    const { session } = await open(new FakeOffice(drafts, [], null))
    for (const format of ['xlsx', 'csv'] as const) {
      const file = readRoster(await session.download(format, 'zh-CN', 7), `list.${format}`)
      expect(file.ok && file.file.rows.map(({ draft }) => draft)).toEqual(drafts)
      expect(file.ok && file.file.meta?.version).toBe(7)
    }
  })
})
