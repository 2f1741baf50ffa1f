import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { ClerksPage } from './clerks-page.tsx'
import { ClerksDocument, InviteClerkDocument, RemoveClerkDocument } from './clerks.generated.ts'
import type { ClerkFactsFragment } from './clerks.generated.ts'

afterEach(cleanup)

const listed = (given: Partial<ClerkFactsFragment>): ClerkFactsFragment => ({
  __typename: 'Clerk',
  id: 'a1',
  clerkNo: 'JB000001',
  byEmployerNumber: false,
  displayName: '李经办',
  state: 'ACTIVE',
  duties: ['ADMINISTER', 'PREPARE', 'SUBMIT', 'PAY'],
  self: false,
  since: '2020-01-01',
  lastSignInAt: null,
  openLinkUntil: null,
  ...given,
})
const first = listed({ self: true, byEmployerNumber: true })
const invited = listed({
  id: 'a2',
  clerkNo: 'JB000002',
  displayName: '沈编制',
  state: 'WAITING',
  duties: ['PREPARE'],
  openLinkUntil: '2026-12-06T08:00:00Z',
})

function open(viewer = clerk) {
  const answers = [
    answer(ClerksDocument, { clerks: [first] }),
    answer(InviteClerkDocument, {
      inviteClerk: {
        __typename: 'ClerkDone',
        clerks: [first, invited],
        link: {
          __typename: 'OneTimeLink',
          purpose: 'CLERK_INVITATION',
          code: 'AAAA-BBBB',
          url: 'https://office.example/activate#AAAABBBB',
          expiresAt: '2026-12-06T08:00:00Z',
          emailed: false,
        },
      },
    }),
    answer(RemoveClerkDocument, { removeClerk: { __typename: 'ClerkRefused', reason: 'LAST_ADMINISTRATOR' } }),
  ]
  return showPage(<ClerksPage />, { answers, viewer })
}

describe('the clerks of an employer', () => {
  it('are invited: the link is shown once, and the clerk stands in the list', async () => {
    const { user, askedOf } = open()
    await user.click(await screen.findByRole('button', { name: '生成邀请链接' }))
    expect(screen.getByText('请填写 2 至 40 字的姓名')).toBeTruthy()
    await user.type(screen.getByLabelText('姓名'), '沈编制')
    await user.type(screen.getByLabelText('电子邮箱（可不填）'), 'nowhere')
    await user.click(screen.getByRole('button', { name: '生成邀请链接' }))
    expect(askedOf('InviteClerk')).toEqual([])
    await user.clear(screen.getByLabelText('电子邮箱（可不填）'))
    await user.click(screen.getByRole('button', { name: '生成邀请链接' }))
    expect(await screen.findByText('https://office.example/activate#AAAABBBB')).toBeTruthy()
    expect(askedOf('InviteClerk')).toEqual([{ input: { displayName: '沈编制', duties: ['PREPARE'], email: null } }])
    expect(within(screen.getByRole('table')).getByText('JB000002')).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it('keep their last administrator', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: '移除: 李经办' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '移除' }))
    expect(await screen.findByText(/最后一位能登录的管理员/)).toBeTruthy()
  })

  it('are only looked at by a clerk without the duty', async () => {
    open({ ...clerk, duties: ['PREPARE'] })
    expect(await screen.findByText('邀请办事员和变更职责由本单位管理员办理。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '生成邀请链接' })).toBeNull()
    expect(screen.queryByRole('columnheader', { name: '办理' })).toBeNull()
  })
})
