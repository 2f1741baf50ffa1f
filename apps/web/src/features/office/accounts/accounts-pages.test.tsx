import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { StaffAccountPage } from './account-page.tsx'
import {
  CreateStaffAccountDocument,
  EndStaffAccountDocument,
  IssueStaffLinkDocument,
  StaffAccountDocument,
} from './accounts.generated.ts'
import type { StaffAccountFactsFragment } from './accounts.generated.ts'
import { NewAccountPage } from './new-account-page.tsx'

afterEach(cleanup)

const account: StaffAccountFactsFragment = {
  __typename: 'StaffAccount',
  id: 's2',
  staffNo: 'QD0002',
  displayName: '李复核',
  state: 'ACTIVE',
  mine: false,
  secondFactor: true,
  lastSignInAt: null,
  openLinkUntil: null,
  roles: [{ __typename: 'HeldRole', role: 'REVIEWER', from: '2026-01-01', to: null }],
}
const link = {
  __typename: 'OneTimeLink' as const,
  purpose: 'STAFF_ACTIVATION' as const,
  code: 'AAAA-BBBB',
  url: 'https://office.example/activate#AAAABBBB',
  expiresAt: '2026-12-06T08:00:00Z',
  emailed: false,
}
const history = {
  __typename: 'AccountHistoryConnection' as const,
  edges: [],
  pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null },
}

describe('a new staff account', () => {
  const open = (outcome: 'DONE' | 'TAKEN') =>
    showPage(<NewAccountPage />, {
      viewer: staffWith('ADMINISTRATOR'),
      answers: [
        answer(CreateStaffAccountDocument, {
          createStaffAccount:
            outcome === 'DONE'
              ? { __typename: 'StaffAccountDone', account, link }
              : { __typename: 'StaffAccountRefused', reason: 'STAFF_NO_TAKEN' },
        }),
      ],
    })
  const fill = async ({ user }: ReturnType<typeof open>) => {
    await user.type(await screen.findByLabelText('工号'), 'QD0002')
    await user.type(screen.getByLabelText('姓名'), '李复核')
    await user.selectOptions(screen.getByLabelText('角色'), '复核')
    await user.click(screen.getByRole('button', { name: '建立账户' }))
  }

  it('is not sent before every field is right, and each says what is wrong', async () => {
    const page = open('DONE')
    await page.user.type(await screen.findByLabelText('工号'), '1')
    await page.user.click(screen.getByRole('button', { name: '建立账户' }))
    for (const wrong of ['请填写 2 至 20 位字母或数字', '请填写 2 至 40 字的姓名', '请选择角色'])
      expect(screen.getByText(wrong)).toBeTruthy()
    expect(page.askedOf('CreateStaffAccount')).toEqual([])
  })

  it('comes with its link, shown this once', async () => {
    const page = open('DONE')
    await fill(page)
    expect(await screen.findByText(link.url)).toBeTruthy()
    expect(screen.getByText('AAAA-BBBB')).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it('with a number that somebody has keeps what was typed', async () => {
    const page = open('TAKEN')
    await fill(page)
    expect(await screen.findByText('该工号已有账户。')).toBeTruthy()
    expect((screen.getByLabelText('姓名') as HTMLInputElement).value).toBe('李复核')
  })
})

describe('a staff account', () => {
  const open = (given: Partial<StaffAccountFactsFragment> = {}) =>
    showPage(<StaffAccountPage />, {
      viewer: staffWith('ADMINISTRATOR'),
      at: '/staff/accounts/s2',
      path: '/staff/accounts/:id',
      answers: [
        answer(StaffAccountDocument, { staffAccount: { ...account, ...given, history } }),
        answer(IssueStaffLinkDocument, { issueStaffLink: { __typename: 'StaffAccountDone', account, link } }),
        answer(EndStaffAccountDocument, {
          endStaffAccount: { __typename: 'StaffAccountRefused', reason: 'LAST_ADMINISTRATOR' },
        }),
      ],
    })

  it('gets a new link only after what that does is confirmed', async () => {
    const { user, askedOf } = open()
    await user.click(await screen.findByRole('button', { name: '重置密码（发给链接）' }))
    expect(askedOf('IssueStaffLink')).toEqual([])
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '重置密码（发给链接）' }))
    expect(await screen.findByText(link.url)).toBeTruthy()
    expect(askedOf('IssueStaffLink')).toEqual([{ accountId: 's2' }])
  })

  it('is ended with a reason, unless it is the last administrator’s', async () => {
    const { user, askedOf } = open()
    await user.click(await screen.findByRole('button', { name: '终止账户' }))
    const dialog = within(screen.getByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: '终止账户' }))
    expect(dialog.getByText('请填写 4 至 500 字的原因')).toBeTruthy()
    expect(askedOf('EndStaffAccount')).toEqual([])
    await user.type(dialog.getByLabelText('原因'), '调离本单位')
    await user.click(dialog.getByRole('button', { name: '终止账户' }))
    expect(await screen.findByText(/最后一名可登录/)).toBeTruthy()
  })

  it('of one’s own offers nothing to do', async () => {
    open({ mine: true })
    expect(await screen.findByText(/须由另一名系统管理员变更/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '终止账户' })).toBeNull()
    expect(await axeFindings()).toEqual([])
  })
})
