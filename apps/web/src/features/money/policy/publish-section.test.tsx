import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Language } from '@shebao/kernel'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { PolicyParametersDocument, PolicyRegionsDocument, PolicyRegionStateDocument } from './policy.generated.ts'
import { PolicyProposalDocument, PublishPolicyProposalDocument } from './proposal.generated.ts'
import type { PolicyProposalQuery } from './proposal.generated.ts'
import { ProposalPage } from './proposal-page.tsx'

type Proposal = Unmasked<PolicyProposalQuery>['policyProposal']

const row = (id: string, name: string, insurance: string, value: string) => ({
  __typename: 'ProposedParameter' as const,
  id,
  name,
  insurance,
  side: 'ALL',
  category: 'ALL',
  value,
  validFrom: '2027-07',
  validTo: '',
  docNo: '',
  publishedOn: '',
  source: 'x',
  verified: false,
})
const problem = (key: string, code: string, place: number, params: unknown = {}) => ({
  __typename: 'ProposalProblem' as const,
  key,
  severity: 'warning' as const,
  row: place,
  field: 'value',
  code,
  params,
})
const limits = 'PENSION=720000 MEDICAL=716200'
const proposal: Proposal = {
  __typename: 'PolicyProposal',
  mark: 'SIMULATED.3',
  procedure: [],
  id: 'v1',
  region: '110000',
  title: '2027 年度缴费基数',
  status: 'SIMULATED',
  revision: 1,
  updatedAt: '2026-11-23T02:00:00.000Z',
  publishedAverage: null,
  rows: [row('a', 'BASE_FLOOR', 'PENSION', '720000'), row('b', 'FIXED_AMOUNT', 'MEDICAL', '400')],
  editors: ['周经办'],
  endedBy: null,
  endedAt: null,
  consequence: {
    __typename: 'PublicationConsequence',
    firstPeriod: '2027-07',
    rows: 2,
    endedRows: 2,
    differencePeriods: [],
    lastBilledPeriod: '2026-10',
    refusal: null,
    problems: [
      problem('NO_DOCUMENT 1', 'NO_DOCUMENT', 1),
      problem('LIMITS_DIFFER 1', 'LIMITS_DIFFER', 1, { name: 'BASE_FLOOR', month: '2027-07', limits }),
      problem('NO_DOCUMENT 2', 'NO_DOCUMENT', 2),
    ],
  },
  acceptedWarnings: [],
  simulation: null,
}

function show(change: Partial<Proposal> = {}, language: Language = 'zh-CN', role: 'REVIEWER' | 'AUDITOR' = 'REVIEWER') {
  return showPage(<ProposalPage />, {
    answers: [
      answer(PolicyRegionsDocument, { office: null, parameterRegions: [] }),
      answer(PolicyRegionStateDocument, {
        policyRegionState: {
          __typename: 'ParameterRegionState',
          region: '110000',
          currentPeriod: '2026-11',
          billedPeriods: [],
          revision: '1',
        },
      }),
      answer(PolicyParametersDocument, {
        policyParameters: {
          __typename: 'PublishedParameterConnection',
          edges: [],
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      }),
      answer(PolicyProposalDocument, { policyProposal: { ...proposal, ...change } }),
      answer(PublishPolicyProposalDocument, {
        publishPolicyProposal: { __typename: 'PolicyProposalNotPublished', reason: 'WARNINGS_CHANGED' },
      }),
    ],
    viewer: staffWith(role),
    language,
    path: '/staff/policy/proposals/:id',
    at: '/staff/policy/proposals/v1',
  })
}

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('publishing with open warnings', () => {
  it('names each in the question and publishes only once each is ticked', async () => {
    const { user, askedOf } = show()
    await user.click(await screen.findByRole('button', { name: '公布' }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByText('3 处提示，须逐项确认')).toBeTruthy()
    expect(dialog.getByText(/各险种的缴费基数下限不一致：.*养老保险.* 7,200\.00；.*医疗保险.* 7,162\.00/)).toBeTruthy()
    expect(await axeFindings()).toEqual([])
    const publish = dialog.getByRole('button', { name: '公布这 2 行参数' })
    const [first, second, third] = dialog.getAllByRole('checkbox')
    if (!first || !second || !third) throw new Error('three answers are asked for')

    await user.click(first)
    await user.click(publish)
    expect(askedOf('PublishPolicyProposal')).toEqual([])
    expect(dialog.getByRole('status').textContent).toBe('还有 2 项没有确认。')
    expect(document.activeElement).toBe(second)

    await user.click(second)
    await user.click(third)
    await user.click(publish)
    await vi.waitFor(() => expect(askedOf('PublishPolicyProposal')).toHaveLength(1))
    expect(askedOf('PublishPolicyProposal')[0]).toMatchObject({
      acceptedWarnings: ['NO_DOCUMENT 1', 'LIMITS_DIFFER 1', 'NO_DOCUMENT 2'],
    })
    expect(await screen.findByText('提示在您查看之后有变化，请按现在的内容重新核对。')).toBeTruthy()
  })

  it('forgets the ticks of a question that was not answered', async () => {
    const { user } = show({}, 'en')
    await user.click(await screen.findByRole('button', { name: 'Publish' }))
    for (const tick of screen.getAllByRole('checkbox', { name: /^Row/ })) await user.click(tick)
    expect(screen.getByText('All are answered.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await user.click(screen.getByRole('button', { name: 'Publish' }))
    expect(screen.getByText('3 are still to be answered.')).toBeTruthy()
  })

  it('shows later who answered what', async () => {
    const accepted = { code: 'NO_DOCUMENT', row: 2, field: 'docNo', params: {}, acceptedBy: '李复核' }
    const acceptedWarnings: Proposal['acceptedWarnings'] = [
      { __typename: 'AcceptedProposalWarning', ...accepted, acceptedAt: '2026-11-23T02:00:00.000Z' },
    ]
    show({ status: 'PUBLISHED', acceptedWarnings }, 'zh-CN', 'AUDITOR')
    const table = within(await screen.findByRole('table', { name: '公布时逐项确认的提示' }))
    expect(table.getByText(/第 2 行 .*定额缴费/)).toBeTruthy()
    expect(table.getByText('没有文号。公布后凡用到之处都没有文件可查。')).toBeTruthy()
    expect(table.getByText(/李复核/)).toBeTruthy()
  })
})
