import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { answer, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { QueuePage } from './queue-page.tsx'
import { RefundQueueDocument } from './refund.generated.ts'

afterEach(cleanup)

it('tells how many wait once it knows, and no number before', async () => {
  showPage(<QueuePage />, {
    viewer: staffWith('REVIEWER'),
    answers: [
      answer(RefundQueueDocument, {
        refundCounts: [{ __typename: 'RefundCount', state: 'APPLIED', count: 2 }],
        refundQueue: {
          __typename: 'RefundConnection',
          edges: [],
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      }),
    ],
  })
  expect(screen.getByRole('group', { name: '状态' }).textContent).not.toMatch(/\d/)
  expect((await screen.findAllByRole('button', { name: /2$/ })).length).toBe(2)
})
