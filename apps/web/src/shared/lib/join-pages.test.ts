import { describe, expect, it } from 'vitest'
import { joinPages } from './join-pages.ts'

const page = (...ids: number[]) => ({
  edges: ids.map((id) => ({ node: { id } })),
  pageInfo: { hasNextPage: ids.length > 1, endCursor: String(ids.at(-1)) },
})
const join = <Answer>(before: Answer, next: Answer) => joinPages(before, { fetchMoreResult: next })

describe('the next page', () => {
  it('stands behind those before it, with its own end', () => {
    expect(join({ queue: page(1, 2) }, { queue: page(3) })).toEqual({
      queue: { edges: page(1, 2, 3).edges, pageInfo: page(3).pageInfo },
    })
  })

  it('is joined wherever the list stands, and what is beside it is as it is now', () => {
    const before = { unit: { name: 'old', counts: [1], bills: page(1, 2) } }
    const next = { unit: { name: 'new', counts: [2], bills: page(3) } }
    expect(join(before, next)).toEqual({
      unit: { name: 'new', counts: [2], bills: { edges: page(1, 2, 3).edges, pageInfo: page(3).pageInfo } },
    })
  })

  it('leaves a list that is shown as a whole as it is', () => {
    const { edges } = page(7, 8)
    const answer = (bills: object) => ({ unit: { owed: { edges }, bills } })
    expect(join(answer(page(1)), answer(page(2)))).toEqual(answer({ ...page(2), edges: page(1, 2).edges }))
  })

  it.each([
    [{ day: null }, { day: { items: page(3) } }],
    [{ day: { items: page(1, 2) } }, { day: null }],
  ])('of what was gone or is gone is what the newer answer says', (before, next) => {
    expect(join<unknown>(before, next)).toEqual(next)
  })

  it('that two presses asked for stands once', () => {
    const [before, next] = [{ queue: page(1, 2) }, { queue: page(3) }]
    const once = joinPages(before, { fetchMoreResult: next, variables: { after: '2' } })
    expect(joinPages(once, { fetchMoreResult: next, variables: { after: '2' } })).toEqual(once)
    expect(once.queue.edges).toEqual(page(1, 2, 3).edges)
  })
})
