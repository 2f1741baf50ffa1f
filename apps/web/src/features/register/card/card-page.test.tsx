import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { MyCardsDocument } from './card.generated.ts'
import { CardPage } from './card-page.tsx'

const card = {
  __typename: 'Card' as const,
  id: 'c1',
  numberMasked: 'A1•••••89',
  bankName: '北京银行',
  status: 'PIN_LOCKED' as const,
  bankStatus: 'NORMAL' as const,
  issuedOn: '2020-03-05',
  activatedOn: null,
}
const cards = (held: (typeof card)[]) =>
  answer(MyCardsDocument, {
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

  it('says in English where a card is applied for when there is none', async () => {
    showPage(<CardPage />, { answers: [cards([])], language: 'en' })
    expect(await screen.findByRole('heading', { name: 'Social security card' })).toBeTruthy()
    expect(screen.queryByRole('article')).toBeNull()
  })
})
