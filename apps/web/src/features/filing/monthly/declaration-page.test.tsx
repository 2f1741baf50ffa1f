import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { axeFindings } from '../../../shared/testing/show-page.tsx'
import { anIssue, head, stopRow } from './testing/monthly-office.ts'
import { openDeclaration as open } from './testing/open-declaration.tsx'

afterEach(() => {
  cleanup()
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

const note = {
  __typename: 'MonthlyNote',
  id: 'n1',
  version: 1,
  path: 'change[1].leaveDate',
  text: '缺离职证明',
  state: 'OPEN',
  row: 1,
  answer: null,
} as const

describe('the list', () => {
  it('says of each row what is wrong and what would be right, where it came back, and what follows', async () => {
    const { container, user, remove, answered } = open({
      given: () => ({
        state: 'RETURNED',
        version: 1,
        notes: [note],
        counts: { ...head().counts, withErrors: 1 },
      }),
      rows: () => [stopRow({ issues: [anIssue()] })],
    })
    const row = await screen.findByRole('row', { name: /王芳/ })
    expect(within(row).getByText(/最后应缴所属期.*2026-11/)).toBeTruthy()
    expect(within(row).getByText('退回意见：缺离职证明')).toBeTruthy()
    expect(within(row).getByText('2026年11月25日前报送失业人员名单')).toBeTruthy()
    expect(screen.getByRole('link', { name: '第 1 行 · 离职日期' })).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    const notes = screen.getByRole('region', { name: '经办机构的退回意见' })
    expect(within(notes).getByText('待处理')).toBeTruthy()
    await user.click(within(notes).getByRole('button', { name: '书面答复' }))
    await user.type(await within(notes).findByRole('textbox', { name: /答复/ }), '证明已附')
    await user.click(within(notes).getByRole('button', { name: '保存答复' }))
    await waitFor(() =>
      expect(answered.sent).toEqual([{ input: { declarationId: 'm1', noteId: 'n1', answer: '证明已附', was: '' } }]),
    )
    await user.click(within(row).getByRole('button', { name: '删除王芳的变动' }))
    await user.click(await screen.findByRole('button', { name: '删除' }))
    await waitFor(() => expect(remove.sent).toEqual([{ declarationId: 'm1', expectedRevision: 3, rowNos: [1] }]))
  })

  it('offers what to do first where nothing is in it', async () => {
    open({ rows: () => [], given: () => ({ counts: { ...head().counts, changes: 0, stops: 0 } }) })
    expect(await screen.findByText(/这个月不用申报/)).toBeTruthy()
  })

  it('moves to the open month when its own has closed, and says why it cannot', async () => {
    const { user } = open({ at: 'late' })
    expect(await screen.findByText('2026年11月的截止日已过')).toBeTruthy()
    expect(screen.queryByRole('link', { name: '核对并提交' })).toBeNull()
    await user.click(screen.getByRole('button', { name: '移到2026年12月继续' }))
    expect((await screen.findByRole('alert')).textContent).toContain('2026年12月已有自己的申报')
  })

  it('is taken back before its review, once that is asked for', async () => {
    const receipt = {
      __typename: 'DeclarationVersion',
      id: 'v1',
      version: 1,
      formNo: 'YB202611-1101110011-R0-01',
      people: 1,
      contentHash: 'abc',
      verifyCode: null,
      submittedAt: '2026-11-12T02:00:00Z',
    } as const
    const { user, withdraw } = open({
      given: () => ({ state: 'SUBMITTED', editable: false, version: 1, receipt, actions: ['WITHDRAW'] }),
    })
    await user.click(await screen.findByRole('button', { name: '撤回' }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('YB202611-1101110011-R0-01')
    await user.click(within(dialog).getByRole('button', { name: '撤回' }))
    await waitFor(() => expect(withdraw.sent).toEqual([{ declarationId: 'm1', decidedOn: 'k1' }]))
  })
})
