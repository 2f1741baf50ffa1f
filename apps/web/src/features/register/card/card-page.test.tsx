import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { MyCardsDocument, type CardStatus } from './card.generated.ts'
import { CardPage } from './card-page.tsx'

const card = {
  __typename: 'Card' as const,
  id: 'c1',
  numberMasked: 'A1•••••89',
  bankName: '北京银行',
  status: 'PIN_LOCKED' as CardStatus,
  bankStatus: 'NORMAL' as const,
  issuedOn: '2020-03-05',
  activatedOn: null,
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
    expect(screen.getByText(/^发卡日期/).textContent).not.toContain('启用日期')
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
    expect(within(deeds).queryByRole('button')).toBeNull()
  })

  it('offers nothing for a card that is void', async () => {
    showPage(<CardPage />, { answers: [cards([{ ...card, status: 'CANCELLED' }])] })
    expect(await screen.findByText('已注销。')).toBeTruthy()
    expect(screen.queryByRole('heading', { name: '现在可以办理' })).toBeNull()
  })

  it('says in English where a card is applied for when there is none', async () => {
    showPage(<CardPage />, { answers: [cards([])], language: 'en' })
    expect(await screen.findByRole('heading', { name: 'Social security card' })).toBeTruthy()
    expect(screen.queryByRole('article')).toBeNull()
  })
})
