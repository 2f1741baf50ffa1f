import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { PolicyParametersDocument, PolicyRegionsDocument, PolicyRegionStateDocument } from './policy.generated.ts'
import { PolicyProposalDocument, SavePolicyProposalDocument } from './proposal.generated.ts'
import type { PolicyProposalQuery } from './proposal.generated.ts'
import { ProposalPage } from './proposal-page.tsx'

const region = { __typename: 'ParameterRegion' as const, region: '110000', nameZh: '北京市', nameEn: 'Beijing' }
const proposal: Unmasked<PolicyProposalQuery>['policyProposal'] = {
  __typename: 'PolicyProposal',
  mark: 'DRAFT.2',
  procedure: [],
  id: 'v1',
  region: '110000',
  title: '2027 年度缴费基数',
  status: 'DRAFT',
  revision: 1,
  updatedAt: '2026-11-23T02:00:00.000Z',
  publishedAverage: null,
  rows: [
    {
      __typename: 'ProposedParameter',
      id: 'a',
      name: 'BASE_FLOOR',
      insurance: 'PENSION',
      side: 'ALL',
      category: 'ALL',
      value: '716200',
      validFrom: '2027-07',
      validTo: '',
      docNo: '人社发〔2027〕1号',
      publishedOn: '',
      source: 'x',
      verified: false,
    },
  ],
  editors: ['周经办'],
  endedBy: null,
  endedAt: null,
  consequence: {
    __typename: 'PublicationConsequence',
    firstPeriod: '2027-07',
    rows: 1,
    endedRows: 0,
    differencePeriods: [],
    lastBilledPeriod: null,
    refusal: 'NOT_SIMULATED',
    problems: [],
  },
  acceptedWarnings: [],
  simulation: null,
}

function show(role: 'OFFICER' | 'AUDITOR') {
  return showPage(<ProposalPage />, {
    answers: [
      answer(PolicyRegionsDocument, { office: null, parameterRegions: [region] }),
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
      answer(PolicyProposalDocument, { policyProposal: proposal }),
      answer(SavePolicyProposalDocument, ({ input }) => ({
        savePolicyProposal: {
          __typename: 'PolicyProposalSaved' as const,
          proposal: { ...proposal, title: input.title, revision: 2 },
        },
      })),
    ],
    viewer: staffWith(role),
    path: '/staff/policy/proposals/:id',
    at: '/staff/policy/proposals/v1',
  })
}

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('the page of a proposal', () => {
  it('is only read by who may not write: head, rows and consequence each show their own', async () => {
    show('AUDITOR')
    expect(await screen.findByRole('heading', { name: '2027 年度缴费基数' })).toBeTruthy()
    expect(screen.getByText('人社发〔2027〕1号')).toBeTruthy()
    expect(screen.getByText(/周经办/)).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(await axeFindings()).toEqual([])
  })

  it('keeps what is typed with the server, and the title follows', async () => {
    const { user, askedOf } = show('OFFICER')
    const title = await screen.findByRole('textbox', { name: '方案名称' })
    await user.clear(title)
    await user.type(title, '新的名称')
    expect(screen.getByRole('heading', { name: '新的名称' })).toBeTruthy()
    await vi.waitFor(() => expect(askedOf('SavePolicyProposal')).toHaveLength(1), { timeout: 3_000 })
    expect(askedOf('SavePolicyProposal')[0]).toMatchObject({ input: { expectedRevision: 1, title: '新的名称' } })
    expect(screen.getByRole('heading', { name: '新的名称' })).toBeTruthy()
  })
})
