import { fen } from '@shebao/kernel'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import {
  CheckHotlineCallerDocument,
  EndHotlineCallDocument,
  HotlineCallerDocument,
  HotlineDeskDocument,
  HotlineSaidDocument,
  TakeDownForHotlineCallerDocument,
  TakeHotlineCallDocument,
  WorkForHotlineCallerDocument,
  type CallOnDeskFragment,
  type HotlineCallerQuery,
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
  hungUp: false,
  detailsNeeded: false,
  checksLeft: 3,
  proofs: [],
  card: null,
}

const caller: HotlineCallerQuery['hotlineCaller'] = {
  __typename: 'HotlineCaller',
  id: 'h1',
  nameMasked: '张*',
  idMasked: '110*************2X',
  wrongKeys: 1,
  cards: [
    { __typename: 'Card', id: 'c1', numberMasked: 'A******78', kind: 'PERMANENT', status: 'INACTIVE', lostUntil: null },
  ],
  matters: [
    { __typename: 'HotlineCardMatter', matter: 'REPORT_LOSS', place: 'PHONE', reason: null },
    { __typename: 'HotlineCardMatter', matter: 'ACTIVATE', place: 'PHONE', reason: null },
    { __typename: 'HotlineCardMatter', matter: 'WITHDRAW_LOSS', place: 'PHONE', reason: 'NOT_ACTIVATED' },
    { __typename: 'HotlineCardMatter', matter: 'UNLOCK_PIN', place: 'WINDOW', reason: null },
  ],
  months: [
    {
      __typename: 'PremiumPayment',
      id: 'm1',
      period: '2026-10',
      kind: 'NORMAL',
      status: 'PAID',
      employerName: '示范单位',
      personalTotal: fen(105000),
    },
  ],
  questions: [],
  transfers: [],
  earlierCalls: [],
  unread: [],
}

const inUse = (id: string, textZh: string, textEn: string) =>
  ({
    __typename: 'HotlineScriptVersion',
    id,
    textZh,
    textEn,
    sourceZh: '经办参数',
    sourceEn: 'Service figures',
    reviewOverdue: false,
  }) as const
