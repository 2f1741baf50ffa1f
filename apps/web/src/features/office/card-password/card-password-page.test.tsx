import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import {
  CardPasswordResetsDocument,
  ConfirmCardPasswordResetDocument,
  RequestCardPasswordResetDocument,
} from './card-password.generated.ts'
import { CardPasswordPage } from './card-password-page.tsx'

const masked = {
  __typename: 'CardPasswordReset' as const,
  mark: 'OPEN.2',
  id: 'r1',
  idMasked: '110•••••0016',
  nameMasked: '王*',
}
const waiting = (mine: boolean) => ({
  ...masked,
  reason: '忘记密码',
  requesterName: '李经办',
  mine,
  requestedAt: '2026-11-23T02:32:00Z',
  expiresAt: '2026-11-23T04:32:00Z',
})

function open(roles: ('OFFICER' | 'REVIEWER')[], mine = false) {
  let settled = false
  const list = answer(CardPasswordResetsDocument, () => ({ cardPasswordResets: settled ? [] : [waiting(mine)] }))
  const request = answer(RequestCardPasswordResetDocument, ({ input }) => ({
    requestCardPasswordReset: input.idNumber.startsWith('0')
      ? { __typename: 'CardPasswordResetRefused', reason: 'NO_SUCH_PERSON' }
      : { __typename: 'CardPasswordResetRequested', reset: masked },
  }))
  const confirm = answer(ConfirmCardPasswordResetDocument, () => {
    settled = true
    return { confirmCardPasswordReset: { __typename: 'CardPasswordResetDone', reset: masked } }
  })
  const shown = showPage(<CardPasswordPage />, { answers: [list, request, confirm], viewer: { roles } })
  return { ...shown, request, confirm }
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('a card password at the window', () => {
  it('is not asked for before number, reason and the person’s own paper are there', async () => {
    const { user, request } = open(['OFFICER'])
    await user.click(screen.getByRole('button', { name: '提交复核' }))
    expect(await screen.findByText('请输入完整的证件号码')).toBeTruthy()
    expect(screen.getByText('请填写 4 至 200 字的原因')).toBeTruthy()
    expect(screen.getByText('未核验本人证件的，不得办理')).toBeTruthy()
    expect(request.sent).toEqual([])
  })

  it('is requested, says for whom, and empties the form; a number nobody has is named', async () => {
    const { user, request } = open(['OFFICER'])
    const number = screen.getByRole('textbox', { name: /身份证件号码/ })
    await user.type(number, '000000')
    await user.type(screen.getByRole('textbox', { name: /办理原因/ }), '忘记密码')
    await user.click(screen.getByRole('checkbox', { name: /人证一致/ }))
    await user.click(screen.getByRole('button', { name: '提交复核' }))
    expect(await screen.findByText('参保登记中没有这个证件号码，请核对。')).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(number))
    await user.clear(number)
    await user.type(number, '110101199005060016')
    await user.click(screen.getByRole('button', { name: '提交复核' }))
    expect(await screen.findByText(/已受理 王\*（110•••••0016）的重置申请/)).toBeTruthy()
    expect(request.sent.at(-1)).toEqual({
      input: { idNumber: '110101199005060016', reason: '忘记密码', idShown: true },
    })
    expect((number as HTMLInputElement).value).toBe('')
  })

  it('is confirmed by a second person, after the question, and leaves the list', async () => {
    const { container, user, confirm } = open(['REVIEWER'])
    expect(await axeFindings(container)).toEqual([])
    await user.click(await screen.findByRole('button', { name: '复核并重置' }))
    const dialog = screen.getByRole('dialog', { name: '重置 王* 的密码？' })
    expect(confirm.sent).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '复核并重置' }))
    expect(await screen.findByText(/王\*（110•••••0016）的密码已恢复为初始密码/)).toBeTruthy()
    expect(await screen.findByText('没有待复核的申请。')).toBeTruthy()
    expect(confirm.sent).toEqual([{ id: 'r1', decidedOn: 'OPEN.2' }])
  })

  it('has no button for who took it, nor for an officer', async () => {
    open(['REVIEWER'], true)
    expect(await screen.findByText('本人受理，须由他人复核')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '复核并重置' })).toBeNull()
    cleanup()
    open(['OFFICER'])
    expect(await screen.findByText('由复核人员或负责人确认')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '复核并重置' })).toBeNull()
  })
})
