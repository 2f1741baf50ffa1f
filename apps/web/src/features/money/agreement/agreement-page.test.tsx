import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import {
  DebitAgreementsDocument,
  EndDebitAgreementDocument,
  RefreshDebitAgreementDocument,
  SignDebitAgreementDocument,
} from './agreement.generated.ts'
import type { AgreementStateFragment, SignDebitAgreementMutation } from './agreement.generated.ts'
import { AgreementPage } from './agreement-page.tsx'

type Refusal = Extract<SignDebitAgreementMutation['signDebitAgreement'], { reason: unknown }>['reason']
const active: AgreementStateFragment = {
  __typename: 'DebitAgreement',
  mark: 'ACTIVE.2',
  id: 'g1',
  agreementNo: 'WT202601010001',
  status: 'ACTIVE',
  accountMasked: '****6789',
  requestedAt: '2026-01-01T01:00:00.000Z',
  signedAt: '2026-01-01T01:05:00.000Z',
  endedAt: null,
  endedBy: null,
  endReason: null,
}

function show(
  agreements: readonly AgreementStateFragment[],
  language: 'zh-CN' | 'en' = 'zh-CN',
  refusal: Refusal = 'ALREADY_ACTIVE',
) {
  const edges = agreements.map((node) => ({ __typename: 'DebitAgreementEdge' as const, node }))
  const pageInfo = { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null }
  const debitAgreements = { __typename: 'DebitAgreementConnection' as const, edges, pageInfo }
  const ended: AgreementStateFragment = {
    ...active,
    status: 'ENDED',
    endedAt: '2026-02-01T01:00:00.000Z',
    endedBy: 'EMPLOYER',
  }
  return showPage(<AgreementPage />, {
    answers: [
      answer(DebitAgreementsDocument, { employer: { __typename: 'Employer', id: 'e1', debitAgreements } }),
      answer(RefreshDebitAgreementDocument, { refreshDebitAgreement: agreements[0] ?? null }),
      answer(EndDebitAgreementDocument, { endDebitAgreement: ended }),
      answer(SignDebitAgreementDocument, {
        signDebitAgreement: { __typename: 'DebitAgreementRefused', reason: refusal },
      }),
    ],
    viewer: clerk,
    language,
  })
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the agreement page', () => {
  it.each([
    ['zh-CN' as const, '终止协议', '协议已终止，不再扣款。'],
    ['en' as const, 'End the agreement', 'The agreement has ended. Nothing more will be drawn.'],
  ])('ends an agreement in force after one question (%s)', async (language, verb, ended) => {
    const { askedOf } = show([active], language)
    await userEvent.click(await screen.findByRole('button', { name: verb }))
    expect(askedOf('EndDebitAgreement')).toEqual([])
    expect(await axeFindings()).toEqual([])
    await userEvent.click((await screen.findAllByRole('button', { name: verb })).at(-1) ?? document.body)
    expect(await screen.findByText(ended)).toBeTruthy()
    expect(askedOf('EndDebitAgreement')).toEqual([{ id: 'g1', decidedOn: 'ACTIVE.2' }])
  })

  it('offers to sign where there is none, and says when the bank cannot be reached', async () => {
    const { askedOf } = show([], 'zh-CN', 'BANK_UNAVAILABLE')
    expect(await screen.findByText('没有有效的协议')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '去银行签约' }))
    expect(await screen.findByText(/银行/, { selector: '[role="alert"] *' })).toBeTruthy()
    expect(askedOf('SignDebitAgreement')).toEqual([{ language: 'ZH_CN' }])
  })

  it('asks the bank once on coming here, also about an agreement in force', async () => {
    const { askedOf } = show([active])
    await screen.findByRole('button', { name: '终止协议' })
    await vi.waitFor(() => expect(askedOf('RefreshDebitAgreement')).toHaveLength(1))
    expect(screen.queryByRole('button', { name: '去银行签约' })).toBeNull()
  })
})
