import { fen } from '@shebao/kernel'
import type { PersonnelDraft } from '@shebao/roster'
import { makeResidentId, seededRandom } from '@shebao/test-support'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { RemovePersonnelRecordsDocument, SavePersonnelRecordDocument } from './personnel.generated.ts'
import type { SavePersonnelRecordMutation } from './personnel.generated.ts'
import { FakeList, ShownDesk } from './testing/fake-list.tsx'
// In the product they come a little later than their page.
import './person-window.tsx'

const someone = (name: string, seed: number): PersonnelDraft => ({
  name,
  idType: 'RESIDENT_ID',
  idNumber: makeResidentId(seededRandom(seed), { sex: 'MALE', birthDate: '1990-05-06', region: '110101' }),
  householdType: 'LOCAL_URBAN',
  employmentForm: 'CONTRACT',
  hireDate: '2020-03-01',
  monthsWorkedLastYear: 12,
  wagesLastYear: fen(12_000_000),
  mobile: '13812345678',
  participation: { PENSION: true, MEDICAL: true, UNEMPLOYMENT: true, WORK_INJURY: true, MATERNITY: true },
})
const { mobile: _mobile, ...incomplete } = someone('李明', 2)
const people = [someone('王芳', 1), incomplete, someone('赵强', 3)]
const saved = { __typename: 'Declaration' as const, id: 'd1', signedList: false }
type Saved = SavePersonnelRecordMutation['savePersonnelRecord']

function open(drafts: readonly PersonnelDraft[] = people, at = '/') {
  const list = new FakeList(drafts)
  const declaration = () => ({ ...saved, personnelRevision: list.revision })
  const save = answer(SavePersonnelRecordDocument, ({ rowNo, draft, expectedRevision }) => {
    if (expectedRevision !== list.revision)
      return { savePersonnelRecord: { __typename: 'PersonnelConflict', revision: list.revision } }
    list.put(rowNo ?? 9, draft as PersonnelDraft)
    const row = { revision: list.revision, rowNo: rowNo ?? 9, issues: [], declaration: declaration() }
    return { savePersonnelRecord: { __typename: 'PersonnelSaved', ...row } satisfies Saved }
  })
  const remove = answer(RemovePersonnelRecordsDocument, ({ rowNos }) => {
    list.remove([rowNos].flat())
    const removed = { revision: list.revision, declaration: declaration() }
    return { removePersonnelRecords: { __typename: 'PersonnelSaved', ...removed } }
  })
  return { ...showPage(<ShownDesk />, { answers: [...list.answers, save, remove], at }), save, remove, list }
}

/** jsdom lays nothing out; the grid draws only what is in sight. */
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(640)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const shownNames = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent)

const untilShown = (...names: string[]) => waitFor(() => expect(shownNames()).toEqual(names))

