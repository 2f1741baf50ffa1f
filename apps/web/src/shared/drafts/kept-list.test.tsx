import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { freshShelf } from '../testing/fresh-shelf.ts'
import { axeFindings, clerk, showPage } from '../testing/show-page.tsx'
import { KeptList } from './kept-list.tsx'
import { keptOf, putDraft, putSubmission } from './shelf.ts'

const owner = 'a1/e1'

beforeEach(async () => {
  await freshShelf()
  const typedAt = '2026-11-23T02:32:00Z'
  const what = { kind: 'MONTHLY_CHANGE', of: '2026-11', path: '/employer/monthly/m1?row=3' } as const
  const typed = { owner, what, base: {}, mine: { reason: '新' }, revision: null, beside: null, typedAt }
  await putDraft({ ...typed, draft: 'change.m1.row-3', page: 'p1' })
  await putDraft({ ...typed, draft: 'change.m1.row-3', page: 'p2' })
  await putSubmission({
    owner,
    declaration: 'd1',
    what: { kind: 'INSPECTION', of: '2026', path: '/employer/inspection/review' },
    content: '4.2',
    signer: '李明',
    key: null,
    pressedAt: typedAt,
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('what is on this device alone', () => {
  it('is listed with where it goes on, and discarded only after the question', async () => {
    const { container, user } = showPage(<KeptList />, { viewer: clerk })
    const [submission, typed] = await screen.findAllByRole('listitem')
    expect(submission?.textContent).toContain('2026年度年检申报2026年11月23日 10:32按下提交，尚未送达')
    expect(
      within(submission as HTMLElement)
        .getByRole('link')
        .getAttribute('href'),
    ).toBe('/employer/inspection/review')
    expect(typed?.textContent).toContain('2026年11月月度申报：人员变动')
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: '放弃' }))
    expect((await keptOf(owner)).drafts).toHaveLength(2)
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '放弃' }))
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1))
    expect((await keptOf(owner)).drafts).toEqual([])
  })

  it('is shown to nobody else', async () => {
    showPage(<KeptList />, { viewer: { ...clerk, id: 'a2' } })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(screen.queryByRole('listitem')).toBeNull()
  })
})
