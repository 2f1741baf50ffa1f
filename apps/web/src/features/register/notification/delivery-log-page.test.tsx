import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { DeliveryLogDocument, NotificationChannelsDocument, ResendDeliveryDocument } from './delivery-log.generated.ts'
import type { DeliveryLogQuery, DeliveryLogQueryVariables, ResendDeliveryMutation } from './delivery-log.generated.ts'
import { DeliveryLogPage } from './delivery-log-page.tsx'

type Line = DeliveryLogQuery['deliveryLog']['edges'][number]['node']
const delivery = (state: 'SENT' | 'GIVEN_UP'): Line['deliveries'][number] => ({
  __typename: 'NotificationDelivery',
  id: `d-${state}`,
  channel: state === 'SENT' ? 'SMS' : 'EMAIL',
  state,
  attempts: state === 'SENT' ? 1 : 7,
  nextAttemptAt: null,
  address: state === 'SENT' ? '138****2222' : 'l***@unit.example',
  reason: state === 'SENT' ? null : 'UNREACHABLE',
  sentAt: state === 'SENT' ? '2026-11-23T02:33:00Z' : null,
})
const line: Line = {
  __typename: 'DeliveryLogLine',
  id: 'n1',
  kind: 'DECLARATION_RETURNED',
  at: '2026-11-23T02:32:00Z',
  readAt: null,
  readerKind: 'EMPLOYER',
  reader: '示例单位',
  deliveries: [delivery('GIVEN_UP'), delivery('SENT')],
}

function open(
  role: 'ADMINISTRATOR' | 'AUDITOR',
  at = '/staff/delivery-log',
  outcome: 'AGAIN' | 'SECRET_GONE' = 'AGAIN',
) {
  const log = answer(DeliveryLogDocument, ({ state }: DeliveryLogQueryVariables) => ({
    deliveryLog: {
      __typename: 'DeliveryLogConnection' as const,
      edges: state === 'WAITING' ? [] : [{ __typename: 'DeliveryLogEdge' as const, node: line }],
      pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null },
    },
  }))
  const standing = { __typename: 'ChannelStanding' as const, waiting: 2, givenUp: 1 }
  const channels = answer(NotificationChannelsDocument, {
    notificationChannels: [
      { ...standing, channel: 'EMAIL', means: 'SMTP' },
      { ...standing, channel: 'SMS', means: 'OFF' },
    ],
  })
  const again = { ...delivery('GIVEN_UP'), state: 'WAITING' as const, attempts: 0, reason: null }
  const result: ResendDeliveryMutation['resendDelivery'] =
    outcome === 'AGAIN'
      ? { __typename: 'DeliverySentAgain', delivery: again }
      : { __typename: 'DeliveryNotSentAgain', reason: outcome, delivery: delivery('GIVEN_UP') }
  const resend = answer(ResendDeliveryDocument, { resendDelivery: result })
  return showPage(<DeliveryLogPage />, { answers: [log, channels, resend], viewer: staffWith(role), at })
}

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('the delivery log', () => {
  it('says who was told what and what did not arrive, and which channel is off', async () => {
    open('AUDITOR')
    const row = await screen.findByRole('row', { name: /示例单位/ })
    expect(row.textContent).toContain('申报被退回')
    expect(row.textContent).toContain('没有应答')
    expect(row.textContent).toContain('l***@unit.example')
    await waitFor(() => expect(document.body.textContent).toContain('未设置，不发送'))
    expect(screen.queryByRole('button', { name: /重新发送/ })).toBeNull()
    expect(await axeFindings()).toEqual([])
  })

  it('lets an administrator send again, and says what came of it', async () => {
    const { user, askedOf } = open('ADMINISTRATOR')
    await user.click(await screen.findByRole('button', { name: /重新发送: 电子邮件/ }))
    expect(await screen.findByText('已重新列入发送。')).toBeTruthy()
    expect(askedOf('ResendDelivery')).toEqual([{ id: 'd-GIVEN_UP' }])
    expect(screen.queryByRole('button', { name: /重新发送: 电子邮件/ })).toBeNull()
    cleanup()
    const refused = open('ADMINISTRATOR', '/staff/delivery-log', 'SECRET_GONE')
    await refused.user.click(await screen.findByRole('button', { name: /重新发送: 电子邮件/ }))
    expect(await screen.findByText(/只发送一次/)).toBeTruthy()
  })

  it('is looked through for one unit, within what is chosen, and the address says so', async () => {
    const { user, address, askedOf } = open('AUDITOR', '/staff/delivery-log?state=SENT')
    await user.type(await screen.findByRole('textbox', { name: '单位名称或工号' }), ' 示例单位 ')
    await user.click(screen.getByRole('button', { name: '查找' }))
    await waitFor(() =>
      expect(askedOf('DeliveryLog').at(-1)).toMatchObject({ state: 'SENT', reader: '示例单位', after: null }),
    )
    expect(new URL(address(), 'http://x').searchParams.get('reader')).toBe('示例单位')
  })

  it('says so where nothing is of the kind that was chosen', async () => {
    const { user, address } = open('AUDITOR', '/staff/delivery-log?state=WAITING')
    expect(await screen.findByText('没有符合筛选条件的内容')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: '清除筛选' }))
    expect(address()).toBe('/staff/delivery-log')
  })
})
