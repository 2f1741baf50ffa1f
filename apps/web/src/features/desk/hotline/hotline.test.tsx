import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import {
  CheckHotlineCallerDocument,
  HotlineDeskDocument,
  TakeHotlineCallDocument,
  WorkForHotlineCallerDocument,
  type CallOnDeskFragment,
} from './hotline.generated.ts'
import { HotlinePage } from './hotline-page.tsx'
import { TelephonePage } from './telephone-page.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const call: CallOnDeskFragment = {
  __typename: 'HotlineCall',
  id: 'h1',
  state: 'WITH_AGENT',
  callerMasked: '138****0001',
  language: 'zh-CN',
  wish: 'ACTIVATE',
  waitingSince: '2026-11-23T02:00:00Z',
  recorded: true,
  detailsNeeded: false,
  checksLeft: 3,
  proofs: [],
  card: null,
}

describe('the agents’ desk', () => {
  it('takes a call, checks with the keyboard alone, keeps what was typed, and activates', async () => {
    let mine: CallOnDeskFragment | null = null
    const desk = answer(HotlineDeskDocument, () => ({
      hotlineDesk: { __typename: 'HotlineDesk', waiting: mine ? [] : [call], mine },
    }))
    const take = answer(TakeHotlineCallDocument, () => {
      mine = call
      return { takeHotlineCall: call }
    })
    const check = answer(CheckHotlineCallerDocument, ({ name }) => {
      if (name !== '张三') return { checkHotlineCaller: { __typename: 'HotlineRefused', reason: 'NO_MATCH' } }
      mine = {
        ...call,
        proofs: ['NAME'],
        card: { __typename: 'Card', id: 'c1', mark: 'INACTIVE.3', numberMasked: 'A******78', status: 'INACTIVE' },
      }
      return { checkHotlineCaller: mine }
    })
    const work = answer(WorkForHotlineCallerDocument, {
      workForHotlineCaller: { __typename: 'Card', id: 'c1', status: 'NORMAL' },
    })
    const { container, user } = showPage(<HotlinePage />, {
      answers: [desk, take, check, work],
      viewer: { roles: ['OFFICER'] },
    })
    await user.click(await screen.findByRole('button', { name: '接听 138****0001 的来电' }))
    const name = await screen.findByRole('textbox', { name: '姓名' })
    await waitFor(() => expect(document.activeElement).toBe(name))
    expect(screen.queryByText(/A\*/)).toBeNull()
    expect(await axeFindings(container)).toEqual([])
    await user.keyboard('{Enter}')
    expect(screen.getByText('请填写“姓名”。')).toBeTruthy()
    await user.keyboard('李四{Enter}')
    expect(await screen.findByText(/不要告诉来电人哪一项不符/)).toBeTruthy()
    expect(name).toHaveProperty('value', '李四')
    await user.clear(name)
    await user.type(name, '张三{Enter}')
    await user.click(await screen.findByRole('button', { name: '启用社保卡' }))
    expect(await screen.findByText(/须先修改密码/)).toBeTruthy()
    expect(work.sent).toEqual([{ id: 'h1', deed: 'ACTIVATE', decidedOn: 'INACTIVE.3' }])
  })
})

const page = (step: string, body: string) =>
  `<vxml version="2.1" xmlns="http://www.w3.org/2001/vxml" xml:lang="zh-CN"><var name="call" expr="'h1'"/><var name="step" expr="'${step}'"/>
  <catch event="connection.disconnect.hangup"><submit next="/hotline/ended"/></catch><form id="step">${body}</form></vxml>`
const field = (says: string, items: string) =>
  `<field name="given"><grammar><rule id="keys">${items}</rule></grammar><prompt>${says}</prompt><filled><submit next="/hotline/answer"/></filled></field>`

describe('the simulated telephone', () => {
  it('plays the dialogue with its keys, and says when it may not', async () => {
    const pages = [
      '<vxml xmlns="http://www.w3.org/2001/vxml"><form id="begin"><block><submit next="/hotline/calls"/></block></form></vxml>',
      page('MENU', field('请选择', '<one-of><item>1</item></one-of>')),
      page('ID_NUMBER', field('请输入号码', '<item repeat="1-18"><ruleref uri="#key"/></item>')),
      page('END', '<block><prompt>再见</prompt><disconnect/></block>'),
    ]
    const sent: string[] = []
    vi.stubGlobal('fetch', async (at: string, { body }: { body?: URLSearchParams } = {}) => {
      sent.push(`${at} ${body?.toString() ?? ''}`)
      const next = pages.shift()
      return new Response(next ?? '', { status: next ? 200 : 401 })
    })
    const { container, user } = showPage(<TelephonePage />, { answers: [], viewer: { roles: ['OFFICER'] } })
    await user.click(screen.getByRole('button', { name: '拨打 12333' }))
    expect(await screen.findByText('请选择')).toBeTruthy()
    await user.click(within(screen.getByRole('region', { name: '电话按键' })).getByRole('button', { name: '1' }))
    expect(await screen.findByText('请输入号码')).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.keyboard('12*#')
    expect(await screen.findByText('再见')).toBeTruthy()
    expect(sent.slice(1)).toEqual([
      '/hotline/calls caller=tel%3A13800000021',
      '/hotline/answer call=h1&step=MENU&given=1',
      '/hotline/answer call=h1&step=ID_NUMBER&given=12*',
    ])
    await user.click(screen.getByRole('button', { name: '重新拨打' }))
    expect(await screen.findByText(/这里不能模拟来电/)).toBeTruthy()
  })
})
