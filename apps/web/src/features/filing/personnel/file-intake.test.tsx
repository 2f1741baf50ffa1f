import type { PersonnelDraft } from '@shebao/roster'
import { makeResidentId, seededRandom } from '@shebao/test-support'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { TakeRosterOverDocument } from './personnel.generated.ts'
import { SavePersonnelDocument } from './upload-list.generated.ts'
import type { SavePersonnelMutation } from './upload-list.generated.ts'
import type { Answer, Ask } from './roster-protocol.ts'
import { RosterSession } from './roster-session.ts'
import { FakeList, ShownDesk } from './testing/fake-list.tsx'

const idNumber = (seed: number) =>
  makeResidentId(seededRandom(seed), { sex: 'MALE', birthDate: '1990-05-06', region: '110101' })
const csv = `姓名,证件号码,手机号码\n王芳,${idNumber(1)},13812345678\n李明,12345,13912345678\n`
const file = (name: string, text: string) => new File([text], name, { type: 'text/csv' })

/** The file's own reader, in the page instead of beside it. */
class NearWorker {
  onmessage: ((event: { data: Answer }) => void) | undefined
  readonly #session = new RosterSession((data) => queueMicrotask(() => this.onmessage?.({ data })))
  postMessage(ask: Ask) {
    this.#session.handle(ask)
  }
  terminate() {
    this.onmessage = undefined
  }
}

type Saved = SavePersonnelMutation['savePersonnel']
const saved: Saved = {
  __typename: 'PersonnelSaved',
  revision: 5,
  finished: true,
  partsReceived: [1],
  declaration: { __typename: 'Declaration', id: 'd1', personnelRevision: 5, signedList: false },
}

