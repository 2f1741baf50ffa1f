import { fen } from '@shebao/kernel'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { RightsPage } from './rights-page.tsx'
import { MyRightsDocument, MyRightsStatementsDocument, type MyRightsQuery } from './rights.generated.ts'

type Rights = MyRightsQuery['me']['rights']

const line = (insurance: Rights['lines'][number]['insurance'], over: Partial<Rights['lines'][number]> = {}) => ({
  __typename: 'RightsRecordLine' as const,
  insurance,
  standing: 'INSURED' as const,
  firstInsured: '2024-10',
  monthsOfYear: 1,
  months: 3,
  base: fen(1_000_000),
  employer: fen(160_000),
  personal: fen(80_000),
  ...over,
})

const year = (over: Partial<Rights['account'][number]>): Rights['account'][number] => ({
  __typename: 'PensionAccountYear',
  year: 2025,
  opening: fen(80_524),
  principal: fen(160_000),
  interest: null,
  ratePpm: null,
  closing: fen(240_524),
  isFinal: false,
  ...over,
})

function open(account: Rights['account']) {
  const nothing = { base: fen(0), employer: fen(0), personal: fen(0) }
  const rights = answer(MyRightsDocument, {
    me: {
      __typename: 'Individual',
      id: 'i1',
      name: '王芳',
      idMasked: '110•••••0016',
      rights: {
        __typename: 'RightsRecord',
        year: 2025,
        until: '2025-03',
        employerName: '甲公司',
        transfers: [],
        lines: [
          line('PENSION'),
          line('MATERNITY', nothing),
          line('UNEMPLOYMENT', { ...nothing, standing: 'NEVER', firstInsured: null, months: 0, monthsOfYear: 0 }),
        ],
        account,
      },
    },
  })
  const none = answer(MyRightsStatementsDocument, {
    me: { __typename: 'Individual', id: 'i1', rightsStatements: [] },
  })
  return showPage(<RightsPage />, { answers: [rights, none], viewer: { kind: 'INSURED' } })
}

afterEach(cleanup)

describe('the rights record', () => {
  it('says what is paid by insurance, and what the account came to, year by year', async () => {
    const settled = { year: 2024, opening: fen(0), principal: fen(80_000), interest: fen(524), ratePpm: 26_200 }
    const { container } = open([year({}), year({ ...settled, closing: fen(80_524), isFinal: true })])
    const account = await screen.findByRole('region', { name: '养老保险个人账户' })
    const [running, before] = within(account).getAllByRole('listitem')
    expect(running?.textContent).toContain('年末后按公布的利率记入')
    expect(within(running as HTMLElement).getByRole('button', { name: /2,405.24/ })).toBeTruthy()
    expect(before?.textContent).toContain('记账利率 2.62%')
    expect(within(before as HTMLElement).getByRole('button', { name: /¥\s5\.24/u })).toBeTruthy()
    expect(account.textContent).not.toContain('尚未公布')
    const insurances = screen.getByRole('region', { name: '2025年参保缴费情况' })
    expect(insurances.textContent).toContain('累计已缴3 个月')
    expect(insurances.textContent).toContain('与医疗保险合并征缴')
    expect(insurances.textContent).toContain('失业保险未参保')
    expect(await axeFindings(container)).toEqual([])
  })

  it('says that interest is missing where the rate of a past year is, and that there is no account', async () => {
    open([year({ year: 2024 })])
    expect(await screen.findByText(/记账利率尚未公布或未录入/)).toBeTruthy()
    cleanup()
    open([])
    expect(await screen.findByText(/个人账户尚无余额/)).toBeTruthy()
  })
})