const scripts = answer(HotlineSaidDocument, {
  hotlineScripts: [
    {
      __typename: 'HotlineScript',
      matter: 'IDENTITY_CHECK',
      inUse: inUse('s1', '先核对身份，可以核对 {checks} 次。', 'First I check, {checks} times.'),
    },
    {
      __typename: 'HotlineScript',
      matter: 'ACTIVATE',
      inUse: inUse('s2', '{caller}，为您启用 {cardNumber}。', '{caller}, I activate {cardNumber}.'),
    },
    {
      __typename: 'HotlineScript',
      matter: 'REPORT_LOSS',
      inUse: inUse('s3', '有效期 {lossDays} 天。', 'It runs for {lossDays} days.'),
    },
  ],
  hotlineScriptFigures: [
    { __typename: 'HotlineScriptFigure', name: 'checks', value: 3 },
    { __typename: 'HotlineScriptFigure', name: 'lossDays', value: 7 },
  ],
})
const said = (text: string) =>
  screen.findByText((_shown, element) => element?.tagName === 'P' && element.textContent === text)

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
      answers: [desk, take, check, work, scripts, answer(HotlineCallerDocument, { hotlineCaller: caller })],
      viewer: { roles: ['OFFICER'] },
    })
    await user.click(await screen.findByRole('button', { name: '接听 138****0001 的来电' }))
    const name = await screen.findByRole('textbox', { name: '姓名' })
    await waitFor(() => expect(document.activeElement).toBe(name))
    expect(screen.queryByText(/A\*/)).toBeNull()
    expect(await said('先核对身份，可以核对 3 次。')).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.keyboard('{Enter}')
    expect(screen.getByText('请填写“姓名”。')).toBeTruthy()
    await user.keyboard('李四{Enter}')
    expect(await screen.findByText(/不要告诉来电人哪一项不符/)).toBeTruthy()
    expect(name).toHaveProperty('value', '李四')
    await user.clear(name)
    await user.type(name, '张三{Enter}')
    expect(await screen.findByText(/2026年10月，示范单位，.+，个人部分 .*1,050/)).toBeTruthy()
    expect(screen.getByText('本人持有效身份证件到社保窗口办理。')).toBeTruthy()
    // The check is over: what is said now is what the caller wants, with whom it is said to, masked.
    expect(await said('张*，为您启用 A******78。')).toBeTruthy()
    await user.selectOptions(screen.getByRole('combobox', { name: '来电事项' }), 'REPORT_LOSS')
    expect(await said('有效期 7 天。')).toBeTruthy()
    // Read in this order on a phone, too: what is known of the caller, and then how the call ends.
    const [known, ending] = [screen.getByText('来电人 张*'), screen.getByRole('form', { name: '结束来电' })]
    expect(known.compareDocumentPosition(ending) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    expect(screen.queryByRole('button', { name: '撤销口头挂失' })).toBeNull()
    expect(await axeFindings(container)).toEqual([])
    await user.click(await screen.findByRole('button', { name: '启用社保卡' }))
    expect(await screen.findByText(/须先修改密码/)).toBeTruthy()
    expect(work.sent).toEqual([{ id: 'h1', deed: 'ACTIVATE', decidedOn: 'INACTIVE.3' }])
  })

  it('ends a call with a code and a word, keeps both where it fails, and shows nothing of a caller who hung up', async () => {
    const checked: CallOnDeskFragment = {
      ...call,
      hungUp: true,
      recorded: false,
      proofs: ['NAME'],
      card: { __typename: 'Card', id: 'c1', mark: 'INACTIVE.3', numberMasked: 'A******78', status: 'INACTIVE' },
    }
    const desk = answer(HotlineDeskDocument, {
      hotlineDesk: { __typename: 'HotlineDesk', waiting: [], mine: checked },
    })
    const { user, askedOf } = showPage(<HotlinePage />, {
      answers: [
        desk,
        answer(TakeDownForHotlineCallerDocument, {
          takeDownForHotlineCaller: {
            __typename: 'Question',
            id: 'q1',
            number: 'ZW00000007',
            dueOn: '2026-12-14',
            holderName: null,
            term: {
              __typename: 'AnswerTerm',
              workingDays: 8,
              countedFrom: '2026-12-02',
              validFrom: '2026-12-01',
              documentNo: '示社〔2026〕8号',
            },
          },
        }),
        answer(EndHotlineCallDocument, {
          endHotlineCall: { __typename: 'HotlineRefused', reason: 'NO_QUESTION' },
        }),
      ],
      viewer: { roles: ['OFFICER'] },
    })
    expect(await screen.findByText(/来电人已挂断：不再显示/)).toBeTruthy()
    expect(screen.queryByText(/张\*/)).toBeNull()
    expect(screen.queryByRole('button', { name: '启用社保卡' })).toBeNull()
    expect(askedOf('HotlineCaller')).toEqual([])
    expect(screen.queryByRole('combobox', { name: '来电事项' })).toBeNull()
    await user.click(screen.getByRole('button', { name: '替来电人写下问题' }))
    await user.selectOptions(screen.getByRole('combobox', { name: '主题' }), 'GAP')
    await user.type(screen.getByRole('textbox', { name: '来电人的问题' }), '十月为什么未缴')
    await user.type(screen.getByRole('textbox', { name: /回电号码/ }), '12')
    await user.click(screen.getByRole('button', { name: '登记' }))
    expect(await screen.findByText('请填写 7 至 15 位电话号码')).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: /回电号码/ }), '34567')
    await user.click(screen.getByRole('button', { name: '登记' }))
    expect(await screen.findByText(/ZW00000007/)).toBeTruthy()
    expect(screen.getByText('咨询岗位：领取这件咨询的经办人')).toBeTruthy()
    expect(screen.getByText(/次日起 8 个工作日/)).toBeTruthy()
    expect(screen.getByText(/经办参数“咨询答复时限”，2026年12月1日起执行，公文号 示社〔2026〕8号/)).toBeTruthy()
    const note = screen.getByRole('textbox', { name: '情况说明' })
    await user.selectOptions(screen.getByRole('combobox', { name: '来电结果' }), 'CALL_BACK')
    await user.click(screen.getByRole('button', { name: '结束来电' }))
    expect(await screen.findByText('请写 2 至 500 字')).toBeTruthy()
    await user.type(note, '要求回电')
    await user.click(screen.getByRole('button', { name: '结束来电' }))
    expect(await screen.findByText(/请先登记或改选结果/)).toBeTruthy()
    expect(note).toHaveProperty('value', '要求回电')
    expect(askedOf('EndHotlineCall')).toEqual([{ id: 'h1', outcome: 'CALL_BACK', note: '要求回电' }])
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
