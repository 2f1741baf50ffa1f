import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { fen } from '@shebao/kernel'
import type { PersonnelDraft } from '@shebao/roster'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import {
  CompareRosterDocument,
  ReopenDifferencesDocument,
  ResolveDifferencesDocument,
} from '../comparison/comparison.generated.ts'
import { RemovePersonnelRecordsDocument } from '../personnel/personnel.generated.ts'
import { SavePersonnelDocument } from '../personnel/upload-list.generated.ts'
import type { SavePersonnelMutation } from '../personnel/upload-list.generated.ts'
import { FakeOffice, registered, rules, someone } from './testing/people.ts'
import { workInThread } from './testing/worker-here.ts'
import { draftsOf, putDraft } from '../../../shared/drafts/shelf.ts'
import { freshShelf } from '../../../shared/testing/fresh-shelf.ts'
import { WorkbenchLastSavedDocument, WorkbenchPageDocument } from './workbench.generated.ts'
import { WorkbenchPage } from './workbench-page.tsx'
// In the product they come a little later than their page.
import './conflict-list.tsx'
import './deed-dialog.tsx'
import './keep-dialog.tsx'
import './keys-dialog.tsx'
import './person-sheet.tsx'

const inspection = {
  __typename: 'Declaration' as const,
  id: 'd1',
  year: 2026,
  personnelRevision: 1,
  personnelRules: { __typename: 'PersonnelRules' as const, ...rules },
  comparison: { __typename: 'RosterComparison' as const, rosterVersion: 7 },
}

function open(own: readonly PersonnelDraft[] = [someone(1), someone(2, { name: '赵六' }), someone(4)]) {
  const office = new FakeOffice(own, [registered(1), registered(2), registered(3)], [someone(1)])
  workInThread(office)
  const declaration = () => ({
    __typename: 'Declaration' as const,
    id: 'd1',
    signedList: false,
    personnelRevision: office.revision,
  })
  const save = answer(SavePersonnelDocument, ({ input }): SavePersonnelMutation => {
    if (input.expectedRevision !== office.revision)
      return { savePersonnel: { __typename: 'PersonnelConflict', revision: office.revision } }
    for (const { rowNo, draft } of [input.rows].flat()) office.own.set(rowNo, draft as PersonnelDraft)
    office.revision += 1
    const { revision } = office
    return {
      savePersonnel: {
        __typename: 'PersonnelSaved',
        revision,
        finished: true,
        partsReceived: [1],
        declaration: declaration(),
      },
    }
  })
  const remove = answer(RemovePersonnelRecordsDocument, ({ rowNos }) => {
    for (const row of [rowNos].flat()) office.own.delete(row)
    office.revision += 1
    const { revision } = office
    return { removePersonnelRecords: { __typename: 'PersonnelSaved', revision, declaration: declaration() } }
  })
  const compare = answer(CompareRosterDocument, () => ({
    compareRoster: { __typename: 'RosterCompared', differences: 3 },
  }))
  const resolve = answer(ResolveDifferencesDocument, () => ({
    resolveDifferences: { __typename: 'DifferencesResolved', ids: ['f1', 'f2'], revision: office.revision },
  }))
  const reopen = answer(ReopenDifferencesDocument, ({ ids }) => ({
    reopenDifferences: { __typename: 'DifferencesResolved', ids: [ids].flat() },
  }))
  const lastSaved = { __typename: 'LastSaved' as const, name: '周敏', at: '2026-11-23T01:00:00Z', mine: false }
  const who = answer(WorkbenchLastSavedDocument, { declaration: { __typename: 'Declaration', id: 'd1', lastSaved } })
  const shown = showPage(<WorkbenchPage />, {
    viewer: clerk,
    answers: [answer(WorkbenchPageDocument, { inspection }), save, remove, who, compare, resolve, reopen],
  })
  return { ...shown, office, save, remove, compare, resolve, reopen }
}

