import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { cleanup, screen } from '@testing-library/react'
import { parse } from 'graphql'
import { afterEach, describe, expect, it } from 'vitest'
import { useQuery } from '../data/hooks.tsx'
import { answer, axeFindings, showPage } from '../testing/show-page.tsx'
import { ShowMore } from './show-more.tsx'

interface Units {
  units: {
    __typename: 'UnitConnection'
    edges: { __typename: 'UnitEdge'; node: { __typename: 'Unit'; id: string } }[]
    pageInfo: { __typename: 'PageInfo'; hasNextPage: boolean; endCursor: string | null }
  }
}
const query: TypedDocumentNode<Units, { after?: string | null }> = parse(`
  query Units($after: String) {
    units(after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
  }
`)

function List({ sought = false }: { sought?: boolean }) {
  const { data, fetchMore } = useQuery(query)
  return (
    <>
      <ul>
        {data?.units.edges.map(({ node }) => (
          <li key={node.id}>{node.id}</li>
        ))}
      </ul>
      <ShowMore page={data?.units.pageInfo} fetchMore={fetchMore} sought={sought} />
    </>
  )
}

/** Two pages; the second does not come so many times. */
function open(failures: number, list = <List />) {
  let left = failures
  const page = (id: string, endCursor: string | null): Units => ({
    units: {
      __typename: 'UnitConnection',
      edges: [{ __typename: 'UnitEdge', node: { __typename: 'Unit', id } }],
      pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
    },
  })
  const units = answer(query, ({ after }) => {
    if (!after) return page('甲公司', '1')
    if (left-- > 0) throw new Error('the line was cut')
    return page('乙公司', null)
  })
  return showPage(list, { answers: [units] })
}

afterEach(cleanup)

describe('the next page of a list', () => {
  it('that does not come is said beside the button, what is shown stays, and it can be asked for again', async () => {
    const { container, user } = open(1)
    await user.click(await screen.findByRole('button', { name: '显示更多' }))
    expect((await screen.findByRole('alert')).textContent).toContain('其余内容没有取到')
    expect(screen.getByText('甲公司')).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: '重试' }))
    expect(await screen.findByText('乙公司')).toBeTruthy()
    expect(screen.getByText('甲公司')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('in which stands what the reader was led to comes by itself, and is asked for once where it fails', async () => {
    const { user, askedOf } = open(1, <List sought />)
    await screen.findByRole('alert')
    expect(askedOf('Units')).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: '重试' }))
    expect(await screen.findByText('乙公司')).toBeTruthy()
  })
})
