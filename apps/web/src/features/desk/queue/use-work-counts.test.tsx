import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { tellDeed } from '../../../shared/lib/deeds.ts'
import { answer, showPage } from '../../../shared/testing/show-page.tsx'
import { useWorkCounts } from './use-work-counts.ts'
import { WorkCountsDocument } from './work-counts.generated.ts'

afterEach(cleanup)

function Rail() {
  return <p>{useWorkCounts()['POLICY_PROPOSAL'] ?? 'none'} wait</p>
}

it('what waits is counted anew after something was done here, once for several deeds', async () => {
  let waiting = 1
  const counts = answer(WorkCountsDocument, () => ({
    workCounts: [
      {
        __typename: 'WorkCount',
        lifecycle: 'POLICY_PROPOSAL',
        mine: waiting,
        taken: 0,
        barred: 0,
        overdue: 0,
        stale: 0,
        standIn: 0,
        others: 0,
      },
    ],
  }))
  showPage(<Rail />, { answers: [counts] })
  await screen.findByText('1 wait')
  waiting = 0
  act(() => {
    tellDeed()
    tellDeed()
  })
  await screen.findByText('0 wait')
  expect(counts.sent).toHaveLength(2)
})