describe('the list of people', () => {
  it('is filtered by name and by state, with the sums of the whole list below', async () => {
    const { container, user } = open()
    await untilShown('王芳', '李明', '赵强')
    await user.selectOptions(screen.getByRole('combobox', { name: '显示' }), '需更正（1）')
    await untilShown('李明')
    expect(screen.getByText('1 / 3')).toBeTruthy()
    expect(await screen.findByRole('button', { name: /360,000.00/ })).toBeTruthy()
    await user.selectOptions(screen.getByRole('combobox', { name: '显示' }), '全部')
    await user.type(screen.getByRole('searchbox', { name: '按姓名或证件号码筛选' }), '赵')
    await untilShown('赵强')
    expect(await axeFindings(container)).toEqual([])
  })

  it('says that nobody matches, with the way back to everybody', async () => {
    const { user } = open()
    await untilShown('王芳', '李明', '赵强')
    await user.type(screen.getByRole('searchbox', { name: '按姓名或证件号码筛选' }), '诸葛')
    expect(screen.getByText('正在查找…')).toBeTruthy()
    expect(await screen.findByText('名单中没有符合筛选条件的人员。')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '显示全部人员' }))
    await untilShown('王芳', '李明', '赵强')
    expect(screen.queryByText('名单中没有符合筛选条件的人员。')).toBeNull()
  })

  it('is walked by keys: Enter opens the person, Escape gives the cursor back to the list', async () => {
    const { user } = open()
    await untilShown('王芳', '李明', '赵强')
    const grid = screen.getByRole('grid')
    grid.focus()
    await user.keyboard('{ArrowDown}{Enter}')
    expect(await screen.findByRole('region', { name: '李明 的申报' })).toBeTruthy()
    expect(screen.getByText('2 / 3')).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: '李明 的申报' })).toBeNull()
    expect(document.activeElement).toBe(grid)
  })

  it('opens the person whom the comparison leads to', async () => {
    open(people, '/?row=3')
    expect(await screen.findByRole('region', { name: '赵强 的申报' })).toBeTruthy()
  })

  it('a correction is saved in its row, and who falls out of the filter by it keeps their place', async () => {
    const { user, save } = open()
    await user.selectOptions(await screen.findByRole('combobox', { name: '显示' }), '需更正（1）')
    await untilShown('李明')
    await user.click(screen.getByText('李明'))
    await user.type(screen.getByRole('textbox', { name: /手机号码/ }), '13912345678')
    await user.click(screen.getByRole('button', { name: '暂存' }))
    await waitFor(() => expect(screen.getByRole('option', { name: '需更正（0）' })).toBeTruthy())
    expect(save.sent).toMatchObject([{ declarationId: 'd1', expectedRevision: 4, rowNo: 2, confirm: false }])
    expect(shownNames()).toEqual(['李明'])
    expect(screen.getByRole('region', { name: '李明 的申报' })).toBeTruthy()
  })

  it('somebody new is sent without a row, takes the one they are given, and the window closes', async () => {
    const { user, save } = open([])
    expect(await screen.findByRole('heading', { name: '名单中还没有人员' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '逐人添加' }))
    await user.type(screen.getByRole('textbox', { name: /姓名/ }), '孙丽')
    await user.click(screen.getByRole('button', { name: '暂存' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: '添加人员' })).toBeNull())
    expect(save.sent[0]).not.toHaveProperty('rowNo')
    await untilShown('孙丽')
    expect(screen.getByRole('checkbox', { name: '选择第 9 行 孙丽' })).toBeTruthy()
  })

  it('what is typed goes on top of what another clerk saved meanwhile, of others and of the same person', async () => {
    const { user, list, save } = open(people, '/?row=2')
    await user.type(await screen.findByRole('textbox', { name: /手机号码/ }), '13912345678')
    list.put(1, someone('王芬', 1))
    list.put(2, { ...incomplete, hireDate: '2021-04-01' })
    await user.click(screen.getByRole('button', { name: '暂存' }))
    await untilShown('王芬', '李明', '赵强')
    expect(save.sent.at(-1)).toMatchObject({ draft: { mobile: '13912345678', hireDate: '2021-04-01' } })
    expect(save.sent).toHaveLength(2)
    expect(screen.getByRole('textbox', { name: /入职日期/ })).toHaveProperty('value', '2021-04-01')
  })

  it('the same answer of two clerks is chosen between before anything is saved', async () => {
    const { user, list, save } = open(people, '/?row=2')
    await user.type(await screen.findByRole('textbox', { name: /手机号码/ }), '13912345678')
    list.put(2, { ...incomplete, mobile: '13700000000' })
    await user.click(screen.getByRole('button', { name: '暂存' }))
    const both = await screen.findByRole('alert', { name: '另一位经办人也修改了这些内容' })
    expect(within(both).getByText(/^最近一次由周敏于/)).toBeTruthy()
    expect(screen.getByText('1 项内容有冲突，请选择')).toBeTruthy()
    expect(save.sent).toHaveLength(1)
    await user.click(within(both).getByRole('radio', { name: /13700000000/ }))
    await user.click(within(both).getByRole('button', { name: '保存选择' }))
    await waitFor(() => expect(save.sent.at(-1)).toMatchObject({ draft: { mobile: '13700000000' } }))
    expect(screen.queryByRole('alert', { name: /另一位经办人/ })).toBeNull()
  })

  it('asks for the people in sight alone, and once', async () => {
    const { user, askedOf } = open(Array.from({ length: 450 }, (_, seed) => someone(`某${seed}`, seed)))
    await screen.findByText('某0')
    const inSight = Array.from({ length: 100 }, (_, at) => at + 1)
    expect(askedOf('PersonnelRows')).toEqual([{ id: 'd1', rowNos: inSight, who: false }])
    screen.getByRole('grid').focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(await screen.findByRole('region', { name: '某2 的申报' })).toBeTruthy()
    expect(askedOf('PersonnelRows')).toHaveLength(1)
  })

  it('asks for the sums once people are in sight', async () => {
    const list = new FakeList(people)
    const answers = list.answers.map((one) => (one.operation === 'PersonnelRows' ? { ...one, delay: 300 } : one))
    const { askedOf } = showPage(<ShownDesk />, { answers })
    await screen.findByRole('grid')
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(askedOf('PersonnelSums')).toEqual([])
    await untilShown('王芳', '李明', '赵强')
    await waitFor(() => expect(askedOf('PersonnelSums')).toHaveLength(1))
  })

  it('somebody else who has the number is found among those who are not in sight', async () => {
    const many = Array.from({ length: 300 }, (_, seed) => someone(`某${seed}`, seed))
    const { user } = open(many)
    await user.click(await screen.findByRole('button', { name: '逐人添加' }))
    await user.type(screen.getByRole('textbox', { name: /证件号码/ }), many[250]?.idNumber ?? '')
    expect(await screen.findByText(/与第251行相同/)).toBeTruthy()
  })

  it('those selected are removed after the question only', async () => {
    const { user, remove } = open()
    await untilShown('王芳', '李明', '赵强')
    await user.click(screen.getByRole('checkbox', { name: /第 1 行/ }))
    await user.click(screen.getByRole('checkbox', { name: /第 3 行/ }))
    await user.click(screen.getByRole('button', { name: '移出名单' }))
    const dialog = await screen.findByRole('dialog', { name: '将 2 人移出名单？' })
    expect(remove.sent).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '移出名单' }))
    await waitFor(() => expect(shownNames()).toEqual(['李明']))
    expect(remove.sent).toEqual([{ declarationId: 'd1', expectedRevision: 4, rowNos: [1, 3] }])
    expect(screen.queryByText(/已选/)).toBeNull()
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
