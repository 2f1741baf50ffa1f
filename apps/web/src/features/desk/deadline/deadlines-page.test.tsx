import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { DeadlinesDocument, EndDeadlineFeedDocument, MakeDeadlineFeedDocument } from './deadline.generated.ts'
import type { DeadlinesQuery } from './deadline.generated.ts'
import { DeadlinesPage } from './deadlines-page.tsx'

afterEach(cleanup)

const feed: NonNullable<DeadlinesQuery['deadlineFeed']> = {
  __typename: 'DeadlineFeed',
  id: 'f1',
  language: 'EN',
  createdAt: '2026-11-23T02:00:00Z',
  lastFetchedAt: null,
}

it('the address is made, shown once, replaced and ended after asking', async () => {
  let living: DeadlinesQuery['deadlineFeed'] = null
  let made = 0
  const read = answer(DeadlinesDocument, () => ({
    employer: { __typename: 'Employer' as const, id: 'e1', dueItems: [] },
    deadlineFeed: living,
  }))
  const make = answer(MakeDeadlineFeedDocument, () => {
    living = feed
    made += 1
    return {
      makeDeadlineFeed: {
        __typename: 'DeadlineFeedMade' as const,
        url: `https://o.example/calendar/${made}.ics`,
        feed,
      },
    }
  })
  const end = answer(EndDeadlineFeedDocument, () => {
    living = null
    return { endDeadlineFeed: true }
  })
  const { user } = showPage(<DeadlinesPage />, {
    answers: [read, make, end],
    viewer: clerk,
    at: '/employer/deadlines',
    language: 'en',
  })
  const file = await screen.findByRole('link', { name: 'Download the calendar file' })
  expect(file.getAttribute('href')).toBe('/documents/deadlines.ics?lang=en')
  await user.click(screen.getByRole('button', { name: 'Make an address' }))
  expect(await screen.findByText('https://o.example/calendar/1.ics')).toBeTruthy()
  expect(make.sent).toEqual([{ language: 'EN' }])
  expect(await axeFindings()).toEqual([])
  await user.click(await screen.findByRole('button', { name: 'Replace the address' }))
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Replace the address' }))
  expect(await screen.findByText('https://o.example/calendar/2.ics')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'End the address' }))
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'End the address' }))
  expect(await screen.findByText('The address was ended.')).toBeTruthy()
  expect(await screen.findByRole('button', { name: 'Make an address' })).toBeTruthy()
  expect(screen.queryByText(/o\.example/)).toBeNull()
})
