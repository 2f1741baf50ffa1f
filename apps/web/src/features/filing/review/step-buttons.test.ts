import { describe, expect, it } from 'vitest'
import { stepButtons } from './step-buttons.ts'

const someone = { id: 'v1' }
const steps = (
  actions: string[],
  given: { secondPersonNeeded?: boolean; recommendedBy?: { id: string } | null; notes?: number } = {},
) =>
  stepButtons(
    { actions, secondPersonNeeded: given.secondPersonNeeded ?? false, recommendedBy: given.recommendedBy ?? null },
    given.notes ?? 0,
  ).map(({ step, main, disabled }) => `${step}${main ? '!' : ''}${disabled ? '-' : ''}`)

describe('what staff can do with a declaration', () => {
  it.each([
    ['submitted', steps(['START_REVIEW']), ['START!']],
    ['in review by the first person', steps(['RETURN', 'APPROVE']), ['RETURN-', 'RECOMMEND', 'ACCEPT!']],
    ['with notes', steps(['RETURN'], { notes: 2 }), ['RETURN!', 'RECOMMEND']],
    ['recommended', steps(['RETURN', 'APPROVE'], { recommendedBy: someone }), ['RETURN-', 'ACCEPT!']],
    [
      'recommended by oneself',
      steps(['RETURN', 'APPROVE'], { recommendedBy: someone, secondPersonNeeded: true }),
      ['RETURN-'],
    ],
    ['with its paper', steps(['CLOSE']), ['CLOSE!']],
    ['finished', steps([]), []],
  ])('%s', (_, offered, expected) => {
    expect(offered).toEqual(expected)
  })
})
