import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { StopOutlook } from './stop-outlook.tsx'
import { StopOutlookDocument } from './stop-outlook.generated.ts'
import type { StopOutlookQuery } from './stop-outlook.generated.ts'

afterEach(cleanup)

const outlook: NonNullable<StopOutlookQuery['stopOutlook']> = {
  __typename: 'StopOutlook',
  lastPayable: '2026-11',
  earliestLastPayable: '2026-11',
  firstMonthWithout: '2026-12',
  monthsPaid: 33,
  monthsNeeded: 192,
  monthsMissing: 159,
  retirementPeriod: '2031-03',
  category: 'FEMALE_50',
  monthsUntilRetirement: 52,
  canStillReach: false,
  unemployedListDue: '2026-12-15',
  steps: [{ __typename: 'StopOutlookStep', code: 'MONTHS_NEEDED', value: '192', source: 'SIL 16' }],
}
const answers = (stopOutlook: StopOutlookQuery['stopOutlook']) => [answer(StopOutlookDocument, { stopOutlook })]

describe('what a stop breaks', () => {
  it('is told with months, duty and what can no longer be reached; a woman’s category is chosen here', async () => {
    const { user, askedOf } = showPage(<StopOutlook person={{ individualId: 'i1' }} reason="STOP_RESIGN" />, {
      viewer: clerk,
      answers: answers(outlook),
    })
    expect(await screen.findByText(/还差 159 个月，只剩 52 个月/)).toBeTruthy()
    expect(screen.getByText(/失业人员名单报经办机构/)).toBeTruthy()
    await user.selectOptions(screen.getByRole('combobox', { name: '退休类别' }), 'FEMALE_55')
    await waitFor(() => expect(askedOf('StopOutlook').at(-1)).toMatchObject({ category: 'FEMALE_55' }))
    expect(await axeFindings()).toEqual([])
  })

  it('waits for the reason, and says when the register knows nobody', async () => {
    const waiting = showPage(<StopOutlook person={{ idNumber: '110101199003078670' }} reason={undefined} />, {
      viewer: clerk,
      answers: answers(null),
    })
    expect(await screen.findByText(/选好停保原因/)).toBeTruthy()
    expect(waiting.askedOf('StopOutlook')).toEqual([])
    cleanup()
    showPage(<StopOutlook person={{ idNumber: '110101199003078670' }} reason="STOP_RETIRED" />, {
      viewer: clerk,
      answers: answers(null),
    })
    expect(await screen.findByText('参保登记中本单位没有此人，不影响已有的参保。')).toBeTruthy()
  })
})
