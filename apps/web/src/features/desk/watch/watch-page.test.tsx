import { fen } from '@shebao/kernel'
import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { freshShelf } from '../../../shared/testing/fresh-shelf.ts'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { ReportFormPage } from './report-form-page.tsx'
import { HandInReportDocument, MyEmployerMonthsDocument, MyEmployersDocument } from './watch.generated.ts'
import type { MyEmployerMonthsQuery, MyEmployersQuery } from './watch.generated.ts'
import { WatchPage } from './watch-page.tsx'

const employers: MyEmployersQuery = {
  myEmployers: [
    { __typename: 'WatchedEmployer', id: 'e1', name: '甲公司', firstPeriod: '2026-01', lastPeriod: '2026-03' },
  ],
  myReports: [
    {
      __typename: 'OwnReport',
      id: 'r1',
      number: 'JB2026',
      kind: 'UNDERPAID',
      unitName: '甲公司',
      state: 'CHECKING',
      receivedAt: '2026-11-29T02:30:00.000Z',
    },
  ],
}
type Month = MyEmployerMonthsQuery['myEmployerMonths'][number]
const month = (period: string, given: Partial<Month>): Month => ({
  __typename: 'WatchedMonth',
  id: period,
  employerId: 'e1',
  employerName: '甲公司',
  period,
  declared: true,
  declaredWage: fen(1_000_000),
  base: fen(1_000_000),
  personal: fen(105_000),
  billed: true,
  status: 'PAID',
  dueOn: null,
  overdueSince: null,
  postedOn: '2026-02-10',
  ...given,
})
afterEach(cleanup)

it('says of each month what was declared and what the bank confirmed, and since when it is late', async () => {
  showPage(<WatchPage />, {
    answers: [
      answer(MyEmployersDocument, employers),
      answer(MyEmployerMonthsDocument, {
        myEmployerMonths: [
          month('2026-03', { status: 'NOT_BILLED', billed: false, base: null, personal: fen(0), postedOn: null }),
          month('2026-02', { status: 'OVERDUE', overdueSince: '2026-03-16', postedOn: null }),
          month('2026-01', {}),
          month('2025-12', { declared: false }),
        ],
      }),
    ],
    viewer: { kind: 'INSURED' },
  })
  const unit = await screen.findByRole('region', { name: '甲公司' })
  const [third, second, first, taken] = within(unit).getAllByRole('listitem')
  expect(third?.textContent).toContain('没有核定保险费')
  expect(second?.textContent).toMatch(/逾期未缴.*2026年3月16日起逾期/)
  expect(first?.textContent).toMatch(/已到账.*2026年2月10日银行到账/)
  // Billed, and taken off the list later: nobody declares a wage for whom it does not list.
  expect(taken?.textContent).toMatch(/名单里没有您 · 当时核定的工资/)
  expect(screen.getByText(/每?按日加收万分之五滞纳金/)).toBeTruthy()
  expect(within(screen.getByRole('list', { name: '我的举报' })).getByText('核查中')).toBeTruthy()
  expect(await axeFindings()).toEqual([])
})

describe('the report', () => {
  it('asks for what is missing, keeps what was typed, and is sent with the same key again', async () => {
    await freshShelf()
    const { askedOf } = showPage(<ReportFormPage />, {
      answers: [
        answer(MyEmployersDocument, employers),
        answer(HandInReportDocument, { handInReport: { __typename: 'OwnReportRefused', reason: 'TOO_MANY' } }),
      ],
      viewer: { kind: 'INSURED' },
    })
    const send = await screen.findByRole('button', { name: '提交举报' })
    await userEvent.click(send)
    expect(await screen.findByText('请选择情况')).toBeTruthy()
    expect(askedOf('HandInReport')).toEqual([])
    await userEvent.selectOptions(screen.getByLabelText('什么情况'), 'UNREGISTERED')
    await userEvent.selectOptions(screen.getByLabelText('哪个单位'), '其他单位')
    await userEvent.type(screen.getByLabelText('单位名称'), '乙厂')
    await userEvent.type(screen.getByLabelText('从哪个月'), '2026-01')
    await userEvent.type(screen.getByLabelText('到哪个月'), '2026-03')
    await userEvent.type(screen.getByLabelText('情况说明'), '没有给我登记')
    await userEvent.click(send)
    expect(await screen.findByText(/一天最多提交 5 件/)).toBeTruthy()
    expect(screen.getByLabelText('情况说明')).toHaveProperty('value', '没有给我登记')
    await userEvent.click(send)
    await screen.findByText(/一天最多提交 5 件/)
    const sent = askedOf('HandInReport')
    expect(sent).toHaveLength(2)
    expect(sent[0]).toEqual(sent[1])
    expect(sent[0]).toMatchObject({
      input: { kind: 'UNREGISTERED', unitName: '乙厂', employerId: null, from: '2026-01' },
    })
    expect(await axeFindings()).toEqual([])
    // Who leaves the page finds what was typed when they come back.
    cleanup()
    showPage(<ReportFormPage />, { answers: [answer(MyEmployersDocument, employers)], viewer: { kind: 'INSURED' } })
    expect(await screen.findByLabelText('情况说明')).toHaveProperty('value', '没有给我登记')
    expect(screen.getByLabelText('单位名称')).toHaveProperty('value', '乙厂')
  })
})
