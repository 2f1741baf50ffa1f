import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { ChangePasswordDocument } from './change-password.generated.ts'
import { FirstPasswordPage } from './first-password-page.tsx'
import { ViewerDocument } from './viewer.generated.ts'

afterEach(cleanup)

function open() {
  const change = answer(ChangePasswordDocument, () => ({
    changePassword: { __typename: 'PasswordRefused', reasons: ['WRONG_CODE'] },
  }))
  const viewer = {
    __typename: 'Viewer' as const,
    id: 'a1',
    kind: 'INSURED' as const,
    stage: 'MUST_CHANGE_PASSWORD' as const,
    displayName: '张*',
    roles: [],
    duties: [],
    language: 'ZH_CN' as const,
    expiresAt: '2026-11-23T04:32:00Z',
    employerId: null,
    individualId: 'i1',
  }
  const who = answer(ViewerDocument, { viewer })
  return { ...showPage(<FirstPasswordPage />, { answers: [who, change] }), change }
}

describe('the first password of an insured person', () => {
  it('is not set without the one-time code, which the page explains', async () => {
    const { container, user, change } = open()
    await user.type(await screen.findByLabelText(/^新密码/), '704913')
    await user.type(screen.getByLabelText(/^再输入一次/), '704913')
    await user.click(screen.getByRole('button', { name: '更换密码' }))
    expect(await screen.findByText('请填写一次性验证码')).toBeTruthy()
    expect(change.sent).toEqual([])
    expect(screen.getByRole('heading', { name: '没有验证码？' })).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
  })

  it('goes with the code, and says at the code that it was wrong, keeping what was typed', async () => {
    const { user, change } = open()
    await user.type(await screen.findByLabelText(/^一次性验证码/), 'abcd-2345')
    await user.type(screen.getByLabelText(/^新密码/), '704913')
    await user.type(screen.getByLabelText(/^再输入一次/), '704913')
    await user.click(screen.getByRole('button', { name: '更换密码' }))
    expect(await screen.findByText(/验证码不正确或已失效/)).toBeTruthy()
    expect(change.sent).toEqual([{ input: { oneTimeCode: 'abcd-2345', newPassword: '704913' } }])
    expect(document.activeElement?.getAttribute('name')).toBe('oneTimeCode')
    expect((screen.getByLabelText(/^新密码/) as HTMLInputElement).value).toBe('704913')
  })
})
