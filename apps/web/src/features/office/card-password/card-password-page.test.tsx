import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { GraphQLError } from 'graphql'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { outlook, step } from '../../../shared/testing/procedure.ts'
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
  procedure: [step('CONFIRM', { standing: mine ? 'SAME_PERSON' : 'NOT_PERMITTED' })],
  reason: '忘记密码',
  requesterName: '李经办',
  mine,
  requestedAt: '2026-11-23T02:32:00Z',
  expiresAt: '2026-11-23T04:32:00Z',
})

const letter = {
  ...masked,
  id: 'r2',
  delivery: 'WINDOW' as const,
  expiresAt: '2026-11-23T14:32:00Z',
  printedAt: null,
}

function open(roles: ('OFFICER' | 'REVIEWER')[], mine = false) {
  let settled = false
  const list = answer(CardPasswordResetsDocument, () => ({
    cardPasswordOutlook: outlook(),
    cardPasswordResets: settled ? [] : [waiting(mine)],
    cardPasswordLetters: settled ? [letter] : [],
  }))
  const request = answer(RequestCardPasswordResetDocument, ({ input }) => {
    if (input.idNumber.startsWith('9'))
      throw new GraphQLError('Too many', { extensions: { code: 'TOO_MANY_REQUESTS' } })
    return {
      requestCardPasswordReset: input.idNumber.startsWith('0')
        ? { __typename: 'CardPasswordResetRefused', reason: 'NO_SUCH_PERSON' }
        : { __typename: 'CardPasswordResetRequested', reset: masked },
    }
  })
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
    expect(screen.getByText('请选择送达方式')).toBeTruthy()
    expect(screen.getByText('未核验本人证件的，不得办理')).toBeTruthy()
    expect(request.sent).toEqual([])
  })

  it('is requested, says for whom, and empties the form; a number nobody has is named', async () => {
    const { user, request } = open(['OFFICER'])
    const number = screen.getByRole('textbox', { name: /身份证件号码/ })
    await user.type(number, '000000')
    await user.type(screen.getByRole('textbox', { name: /办理原因/ }), '忘记密码')
    await user.selectOptions(screen.getByRole('combobox', { name: /送达方式/ }), 'POST')
    await user.type(screen.getByRole('textbox', { name: /本人住址/ }), '北京市东城区示范胡同7号')
    await user.click(screen.getByRole('checkbox', { name: /人证一致/ }))
    await user.click(screen.getByRole('button', { name: '提交复核' }))
    expect(await screen.findByText('参保登记中没有这个证件号码，请核对。')).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(number))
    await user.clear(number)
    await user.type(number, '999999')
    await user.click(screen.getByRole('button', { name: '提交复核' }))
    expect(await screen.findByText(/请在 15 分钟后再查/)).toBeTruthy()
    await user.clear(number)
    await user.type(number, '110101199005060016')
    await user.click(screen.getByRole('button', { name: '提交复核' }))
    expect(await screen.findByText(/已受理 王\*（110•••••0016）的申请/)).toBeTruthy()
    expect(request.sent.at(-1)).toEqual({
      input: {
        idNumber: '110101199005060016',
        reason: '忘记密码',
        idShown: true,
        delivery: 'POST',
        address: '北京市东城区示范胡同7号',
      },
    })
    expect((number as HTMLInputElement).value).toBe('')
  })

  it('is confirmed by a second person, after the question, and leaves the list', async () => {
    const { container, user, confirm } = open(['REVIEWER'])
    expect(await axeFindings(container)).toEqual([])
    await user.click(await screen.findByRole('button', { name: '复核确认' }))
    const dialog = screen.getByRole('dialog', { name: '确认 王* 的申请？' })
    expect(confirm.sent).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '复核确认' }))
    expect(await screen.findByText(/王\*（110•••••0016）可以首次登录/)).toBeTruthy()
    expect(await screen.findByText('没有待复核的申请。')).toBeTruthy()
    expect(confirm.sent).toEqual([{ id: 'r1', decidedOn: 'OPEN.2' }])
  })

  it('then has its letter made, once for each press, and says when that cannot be', async () => {
    const asked: string[] = []
    let status = 200
    vi.stubGlobal('fetch', async (path: string, { method }: { method: string }) => {
      asked.push(`${method} ${path}`)
      return new Response(status === 200 ? new Blob(['%PDF-']) : '{}', { status })
    })
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:letter' }))
    const { container, user } = open(['REVIEWER'])
    await user.click(await screen.findByRole('button', { name: '复核确认' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '复核确认' }))
    const make = await screen.findByRole('button', { name: '生成信函' })
    await user.click(make)
    expect((await screen.findByRole('link', { name: '打开信函（PDF）' })).getAttribute('href')).toBe('blob:letter')
    expect(asked).toEqual(['POST /card-passwords/r2/letter'])
    expect(await axeFindings(container)).toEqual([])
    status = 404
    await user.click(make)
    expect(await screen.findByText('该申请的信函已不能生成，请重新受理。')).toBeTruthy()
    expect(screen.queryByRole('link', { name: '打开信函（PDF）' })).toBeNull()
  })

  it('has no button for who took it, nor for an officer', async () => {
    open(['REVIEWER'], true)
    expect(await screen.findByText('您已办理前面的步骤，“确认”须由他人办理：周复核（复核）。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '复核确认' })).toBeNull()
    cleanup()
    open(['OFFICER'])
    expect(await screen.findByText('“确认”由周复核（复核）办理。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '复核确认' })).toBeNull()
  })
})
