import { cleanup, screen, waitFor } from '@testing-library/react'
import { GraphQLError } from 'graphql'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { ActivateCardDocument, CardHolderDocument } from './card.generated.ts'
import { ActivateCardAtBankDocument, PartnerDeskDocument, SettleWithCardDocument } from './partner-desk.generated.ts'
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

const tooMany = () => {
  throw new GraphQLError('Too many', { extensions: { code: 'TOO_MANY_REQUESTS' } })
}

describe('the desk of a hospital', () => {
  it('settles a bill: each wrong field is named, a refusal keeps what was typed, the sum goes in fen', async () => {
    let tries = 0
    const settle = answer(SettleWithCardDocument, () => {
      tries += 1
      if (tries === 1) tooMany()
      return {
        settleWithCard:
          tries === 2
            ? { __typename: 'CardRefused', reason: 'LOST' }
            : { __typename: 'CardActivated', numberMasked: 'A******78', social: true, bank: false },
      }
    })
    const hospital = answer(PartnerDeskDocument, {
      partnerDesk: {
        __typename: 'PartnerDesk',
        id: 'p2',
        activatesCards: true,
        bank: false,
        name: '示范医院',
        linked: true,
      },
    })
    const { container, user } = showPage(<PartnerDeskPage />, {
      answers: [hospital, settle],
      viewer: { kind: 'PARTNER' },
    })
    const number = await screen.findByRole('textbox', { name: /社保卡卡号/ })
    await waitFor(() => expect(document.activeElement).toBe(number))
    await user.keyboard('A12345678{Tab}{Tab}0{Enter}')
    expect(screen.getByText('请输入结算单号。')).toBeTruthy()
    expect(screen.getByText(/请输入大于零的金额/)).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /结算单号/ }))
    expect(settle.sent).toEqual([])
    await user.keyboard('ZD-1{Tab}')
    await user.clear(screen.getByRole('textbox', { name: /结算金额/ }))
    await user.type(screen.getByRole('textbox', { name: /结算金额/ }), '12.50{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('号码不符的次数过多')
    await user.type(number, '{Enter}')
    expect(await screen.findByText(/卡已挂失，不能办理/)).toBeTruthy()
    expect(screen.getByDisplayValue('ZD-1')).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.type(number, '{Enter}')
    const next = await screen.findByRole('button', { name: /下一位/ })
    await waitFor(() => expect(document.activeElement).toBe(next))
    expect(settle.sent.at(-1)).toEqual({ input: { cardNumber: 'A12345678', billNo: 'ZD-1', amount: 1250 } })
  })
})

describe('the window', () => {
  it('says to wait after too many numbers that nobody has, and not that there is nobody', async () => {
    const { user } = showPage(<WindowPage />, {
      answers: [answer(CardHolderDocument, tooMany)],
      viewer: { roles: ['OFFICER'] },
    })
    await user.type(screen.getByRole('textbox', { name: /证件号码或卡号/ }), '11010519491231002X{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('请在 15 分钟后再查')
    expect(screen.getByDisplayValue('11010519491231002X')).toBeTruthy()
  })

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
