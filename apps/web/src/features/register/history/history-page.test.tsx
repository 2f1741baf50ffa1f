import { fen, period } from '@shebao/kernel'
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { InsuredPeopleDocument, PersonHistoryDocument, UnitHistoryDocument } from './history.generated.ts'
import { HistoryPage } from './history-page.tsx'

afterEach(cleanup)

const origin = {
  __typename: 'RegisterOrigin' as const,
  source: 'REGISTER' as const,
  formNo: null,
  recordedAt: '2024-01-05T02:00:00Z',
  recordedBy: null,
  supersededAt: null,
}
const declared = { ...origin, source: 'DECLARATION' as const, formNo: 'NJ2026-1', recordedBy: '周复核' }
const held = {
  __typename: 'UnitParticulars' as const,
  id: 'p2',
  validFrom: '2026-07-01',
  validTo: null,
  unitType: 'ENTERPRISE',
  industry: 'I',
  injuryClass: 3,
  injuryRatePpm: null,
  district: { __typename: 'District' as const, code: '110101', nameZh: '北京市东城区', nameEn: '东城区, Beijing' },
  registeredAddress: '北京市东城区',
  actualAddress: null,
  legalRepName: '李明',
  legalRepId: '110*************2X',
  bankName: '北京银行',
  bankAccountName: '甲公司',
  bankAccount: '**** 1234',
  contact: '王*',
  origin: declared,
}
const stretch = {
  __typename: 'EnrolmentStretch' as const,
  id: 's2',
  fromPeriod: period('2026-07'),
  toPeriod: null,
  averageWage: fen(1_200_000),
  insurances: ['PENSION' as const, 'WORK_INJURY' as const],
  origin: declared,
}
const earlier = { ...stretch, id: 's1', fromPeriod: period('2024-01'), averageWage: fen(1_000_000), stopReason: null }

function open(people: boolean, at = '/staff/employers/e1/register') {
  const unit = { __typename: 'Employer' as const, id: 'e1' }
  const asked = answer(InsuredPeopleDocument, {
    employerById: {
      ...unit,
      insuredPeople: {
        __typename: 'InsuredPeopleConnection',
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        edges: people
          ? [
              {
                __typename: 'InsuredPeopleEdge',
                node: { ...stretch, individualId: 'i1', name: '张*', idNumber: '110*************2X', rows: 2 },
              },
            ]
          : [],
      },
    },
  })
  showPage(<HistoryPage />, {
    path: '/staff/employers/:id/register',
    at,
    viewer: { kind: 'STAFF', roles: ['OFFICER'] },
    answers: [
      answer(UnitHistoryDocument, {
        employerById: {
          ...unit,
          name: '甲公司',
          registrationNo: '1101',
          particulars: [
            held,
            { ...held, id: 'p1', validFrom: '2015-04-01', validTo: '2026-06-30', injuryClass: 1, origin },
          ],
        },
      }),
      asked,
      answer(PersonHistoryDocument, {
        employerById: {
          ...unit,
          enrolmentHistory: [
            { ...stretch, stopReason: null },
            { ...earlier, toPeriod: period('2026-06'), origin },
            { ...earlier, id: 's0', origin: { ...origin, supersededAt: '2026-09-10T02:00:00Z' } },
          ],
        },
      }),
    ],
  })
  return asked
}

describe('a unit’s register', () => {
  it('says from when on what holds, by which declaration, and of what held before only what was different', async () => {
    open(true)
    expect(await screen.findByText('2026年7月1日起')).toBeDefined()
    expect(screen.getAllByText('申报 NJ2026-1').length).toBeGreaterThan(0)
    expect(screen.getAllByText(/由周复核记入/).length).toBeGreaterThan(0)
    const before = screen.getByText('以前的登记（1）').closest('details')
    const terms = within(before ?? document.body).getAllByRole('term', { hidden: true })
    expect(terms.map((term) => term.textContent)).toEqual(['工伤风险类别', '依据'])
  })

  it('opens a person’s history: what stands, and what was known before', async () => {
    open(true)
    const button = await screen.findByRole('button', { name: '张*的变更记录' })
    expect(button.getAttribute('aria-expanded')).toBe('false')
    act(() => button.click())
    const list = await screen.findByRole('list', { name: '张*的变更记录' })
    const rows = within(list).getAllByRole('listitem')
    expect(rows.map((row) => row.getAttribute('data-superseded'))).toEqual(['false', 'false', 'true'])
    expect(rows[2]?.textContent).toContain('曾经的记载')
    expect(await axeFindings()).toEqual([])
  })

  it('asks for a month and a day of knowing that stand in the address, and leaves what is no month', async () => {
    const asked = open(false, '/staff/employers/e1/register?month=2026-06&known=2026-07-01')
    expect(await screen.findByText('该月没有参保人员。')).toBeDefined()
    expect(asked.sent).toMatchObject([{ id: 'e1', period: '2026-06', asKnownOn: '2026-07-01' }])
    expect(screen.getByText(/2026年7月1日 当日结束时/)).toBeDefined()
    cleanup()
    const wrong = open(false, '/staff/employers/e1/register?month=June')
    expect(await screen.findByText('该月没有参保人员。')).toBeDefined()
    expect(wrong.sent).toMatchObject([{ period: null, asKnownOn: null }])
  })
})