function open(listed: readonly PersonnelDraft[] = [], outcome: Saved = saved, language: 'zh-CN' | 'en' = 'zh-CN') {
  vi.stubGlobal('Worker', NearWorker)
  const list = new FakeList(listed)
  const send = answer(SavePersonnelDocument, ({ input }) => {
    if (outcome.__typename === 'PersonnelSaved')
      for (const { rowNo, draft } of [input.rows].flat()) list.put(rowNo, draft as PersonnelDraft)
    return { savePersonnel: outcome }
  })
  return { ...showPage(<ShownDesk />, { answers: [...list.answers, send], language }), send }
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('an empty list', () => {
  it('begins with the people of the roster, and says what remains to be filled in', async () => {
    const list = new FakeList([])
    const take = answer(TakeRosterOverDocument, () => {
      list.put(2, { name: '王芳', idNumber: idNumber(1) })
      return { takeRosterOver: saved }
    })
    const { user } = showPage(<ShownDesk />, { answers: [...list.answers, take], language: 'zh-CN' })
    await user.click(await screen.findByRole('button', { name: '从花名册带入 1 人' }))
    expect(await screen.findByText(/请填写每人上年度的工作月数和工资/)).toBeTruthy()
    expect(take.sent).toEqual([{ declarationId: 'd1', expectedRevision: 4 }])
  })
})

describe('a file of people', () => {
  it('is read, says row by row what is wrong, and is saved as the list', async () => {
    const { container, user, send, askedOf } = open()
    await user.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), file('名单.csv', csv))
    expect(await screen.findByRole('heading', { name: '读取结果' })).toBeTruthy()
    expect(screen.getByText('2 人')).toBeTruthy()
    const problems = screen.getByRole('region', { name: '需要更正之处' })
    expect(within(problems).getAllByRole('row', { name: /^3 证件号码/ })).toHaveLength(1)
    expect((screen.getByRole('combobox', { name: '对应项目: 手机号码' }) as HTMLSelectElement).value).toBe('mobile')
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: /^保存这份名单（2 人/ }))
    expect(await screen.findByText('名单已保存，共 2 人。')).toBeTruthy()
    expect(send.sent).toMatchObject([
      { input: { declarationId: 'd1', expectedRevision: 4, mode: 'REPLACE', part: 1, ofParts: 1 } },
    ])
    expect(askedOf('PersonnelCounts')).toHaveLength(2)
    expect(screen.getByRole('grid', { name: '职工名单，共 2 人' })).toBeTruthy()
  })

  it('a column can be taken for something else, and the result follows', async () => {
    const { user } = open()
    await user.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), file('名单.csv', csv))
    await user.selectOptions(await screen.findByRole('combobox', { name: '对应项目: 手机号码' }), '不使用此列')
    expect(await screen.findByText(/没有找到以下必填列：.*手机号码/)).toBeTruthy()
  })

  it('takes the place of a list that is there only after the question; or adds to it', async () => {
    const { user, send } = open([{ name: '赵强' }])
    await user.upload(await screen.findByLabelText('读入表格文件', { selector: 'input' }), file('名单.csv', csv))
    await user.click(await screen.findByRole('button', { name: /^保存这份名单/ }))
    const dialog = screen.getByRole('dialog', { name: '用新名单替换现有名单？' })
    expect(dialog.textContent).toContain('现有 1 人将全部由新读入的 2 人取代')
    expect(send.sent).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '只更新同行号的人员' }))
    expect(await screen.findByText('名单已保存，共 2 人。')).toBeTruthy()
    expect(send.sent).toMatchObject([{ input: { mode: 'MERGE' } }])
  })

  it('is not saved when the office refuses, stays as it was read, and says why', async () => {
    const { user } = open([], { __typename: 'PersonnelRefused', code: 'ALREADY_SUBMITTED', rows: [] })
    await user.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), file('名单.csv', csv))
    await user.click(await screen.findByRole('button', { name: /^保存这份名单/ }))
    expect(await screen.findByText('申报已经提交，名单不能再改。如需更改，请先撤回申报。')).toBeTruthy()
    expect(screen.getByRole('heading', { name: '读取结果' })).toBeTruthy()
  })

  it('stays when Back leads to the list, and can be gone back to', async () => {
    const { user, back } = open([{ name: '赵强' }])
    await user.upload(await screen.findByLabelText('读入表格文件', { selector: 'input' }), file('名单.csv', csv))
    await screen.findByRole('heading', { name: '读取结果' })
    await back()
    expect(screen.getByRole('grid', { name: '职工名单，共 1 人' })).toBeTruthy()
    expect(screen.getByText('已读取的文件“名单.csv”还没有保存。')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '回到读取结果' }))
    expect(await screen.findByText('2 人')).toBeTruthy()
    await back()
    await user.click(screen.getByRole('button', { name: '放弃该文件' }))
    expect(screen.queryByText(/还没有保存/)).toBeNull()
  })

  it('says what it is, what was odd, each hint and each row that is nobody', async () => {
    const { container, user } = open()
    const odd = `${csv}"赵强,${idNumber(3)},13712345678\n制表人：某某\n`
    await user.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), file('名单.csv', odd))
    expect(await screen.findByText('名单.csv：文本表格（CSV），UTF-8 编码')).toBeTruthy()
    expect(screen.getByText(/^第 4 行“姓名”列的引号没有成对/)).toBeTruthy()
    expect(screen.getByText('第 5 行（说明、签章或无法认作人员）：制表人：某某')).toBeTruthy()
    expect(screen.getByText('3 人')).toBeTruthy()
    // A text file has no sheets to name.
    expect(screen.getByText(/^表头在第 1 行，共 4 行。/)).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
  })

  it.each([
    ['zh-CN', '选择文件', /文件“空\.csv”是空的/, '换一个文件'],
    ['en', 'Choose a file', /空\.csv/, 'Choose another file'],
  ] as const)('that cannot be read is named with what to do (%s)', async (language, choose, problem, another) => {
    const { user } = open([], saved, language)
    await user.upload(await screen.findByLabelText(choose, { selector: 'input' }), file('空.csv', ''))
    expect(await screen.findByText(problem)).toBeTruthy()
    expect(screen.getByRole('button', { name: another })).toBeTruthy()
  })
})
