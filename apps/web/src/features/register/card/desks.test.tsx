import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { ActivateCardDocument, CardHolderDocument } from './card.generated.ts'
import { ActivateCardAtBankDocument, PartnerDeskDocument } from './partner-desk.generated.ts'
import { PartnerDeskPage } from './partner-desk-page.tsx'
import { WindowPage } from './window-page.tsx'

afterEach(cleanup)

const desk = answer(PartnerDeskDocument, {
  partnerDesk: {
    __typename: 'PartnerDesk',
    id: 'p1',
    activatesCards: true,
    bank: true,
    name: '示范银行',
    linked: true,
  },
})

describe('the desk of a bank', () => {
  it('is walked with the keyboard alone: what is missing is named, the outcome leads to the next person', async () => {
    const activate = answer(ActivateCardAtBankDocument, ({ input }) => ({
      activateCardAtBank: input.byProxy
        ? { __typename: 'CardRefused', reason: 'LOST' }
        : { __typename: 'CardActivated', numberMasked: 'A******78', social: true, bank: true },
    }))
    const { container, user } = showPage(<PartnerDeskPage />, {
      answers: [desk, activate],
      viewer: { kind: 'PARTNER' },
    })
    const number = await screen.findByRole('textbox', { name: /社保卡卡号/ })
    await waitFor(() => expect(document.activeElement).toBe(number))
    await user.keyboard('A1234567{Enter}')
    expect(screen.getByText('请输入九位卡号，例如 A12345678。')).toBeTruthy()
    expect(screen.getByText('请逐项核验并勾选。')).toBeTruthy()
    expect(activate.sent).toEqual([])
    expect(await axeFindings(container)).toEqual([])
    await user.keyboard('8{Tab}11010519491231002X{Tab}{ }{Tab}{ }{Tab}{ }{Tab}{ }{Enter}')
    expect(await screen.findByText(/卡已挂失，不能办理/)).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: /由他人代办/ }))
    await user.type(number, '{Enter}')
    const next = await screen.findByRole('button', { name: /下一位/ })
    await waitFor(() => expect(document.activeElement).toBe(next))
    expect(activate.sent.at(-1)).toEqual({
      input: { cardNumber: 'A12345678', idNumber: '11010519491231002X', byProxy: false, documents: ['ID', 'CARD'] },
    })
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('textbox', { name: /社保卡卡号/ })).toHaveProperty('value', '')
  })
})

describe('the window', () => {
  it('finds by the whole number, activates with what was seen, and goes on to the password', async () => {
    const holder = answer(CardHolderDocument, {
      cardBanks: ['示范银行'],
      cardHolder: {
        __typename: 'CardHolder',
        id: 'i1',
        idMasked: '110*************2X',
        nameMasked: '张*',
        cards: [
          {
            __typename: 'Card',
            id: 'c1',
            mark: 'INACTIVE.3',
            kind: 'PERMANENT',
            numberMasked: 'A******78',
            bankName: '示范银行',
            status: 'INACTIVE',
            bankStatus: 'INACTIVE',
            readyOn: null,
            issuedOn: '2026-11-23',
            activatedOn: null,
            lostUntil: null,
            validTo: null,
            passwordDue: false,
            history: [],
          },
        ],
      },
    })
    let answers = 0
    const activate = answer(ActivateCardDocument, () => {
      answers += 1
      return {
        activateCard:
          answers === 1
            ? { __typename: 'CardRefused', reason: 'DOCUMENTS_MISSING' }
            : { __typename: 'Card', id: 'c1', status: 'NORMAL' },
      }
    })
    const { container, user } = showPage(<WindowPage />, {
      answers: [holder, activate],
      viewer: { roles: ['OFFICER'] },
    })
    await user.type(screen.getByRole('textbox', { name: /证件号码或卡号/ }), '123{Enter}')
    expect(screen.getByText(/请输入完整的证件号码或卡号/)).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: /证件号码或卡号/ }), '456{Enter}')
    await user.click(await screen.findByRole('button', { name: '启用社会保障应用' }))
    await user.click(screen.getByRole('checkbox', { name: '本人有效身份证件' }))
    const send = () => user.click(screen.getByRole('button', { name: '启用社会保障应用' }))
    await send()
    expect(await screen.findByText(/材料不全/)).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: '社保卡' }))
    expect(await axeFindings(container)).toEqual([])
    await send()
    expect(await screen.findByRole('link', { name: /受理设置新密码/ })).toBeTruthy()
    expect(activate.sent.at(-1)).toEqual({
      input: { id: 'c1', decidedOn: 'INACTIVE.3', documents: ['ID', 'CARD'], byProxy: false },
    })
  })
})