/** jsdom lays nothing out; the grid draws only what is in sight. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(640)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(900)
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(640)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(900)
  Element.prototype.scrollTo = () => undefined
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent)
const grid = async () => {
  const found = await screen.findByRole('grid')
  await screen.findByText('赵六')
  found.focus()
  return found
}
const first = someone(1).name ?? ''

describe('the workbench', () => {
  it('sets three lists side by side, marks what differs in words, and is accessible', async () => {
    const { container, user } = open()
    const table = await grid()
    expect(table.getAttribute('aria-rowcount')).toBe('5')
    expect(names()).toEqual([`${first}＝＝`, `赵六≠ 不同${someone(2).name}`, someone(4).name, `—${someone(3).name}`])
    expect(within(table).getByText(/仅登记有/)).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.selectOptions(screen.getByRole('combobox', { name: '只看' }), 'kind:NAME_DIFF')
    await waitFor(() => expect(names()).toHaveLength(1))
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '诸葛' } })
    await user.click(await screen.findByRole('button', { name: '显示全部' }))
    await waitFor(() => expect(names()).toHaveLength(4))
  })

  it('is worked by keys alone: typing, Enter, undo and redo; saved a moment later', async () => {
    const { user, save, office } = open()
    await grid()
    await user.keyboard('{ArrowDown}{Enter}')
    fireEvent.change(screen.getByRole('textbox', { name: '姓名' }), { target: { value: '孙丽' } })
    await user.keyboard('{Enter}')
    await waitFor(() => expect(names()[1]).toContain('孙丽'))
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(names()[1]).toContain('赵六'))
    await user.keyboard('{Control>}y{/Control}')
    await waitFor(() => expect(office.own.get(2)?.name).toBe('孙丽'))
    expect(save.sent).toMatchObject([{ input: { mode: 'MERGE', expectedRevision: 1, rows: [{ rowNo: 2 }] } }])
    expect(await screen.findByText(/已保存/)).toBeTruthy()
    await user.keyboard('?')
    expect(await screen.findByRole('dialog', { name: '快捷键' })).toBeTruthy()
  })

  it('pastes cells from a spreadsheet after saying what is not taken, all in one batch', async () => {
    const { user, save, office } = open()
    const table = await grid()
    fireEvent.paste(table, { clipboardData: { getData: () => '孙丽\t外星证\n周七\t居民身份证\n' } })
    const dialog = await screen.findByRole('dialog', { name: '粘贴 2 行 × 2 列' })
    expect(await within(dialog).findByText(/第 1 行“证件类型”：“外星证”，此项不认得/)).toBeTruthy()
    expect(save.sent).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '改动 2 人' }))
    await waitFor(() => expect(office.own.get(2)?.name).toBe('周七'))
    expect([save.sent.length, office.own.get(1)?.idType]).toEqual([1, 'RESIDENT_ID'])
  })

  it('takes over and changes many at once after saying what becomes of them; each can be undone', async () => {
    const { user, office, remove } = open()
    await grid()
    await user.click(screen.getByRole('button', { name: '采用登记或上年' }))
    const taking = await screen.findByRole('dialog')
    expect(await within(taking).findByText(`赵六：赵六 → ${someone(2).name}`)).toBeTruthy()
    await user.selectOptions(within(taking).getByRole('combobox', { name: '采用什么' }), 'EXTRA_IN_UNIT')
    await user.click(await within(taking).findByRole('button', { name: '改动 1 人' }))
    await waitFor(() => expect(names()).toHaveLength(3))
    await user.click(screen.getByRole('button', { name: '撤销' }))
    await waitFor(() => expect(names()).toHaveLength(4))
    screen.getByRole('grid').focus()
    await user.keyboard(' {Shift>}{ArrowDown}{/Shift}')
    expect(screen.getByText('已选 2 人')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '批量修改' }))
    const changing = await screen.findByRole('dialog', { name: '批量修改' })
    await user.selectOptions(within(changing).getByRole('combobox', { name: '项目' }), 'employmentForm')
    fireEvent.change(within(changing).getByRole('combobox', { name: /改为/ }), { target: { value: '临时工' } })
    await user.click(await within(changing).findByRole('button', { name: '改动 2 人' }))
    const forms = () => [...office.own.values()].map(({ employmentForm }) => employmentForm)
    await waitFor(() => expect(forms()).toEqual(['TEMPORARY', 'TEMPORARY', 'CONTRACT']))
    await user.click(screen.getByRole('button', { name: '移出名单' }))
    const sure = within(await screen.findByRole('dialog')).getByRole('button', { name: '移出名单' })
    await waitFor(() => expect(sure).toHaveProperty('disabled', false))
    await user.click(sure)
    await waitFor(() => expect(remove.sent).toMatchObject([{ rowNos: [1, 2] }]))
  })

  it('what a killed tab left unsaved is said, saved by itself, and not kept any longer', async () => {
    await freshShelf()
    const of = { owner: 'a1/e1', draft: 'workbench.d1' }
    const what = { kind: 'WORKBENCH' as const, of: '', path: '/employer/inspection/workbench' }
    const rows = { base: { 1: someone(1) }, mine: { 1: someone(1, { name: '孙丽' }) } }
    const typedAt = '2026-11-23T02:00:00Z'
    await putDraft({ ...of, what, page: 'killed', ...rows, revision: null, beside: null, typedAt })
    const { office } = open()
    await grid()
    expect(screen.getByText(/^1 人的改动是您在2026年11月23日.*已从本设备恢复/)).toBeTruthy()
    await waitFor(() => expect(office.own.get(1)?.name).toBe('孙丽'))
    await waitFor(async () => expect(await draftsOf(of.owner, of.draft)).toEqual([]))
  })

  it('keeps own values of a kind once all is saved; undo opens them again and redo keeps them again', async () => {
    const lower = { wagesLastYear: fen(9_600_000) }
    const { user, office, save, compare, resolve, reopen, container } = open([
      someone(1, lower),
      someone(2, { name: '赵六', ...lower }),
      someone(4),
    ])
    await grid()
    await user.keyboard('{Enter}')
    fireEvent.change(screen.getByRole('textbox', { name: '姓名' }), { target: { value: '孙丽' } })
    await user.keyboard('{Enter}')
    await user.click(screen.getByRole('button', { name: '保留本单位的数据' }))
    const dialog = await screen.findByRole('dialog', { name: '保留本单位的数据' })
    const kinds = within(dialog).getByRole('combobox', { name: '保留哪一类差异' })
    expect(within(kinds).getAllByRole('option')).toHaveLength(2)
    expect(await axeFindings(container)).toEqual([])
    await user.selectOptions(kinds, 'WAGE_OR_BASE_DIFF')
    await user.click(within(dialog).getByRole('button', { name: '全部保留' }))
    expect(within(dialog).getByText('请写明理由。')).toBeTruthy()
    expect(compare.sent).toEqual([])
    await user.type(within(dialog).getByRole('textbox', { name: '理由' }), '上年工资')
    await user.click(within(dialog).getByRole('button', { name: '全部保留' }))
    expect(await screen.findByText('已保留本单位的数据，共 2 处差异。')).toBeTruthy()
    // What was typed is at the office before it compares.
    expect([save.sent.length, office.own.get(1)?.name]).toEqual([1, '孙丽'])
    const asked = { allOfKind: 'WAGE_OR_BASE_DIFF', ids: [], resolution: 'ACCEPT_UNIT', reason: '上年工资' }
    expect(resolve.sent).toMatchObject([asked])
    screen.getByRole('grid').focus()
    await user.keyboard('{Control>}z{/Control}')
    expect(await screen.findByText(/已撤销保留/)).toBeTruthy()
    expect(reopen.sent).toMatchObject([{ ids: ['f1', 'f2'] }])
    expect(names()[0]).toContain('孙丽')
    await waitFor(() => expect(screen.getByRole('button', { name: '重做' })).toHaveProperty('disabled', false))
    await user.keyboard('{Control>}y{/Control}')
    await waitFor(() => expect(resolve.sent).toMatchObject([asked, asked]))
    await waitFor(() => expect(screen.getByRole('button', { name: '重做' })).toHaveProperty('disabled', true))
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(reopen.sent).toHaveLength(2))
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(names()[0]).not.toContain('孙丽'))
  })

  it('a colleague’s change of the same cell is asked about, field by field, and nothing typed is lost', async () => {
    const { user, office } = open()
    await grid()
    office.change(1, { ...someone(1), name: '孙莉', mobile: '13700000000' })
    await user.keyboard('{Enter}')
    fireEvent.change(screen.getByRole('textbox', { name: '姓名' }), { target: { value: '孙丽' } })
    await user.keyboard('{Enter}')
    const question = await screen.findByRole('group', { name: /第 1 行 孙丽 · 姓名/ })
    expect(within(question).getByRole('radio', { name: '对方填的: 孙莉' })).toBeTruthy()
    expect(screen.getByText(/^最近一次由周敏于/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '按所选保存' }))
    await waitFor(() => expect(office.own.get(1)).toMatchObject({ name: '孙丽', mobile: '13700000000' }))
  })
})
