import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { AccountSessionsDocument } from './account.generated.ts'
import { AccountPage } from './account-page.tsx'
import { ChangePasswordDocument } from './change-password.generated.ts'
import { FirstPasswordPage } from './first-password-page.tsx'
import { ViewerDocument } from './viewer.generated.ts'
import type { ViewerKind } from './viewer-paths.ts'

function open(page: 'account' | 'first', stage: 'FULL' | 'MUST_CHANGE_PASSWORD', kind: ViewerKind = 'STAFF') {
  const viewer = {
    __typename: 'Viewer' as const,
    id: 'v1',
    kind,
    stage,
    displayName: '王审核',
    roles: [],
    duties: [],
    language: 'ZH_CN' as const,
    expiresAt: '2026-11-23T12:00:00Z',
    employerId: null,
    individualId: null,
  }
  const sessions = answer(AccountSessionsDocument, {
    viewer: {
      __typename: 'Viewer',
      id: 'v1',
      sessions: [true, false].map((current) => ({
        __typename: 'AccountSession' as const,
        id: String(current),
        current,
        userAgent: 'curl/8.0',
        createdAt: '2026-11-22T02:00:00Z',
        lastSeenAt: '2026-11-23T02:00:00Z',
      })),
    },
  })
  const change = answer(ChangePasswordDocument, ({ input }) => ({
    changePassword:
      input.newPassword === '123456'
        ? { __typename: 'PasswordRefused', reasons: ['RUN', 'COMMON'] }
        : input.currentPassword === 'wrong'
          ? { __typename: 'PasswordRefused', reasons: ['WRONG_CURRENT'] }
          : { __typename: 'PasswordChanged', viewer: { ...viewer, stage: 'FULL' } },
  }))
  const answers = [answer(ViewerDocument, { viewer }), sessions, change]
  const shown = showPage(page === 'account' ? <AccountPage /> : <FirstPasswordPage />, {
    answers,
    at: `/${page}`,
    path: `/${page}`,
  })
  return { ...shown, change }
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('one’s own account', () => {
  it('lists every device that is signed in, this one marked, and asks before signing all out', async () => {
    const { container, user } = open('account', 'FULL')
    const devices = await screen.findAllByRole('listitem')
    expect(devices).toHaveLength(2)
    expect(within(devices[0] as HTMLElement).getByText('本机')).toBeTruthy()
    expect(within(devices[1] as HTMLElement).queryByText('本机')).toBeNull()
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: '退出全部设备' }))
    expect(screen.getByRole('dialog').textContent).toContain('共 2 处登录')
  })

  it('changes the password only when both new ones agree, and says where a refused one is wrong', async () => {
    const { user, change } = open('account', 'FULL')
    const [current, next, again] = await Promise.all(
      ['当前密码', '新密码', '再输入一次新密码'].map((name) => screen.findByLabelText(name)),
    )
    const send = async (...texts: string[]) => {
      for (const [index, field] of [current, next, again].entries()) {
        if (!field) throw new Error('no field')
        await user.clear(field)
        await user.type(field, texts[index] ?? '')
      }
      await user.click(screen.getByRole('button', { name: '更换密码' }))
    }
    await send('wrong', '五个不同词语', '别的词语')
    expect(await screen.findByText('两次输入的新密码不一致')).toBeTruthy()
    expect(change.sent).toEqual([])
    await send('wrong', '五个不同词语', '五个不同词语')
    expect(await screen.findByText('当前密码不正确。')).toBeTruthy()
    expect(document.activeElement).toBe(current)
    await send('right', '五个不同词语', '五个不同词语')
    expect(await screen.findByText('密码已更换。其他设备上的登录已全部退出。')).toBeTruthy()
    expect(change.sent.at(-1)).toEqual({ input: { currentPassword: 'right', newPassword: '五个不同词语' } })
  })
})

describe('the first password', () => {
  it('is asked for without the initial one, says every reason against it, and opens the home', async () => {
    const { user, change, address } = open('first', 'MUST_CHANGE_PASSWORD', 'INSURED')
    const next = await screen.findByLabelText('新密码')
    expect(screen.queryByLabelText('当前密码')).toBeNull()
    await user.type(screen.getByLabelText(/^一次性验证码/), 'DEMO-2026')
    await user.type(next, '123456')
    await user.type(screen.getByLabelText('再输入一次新密码'), '123456')
    await user.click(screen.getByRole('button', { name: '更换密码' }))
    expect(await screen.findByText('不能是连续递增或递减的数字。 这个密码太常见，容易被猜中。')).toBeTruthy()
    for (const name of ['新密码', '再输入一次新密码']) {
      await user.clear(screen.getByLabelText(name))
      await user.type(screen.getByLabelText(name), '830617')
    }
    await user.click(screen.getByRole('button', { name: '更换密码' }))
    await vi.waitFor(() => expect(address()).toBe('/me'))
    expect(change.sent.at(-1)).toEqual({ input: { newPassword: '830617', oneTimeCode: 'DEMO-2026' } })
  })
})
