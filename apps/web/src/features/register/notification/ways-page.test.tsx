import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import {
  ConfirmAddressDocument,
  RequestAddressCodeDocument,
  SwitchChannelDocument,
  WaysToBeToldDocument,
} from './ways.generated.ts'
import type {
  ConfirmAddressMutationVariables,
  RequestAddressCodeMutationVariables,
  WaysToBeToldQuery,
} from './ways.generated.ts'
import { WaysPage } from './ways-page.tsx'

type Way = WaysToBeToldQuery['waysToBeTold'][number]

const changed = { __typename: 'ContactChanged' as const }
const refused = (reason: 'NO_ADDRESS' | 'WRONG_CODE') => ({ __typename: 'ContactRefused' as const, reason })

function open(available = true) {
  const way = (channel: Way['channel']): Way => ({
    __typename: 'WayToBeTold',
    channel,
    available,
    on: true,
    own: null,
    registered: channel === 'SMS' ? '137****1234' : null,
    pending: null,
  })
  const ways = [way('EMAIL'), way('SMS')]
  const [email, sms] = ways
  const read = answer(WaysToBeToldDocument, () => ({ waysToBeTold: ways.map((one) => ({ ...one })) }))
  const request = answer(RequestAddressCodeDocument, ({ address }: RequestAddressCodeMutationVariables) => {
    if (!address.includes('@')) return { requestAddressCode: refused('NO_ADDRESS') }
    if (email) email.pending = 'w***@example.com'
    return { requestAddressCode: changed }
  })
  const confirm = answer(ConfirmAddressDocument, ({ code }: ConfirmAddressMutationVariables) => {
    if (code !== '123456') return { confirmAddress: refused('WRONG_CODE') }
    if (email) Object.assign(email, { own: email.pending, pending: null })
    return { confirmAddress: changed }
  })
  const turn = answer(SwitchChannelDocument, ({ on }) => {
    if (sms) sms.on = on
    return { switchChannel: changed }
  })
  return showPage(<WaysPage />, {
    answers: [read, request, confirm, turn],
    viewer: clerk,
    at: '/employer/inbox/settings',
  })
}
const part = async (name: string) => within(await screen.findByRole('region', { name }))

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('how somebody is told', () => {
  it('takes an address by the code that was sent there, and keeps what was typed when it is none', async () => {
    const { user } = open()
    const email = await part('电子邮件')
    await user.click(email.getByRole('button', { name: /添加/ }))
    await user.type(email.getByRole('textbox', { name: '电子邮件地址' }), 'wang')
    await user.click(email.getByRole('button', { name: '发送验证码' }))
    expect((await email.findByRole('alert')).textContent).toContain('这不是一个电子邮件地址')
    expect(email.getByRole('textbox', { name: '电子邮件地址' })).toHaveProperty('value', 'wang')
    await user.type(email.getByRole('textbox', { name: '电子邮件地址' }), '@example.com')
    await user.click(email.getByRole('button', { name: '发送验证码' }))
    await user.type(await email.findByRole('textbox', { name: '验证码' }), '000000')
    expect(await axeFindings()).toEqual([])
    await user.click(email.getByRole('button', { name: '确认' }))
    expect((await email.findByRole('alert')).textContent).toContain('验证码不对')
    await user.clear(email.getByRole('textbox', { name: '验证码' }))
    await user.type(email.getByRole('textbox', { name: '验证码' }), '123456')
    await user.click(email.getByRole('button', { name: '确认' }))
    expect(await email.findByText('发送到 w***@example.com')).toBeTruthy()
    expect(email.getByRole('status').textContent).toContain('已确认')
  })

  it('is switched off, and says that the inbox stays', async () => {
    const { user } = open()
    const sms = await part('短信')
    expect(sms.getByText('发送到登记的手机号 137****1234')).toBeTruthy()
    await user.click(sms.getByRole('switch', { name: '通过短信通知我' }))
    expect((await sms.findByRole('status')).textContent).toContain('通知仍在站内保留')
    await waitFor(() => expect(sms.getByRole('switch')).toHaveProperty('checked', false))
  })

  it('says what the office has not set up', async () => {
    open(false)
    expect(await screen.findAllByText('经办机构没有开通这种方式。')).toHaveLength(2)
    expect(screen.queryByRole('button')).toBeNull()
  })
})
