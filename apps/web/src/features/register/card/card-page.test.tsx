import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { MyCardsDocument, ReportCardLossDocument, type CardStatus } from './card.generated.ts'
import { CardPage } from './card-page.tsx'

const card = {
  __typename: 'Card' as const,
  id: 'c1',
  numberMasked: 'A1•••••89',
  bankName: '北京银行',
  status: 'PIN_LOCKED' as CardStatus,
  mark: 'PIN_LOCKED.3',
  kind: 'PERMANENT' as const,
  bankStatus: 'NORMAL' as const,
  readyOn: null,
  issuedOn: '2020-03-05',
  activatedOn: '2020-03-06',
  lostUntil: null,
  validTo: null,
  passwordDue: false,
  history: [
    {
      __typename: 'CardHistoryEvent' as const,
      id: 'e1',
      event: 'ACTIVATE' as const,
      application: 'SOCIAL' as const,
      at: '2020-03-06T02:00:00Z',
      channel: 'WINDOW' as const,
      operator: null,
      documents: ['ID' as const, 'CARD' as const],
      byProxy: false,
      reason: null,
    },
  ],
}
const office = {
  __typename: 'Office' as const,
  nameZh: '东城社保中心',
  nameEn: 'Dongcheng office',
  addressZh: '东城路 1 号',
  addressEn: '1 Dongcheng Road',
  phone: '010-12333',
}
const cards = (held: (typeof card)[]) =>
  answer(MyCardsDocument, {
    office,
    cardBanks: ['示范银行'],
    me: { __typename: 'Individual', id: 'i1', name: '王芳', idMasked: '110•••••0016', cards: held },
  })

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the card page', () => {
  it('tells the two applications of a card apart, each with what its state means', async () => {
    const { container } = showPage(<CardPage />, { answers: [cards([card])] })
    const social = (await screen.findByRole('heading', { name: '社会保障应用' })).closest('section')
    expect(within(social as HTMLElement).getByText('密码锁定')).toBeTruthy()
    expect(within(social as HTMLElement).getByText(/携带身份证件到窗口解锁/)).toBeTruthy()
    const bank = screen.getByRole('heading', { name: '金融应用' }).closest('section')
    expect(within(bank as HTMLElement).getByText('正常')).toBeTruthy()
    expect(within(bank as HTMLElement).getByText('金融应用的密码只能在发卡银行办理。')).toBeTruthy()
    const [past, next] = within(screen.getByRole('list', { name: '办理进度' })).getAllByRole('listitem')
    expect(past?.textContent).toContain('社保窗口 · 本人有效身份证件、社保卡')
    expect(next?.getAttribute('aria-current')).toBe('step')
    expect(next?.textContent).toContain('解锁并重置密码')
    expect(await axeFindings(container)).toEqual([])
  })

  it('says what can be done in this state, where and with what, and leads only to what this site does', async () => {
    showPage(<CardPage />, { answers: [cards([{ ...card, status: 'NORMAL' }])], language: 'en' })
    const deeds = (await screen.findByRole('heading', { name: 'What you can do now' })).closest(
      'section',
    ) as HTMLElement
    expect(within(deeds).getByRole('heading', { name: 'Lost the card: report it' })).toBeTruthy()
    expect(within(deeds).getByRole('link', { name: 'Change the password' }).getAttribute('href')).toBe('/account')
    expect(within(deeds).getByRole('link', { name: 'Phone 010-12333' }).getAttribute('href')).toBe('tel:010-12333')
    expect(within(deeds).getByText('1 Dongcheng Road')).toBeTruthy()
    expect(within(deeds).getByRole('button', { name: 'Report it lost now' })).toBeTruthy()
  })

  it('reports the card lost after the consequence was read, and says who was quicker', async () => {
    const report = answer(ReportCardLossDocument, () => ({
      reportCardLoss: {
        __typename: 'StaleDecision',
        mark: 'FROZEN.4',
        happened: [
          {
            __typename: 'CaseHappening',
            event: 'FREEZE',
            at: '2026-11-23T02:00:00Z',
            actor: 'STAFF',
            actorName: null,
            mine: false,
          },
        ],
      },
    }))
    const { user } = showPage(<CardPage />, {
      answers: [cards([{ ...card, status: 'NORMAL', passwordDue: true }]), report],
    })
    expect(await screen.findByText('请立即修改密码')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '立即挂失' }))
    const dialog = screen.getByRole('dialog', { name: '立即挂失这张卡？' })
    expect(report.sent).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '立即挂失' }))
    expect(await screen.findByText(/经办机构工作人员冻结/)).toBeTruthy()
    expect(report.sent).toEqual([{ id: 'c1', decidedOn: 'PIN_LOCKED.3' }])
  })

  it('offers nothing for a card that is void', async () => {
    showPage(<CardPage />, { answers: [cards([{ ...card, status: 'CANCELLED' }])] })
    expect(await screen.findByText('已注销。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '申领' })).toBeTruthy()
    expect(screen.queryByRole('heading', { name: '现在可以办理' })).toBeNull()
  })

  it('lets a first card be applied for, of a bank that issues them', async () => {
    showPage(<CardPage />, { answers: [cards([])], language: 'en' })
    expect(await screen.findByRole('heading', { name: 'Social security card' })).toBeTruthy()
    expect(await screen.findByRole('combobox', { name: 'Issuing bank' })).toBeTruthy()
    expect(screen.queryByRole('article')).toBeNull()
  })
})
