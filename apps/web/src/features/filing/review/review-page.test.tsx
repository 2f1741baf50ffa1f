import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { ReviewPage } from './review-page.tsx'
import { field, reviewOffice } from './testing/review-office.ts'
import type { Review } from './testing/review-office.ts'
// In the product they come a little later than their page.
import './confirm-step.tsx'
import './history-view.tsx'
import './note-form.tsx'
import './key-list.tsx'
import './refusal-text.tsx'
import './reveal-dialog.tsx'
import './paper-form.tsx'

function open(given: Partial<Review> = {}, { at = '/staff/declarations/d1', refuse = false } = {}) {
  const answers = reviewOffice(given, refuse)
  const page = <ReviewPage />
  return { ...showPage(page, { answers: Object.values(answers), at, path: '/staff/declarations/:id' }), ...answers }
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

describe('reviewing a declaration', () => {
  it('shows what differs from the register, marked, who recommended it, and who else is looking', async () => {
    const { container, user } = open()
    const row = await screen.findByRole('row', { name: /东单/ })
    expect(Array.from(row.querySelectorAll('mark'), ({ textContent }) => textContent)).toEqual(['东', '西'])
    expect(screen.queryByRole('row', { name: /甲公司/ })).toBeNull()
    expect(screen.getByText(/李经办于 .* 建议通过/)).toBeTruthy()
    expect(await screen.findByText(/赵复核自 .* 起正在查看/)).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('checkbox', { name: '只看不一致' }))
    expect(screen.getByRole('row', { name: /甲公司/ })).toBeTruthy()
  })

  it('of a version that came back shows each note beside what the unit did, at its field too', async () => {
    const noted = {
      __typename: 'StaffNote' as const,
      id: 'n1',
      version: 1,
      path: 'unit.bankAccountName',
      text: '与许可证不一致',
      authorName: '李经办',
      rowNow: null,
      answer: '许可证正在换发',
      settledIn: 2,
      settledBy: 'ANSWERED',
    }
    open({ version: 2, notes: [noted, { ...noted, id: 'n0', text: '更早的意见', settledIn: 1 }] })
    const panel = await screen.findByRole('region', { name: '上次退回意见及单位的处理（1 处）' })
    expect(panel.textContent).toContain('单位未更正，已书面答复 · 单位答复：许可证正在换发')
    expect(panel.textContent).not.toContain('更早的意见')
    // Not different from the register, and shown all the same: somebody is to look at it again.
    expect(screen.getByRole('row', { name: /第 1 版退回意见：与许可证不一致/ })).toBeTruthy()
  })

  it('goes back with its notes, each said at its place, and on to the next that nobody has open', async () => {
    const { user, sendBack, address } = open()
    const back = () => screen.getByRole('button', { name: /^退回补正/ })
    await screen.findByRole('row', { name: /东单/ })
    expect((back() as HTMLButtonElement).disabled).toBe(true)
    await user.click(screen.getByRole('button', { name: /^批注：/ }))
    await user.click(await screen.findByRole('button', { name: '请附证明材料说明。' }))
    await user.click(screen.getByRole('button', { name: '保存批注' }))
    expect(screen.getByText('本次批注 · 1 条批注')).toBeTruthy()
    await user.click(back())
    const dialog = screen.getByRole('dialog', { name: '退回补正' })
    expect(dialog.textContent).toContain('附 1 条批注')
    expect(dialog.textContent).toContain('第 2 版')
    await user.click(within(dialog).getByRole('button', { name: '退回' }))
    await waitFor(() => expect(address()).toBe('/staff/declarations/d3'))
    expect(sendBack.sent).toEqual([
      {
        input: { declarationId: 'd1', version: 1, decidedOn: 'UNDER_REVIEW.2' },
        notes: [{ path: 'unit.bankName', text: '请附证明材料说明。' }],
      },
    ])
    expect(sessionStorage.length).toBe(0)
  })

  it('keeps its notes when the page is left, and sends none twice', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: /^批注：/ }))
    await user.type(screen.getByRole('textbox', { name: /需要补正的内容/ }), '请更正')
    await user.click(screen.getByRole('button', { name: '保存批注' }))
    cleanup()
    open()
    expect(await screen.findByText('本次批注 · 1 条批注')).toBeTruthy()
  })

  it('is accepted after its consequence was read; a version that changed is refused by name', async () => {
    const { user, accept } = open({}, { refuse: true })
    await user.click(await screen.findByRole('button', { name: '核定通过' }))
    const dialog = screen.getByRole('dialog', { name: '核定通过' })
    expect(dialog.textContent).toContain('12 人，其中新增 1 人、减少 0 人')
    expect(await within(dialog).findByText('2026年7月 已有缴费通知单 JF2026070001，不再另发。')).toBeTruthy()
    expect(accept.sent).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '核定' }))
    expect(await screen.findByText('单位已提交新版本。请重新载入后再办理。')).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('offers no decision to who took part in it', async () => {
    open({ secondPersonNeeded: true })
    expect(await screen.findByText('您已参与审核，须由另一名复核人员核定。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '核定通过' })).toBeNull()
  })

  it('shows the people with sums first, and filters them by what changed', async () => {
    const { container, user, persons } = open({}, { at: '/staff/declarations/d1?tab=people' })
    const row = await screen.findByRole('row', { name: /王\*/ })
    expect(row.textContent).toContain('第 3 行')
    expect(row.textContent).toContain('+5.2%')
    expect(within(await screen.findByRole('row', { name: /^人数/ })).getByText('+1')).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: /^工资/ }))
    expect(await screen.findByText('没有符合条件的人员。')).toBeTruthy()
    expect(persons.sent.at(-1)).toMatchObject({ kind: 'WAGE', onlyDifferences: true, idNumber: null })
  })

  it('shows what is masked for a reason only', async () => {
    const { user, reveal } = open({ fields: [field('bankAccount', '•••• 1234', '•••• 9876', true)] })
    await user.click(await screen.findByRole('button', { name: /^显示.*的完整内容/ }))
    await user.click(await screen.findByRole('button', { name: '显示并记录' }))
    expect(await screen.findByText(/没有显示：请写明原因/)).toBeTruthy()
    expect(reveal.sent).toEqual([])
    await user.type(screen.getByRole('textbox', { name: /查看原因/ }), '核对账户')
    await user.click(screen.getByRole('button', { name: '显示并记录' }))
    expect(await screen.findByText('申报 13812345678')).toBeTruthy()
    expect(reveal.sent).toEqual([{ input: { declarationId: 'd1', path: 'bankAccount', reason: '核对账户' } }])
  })

  it('tells its course, and that there were no differences', async () => {
    open({}, { at: '/staff/declarations/d1?tab=history' })
    expect(await screen.findByText('申报时名单与花名册没有差异。')).toBeTruthy()
    const course = screen.getByRole('list', { name: '办理经过' })
    expect(within(course).getByText('开始审核')).toBeTruthy()
    expect(within(course).getByText('核定（另一名复核人员）')).toBeTruthy()
  })
})
