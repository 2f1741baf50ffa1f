import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { act, cleanup, render, renderHook, waitFor } from '@testing-library/react'
import { parse } from 'graphql'
import { useEffect, type ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { joinPages } from '../lib/join-pages.ts'
import { useOwnFields } from '../lib/use-own-fields.ts'
import type { Answer, Asked } from './answer.ts'
import { DataClient } from './data-client.ts'
import { DataProvider, useLazyQuery, useMutation, useQuery } from './hooks.tsx'

interface Unit {
  __typename: 'Employer'
  id: string
  name: string
}
type Shown = { ' $fragmentRefs'?: { Phone: { phone: string } } } & Unit
const phoneFragment: TypedDocumentNode<{ phone: string } & { ' $fragmentName'?: 'Phone' }> = parse(
  'fragment Phone on Employer { phone }',
)
const unitQuery: TypedDocumentNode<{ unit: Shown | null }, { id: string }> = parse(
  'query Unit($id: ID!) { unit(id: $id) { id name ...Phone } } fragment Phone on Employer { phone }',
)
const listQuery: TypedDocumentNode<{ units: Unit[] }, Record<string, never>> = parse(
  'query Units { units { id name } }',
)
const renameMutation: TypedDocumentNode<{ rename: Unit }, { id: string; name: string }> = parse(
  'mutation Rename($id: ID!, $name: String!) { rename(id: $id, name: $name) { id name } }',
)

const unit = (id: string, name: string) => ({ __typename: 'Employer' as const, id, name, phone: `tel ${id}` })

/** An office that answers by name, later, and remembers what it was asked. */
function office(answers: Record<string, (variables: Record<string, unknown>) => Answer | Promise<Answer>>) {
  const asked: Asked[] = []
  const client = new DataClient(async (one) => {
    asked.push(one)
    await Promise.resolve()
    return structuredClone((await answers[one.name]?.(one.variables)) ?? {})
  })
  const wrapper = ({ children }: { children: ReactNode }) => <DataProvider client={client}>{children}</DataProvider>
  const timesAsked = (name: string) => asked.filter((one) => one.name === name).length
  return { client, wrapper, asked, timesAsked }
}

/** So late that the answer before it has been dealt with. */
const later = async (given: Answer): Promise<Answer> => {
  await new Promise((resolve) => setTimeout(resolve, 2))
  return given
}

const ordinary = {
  Unit: ({ id }: Record<string, unknown>) => ({ data: { unit: unit(String(id), '甲') } }),
  Units: () => ({ data: { units: [unit('1', '甲'), unit('2', '乙')] } }),
  Rename: ({ id, name }: Record<string, unknown>) => ({
    data: { rename: { __typename: 'Employer', id, name } },
  }),
}

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('a question on the page', () => {
  it('shows what came, without what only a part of it asks for; the part reads that by itself', async () => {
    const { wrapper } = office(ordinary)
    const { result } = renderHook(() => useQuery(unitQuery, { variables: { id: '1' } }), { wrapper })
    expect(result.current).toMatchObject({ data: undefined, loading: true })
    await waitFor(() => expect(result.current.loading).toBe(false))
    const shown = result.current.data?.unit
    expect(shown).toEqual({ __typename: 'Employer', id: '1', name: '甲' })
    const part = renderHook(() => useOwnFields(phoneFragment, shown ?? null), { wrapper })
    expect(part.result.current).toEqual({ __typename: 'Employer', phone: 'tel 1' })
  })

  it('shows a change of the same thing wherever it stands, and asks for nothing again', async () => {
    const { client, wrapper, timesAsked } = office(ordinary)
    const { result } = renderHook(
      () => ({ one: useQuery(unitQuery, { variables: { id: '1' } }), all: useQuery(listQuery) }),
      { wrapper },
    )
    await waitFor(() => expect(result.current.all.loading || result.current.one.loading).toBe(false))
    const untouched = result.current.all.data?.units[1]
    await act(() => client.mutate({ mutation: renameMutation, variables: { id: '1', name: '丙' } }))
    expect(result.current.one.data?.unit?.name).toBe('丙')
    expect(result.current.all.data?.units.map(({ name }) => name)).toEqual(['丙', '乙'])
    // What did not change is the same object as before.
    expect(result.current.all.data?.units[1]).toBe(untouched)
    expect([timesAsked('Unit'), timesAsked('Units')]).toEqual([1, 1])
  })

  it('that is answered as before shows the very same', async () => {
    const { wrapper, timesAsked } = office(ordinary)
    const { result } = renderHook(() => useQuery(listQuery), { wrapper })
    await waitFor(() => expect(result.current.loading).toBe(false))
    const before = result.current.data
    await act(() => result.current.refetch())
    expect(timesAsked('Units')).toBe(2)
    expect(result.current.data).toBe(before)
  })

  it('is asked once for all who ask at the same time, and once more by whoever comes later and sees at once what is known', async () => {
    const { wrapper, timesAsked } = office(ordinary)
    const both = renderHook(() => [useQuery(listQuery), useQuery(listQuery)], { wrapper })
    await waitFor(() => expect(both.result.current.some(({ loading }) => loading)).toBe(false))
    expect(timesAsked('Units')).toBe(1)
    const later = renderHook(() => useQuery(listQuery), { wrapper })
    expect(later.result.current).toMatchObject({ loading: true, data: { units: [{ id: '1' }, { id: '2' }] } })
    await waitFor(() => expect(later.result.current.loading).toBe(false))
    expect(timesAsked('Units')).toBe(2)
    const kept = renderHook(() => useQuery(listQuery, { fetchPolicy: 'cache-first' }), { wrapper })
    expect(kept.result.current.loading).toBe(false)
    expect(timesAsked('Units')).toBe(2)
  })

  it('with other variables shows nothing of the former ones but as what was there before, and is not asked while it is skipped', async () => {
    const { wrapper, timesAsked } = office(ordinary)
    const ask = ({ id, skip = false }: { id: string; skip?: boolean }) =>
      useQuery(unitQuery, { variables: { id }, skip })
    const skipped: Parameters<typeof ask>[0] = { id: '1', skip: true }
    const { result, rerender } = renderHook(ask, { wrapper, initialProps: skipped })
    expect(result.current.loading).toBe(false)
    rerender({ id: '1' })
    await waitFor(() => expect(result.current.data?.unit?.id).toBe('1'))
    const { refetch } = result.current
    rerender({ id: '2' })
    expect(result.current).toMatchObject({ data: undefined, loading: true, previousData: { unit: { id: '1' } } })
    await waitFor(() => expect(result.current.data?.unit?.id).toBe('2'))
    expect(timesAsked('Unit')).toBe(2)
    expect(result.current.refetch).toBe(refetch)
  })

  it('that fails says so, keeps what it showed, and may be asked again', async () => {
    let isDown = false
    const answers = { ...ordinary, Units: () => (isDown ? { errors: [{ message: 'down' }] } : ordinary.Units()) }
    const { wrapper } = office(answers)
    const { result } = renderHook(() => useQuery(listQuery), { wrapper })
    await waitFor(() => expect(result.current.loading).toBe(false))
    isDown = true
    await act(() => expect(result.current.refetch()).rejects.toThrow('down'))
    expect(result.current).toMatchObject({ loading: false, error: { message: 'down' }, data: { units: [{}, {}] } })
    isDown = false
    await act(() => result.current.refetch())
    expect(result.current.error).toBeUndefined()
  })

  it('goes on behind its end by pages, and one that is not kept does so, too, and leaves nothing', async () => {
    const pages: TypedDocumentNode<
      {
        list: {
          __typename: 'List'
          edges: { __typename: 'Edge'; at: number }[]
          pageInfo: { __typename: 'PageInfo'; endCursor: string | null }
        }
      },
      { after?: string | null }
    > = parse('query Pages($after: String) { list(after: $after) { edges { at } pageInfo { endCursor } } }')
    const page = (at: number, endCursor: string | null) => ({
      data: {
        list: {
          __typename: 'List',
          edges: [{ __typename: 'Edge', at }],
          pageInfo: { __typename: 'PageInfo', endCursor },
        },
      },
    })
    for (const fetchPolicy of ['cache-and-network', 'no-cache'] as const) {
      const { wrapper, client } = office({ Pages: ({ after }) => (after === '1' ? page(2, null) : page(1, '1')) })
      const { result } = renderHook(() => useQuery(pages, { fetchPolicy }), { wrapper })
      await waitFor(() => expect(result.current.loading).toBe(false))
      await act(() => result.current.fetchMore({ variables: { after: '1' }, updateQuery: joinPages }))
      expect(result.current.data?.list.edges.map(({ at }) => at)).toEqual([1, 2])
      expect(client.readQuery({ query: pages }) === null).toBe(fetchPolicy === 'no-cache')
    }
  })

  it('asks again, once, for what an answer to another question took away', async () => {
    const office1 = { __typename: 'Desk', open: true }
    const office2 = { __typename: 'Desk', phone: '12333' }
    const open: TypedDocumentNode<{ desk: { open: boolean } }, Record<string, never>> = parse(
      'query Open { desk { open } }',
    )
    const phone: TypedDocumentNode<{ desk: { phone: string } }, Record<string, never>> = parse(
      'query DeskPhone { desk { phone } }',
    )
    const { wrapper, timesAsked } = office({
      Open: () => later({ data: { desk: office1 } }),
      DeskPhone: () => later({ data: { desk: office2 } }),
    })
    const { result, rerender } = renderHook(({ skip }) => [useQuery(open), useQuery(phone, { skip })] as const, {
      wrapper,
      initialProps: { skip: true },
    })
    await waitFor(() => expect(result.current[0].loading).toBe(false))
    rerender({ skip: false })
    await act(async () => new Promise((resolve) => setTimeout(resolve, 100)))
    // Neither chases the other, and both show what they asked for.
    expect([timesAsked('Open'), timesAsked('DeskPhone')]).toEqual([2, 2])
    expect(result.current[0].data).toEqual({ desk: office1 })
    expect(result.current[1].data).toEqual({ desk: office2 })
  })

  it('is asked again each time, unless it may wait', async () => {
    vi.useFakeTimers()
    let mayWait = false
    const { wrapper, timesAsked } = office(ordinary)
    const shown = renderHook(() => useQuery(listQuery, { pollInterval: 1_000, skipPollAttempt: () => mayWait }), {
      wrapper,
    })
    await act(() => vi.advanceTimersByTimeAsync(2_500))
    expect(timesAsked('Units')).toBe(3)
    mayWait = true
    await act(() => vi.advanceTimersByTimeAsync(2_000))
    expect(timesAsked('Units')).toBe(3)
    mayWait = false
    shown.unmount()
    await act(() => vi.advanceTimersByTimeAsync(2_000))
    expect(timesAsked('Units')).toBe(3)
  })
})

it('a part of the page may begin to ask again before the page itself is settled, and goes on so for other variables', async () => {
  vi.useFakeTimers()
  const { wrapper, asked, client } = office(ordinary)
  await client.query({ query: unitQuery, variables: { id: '1' } })
  function Watched({ start }: { start: (everyMs: number) => void }) {
    useEffect(() => start(1_000), [start])
    return null
  }
  function Page({ id }: { id: string }) {
    const { startPolling } = useQuery(unitQuery, { variables: { id }, fetchPolicy: 'cache-first' })
    return <Watched start={startPolling} />
  }
  const page = render(<Page id="1" />, { wrapper })
  await act(() => vi.advanceTimersByTimeAsync(1_500))
  page.rerender(<Page id="2" />)
  await act(() => vi.advanceTimersByTimeAsync(1_500))
  expect(asked.map(({ variables }) => variables['id'])).toEqual(['1', '1', '2', '2'])
})

describe('a change', () => {
  it('waits for the questions it asks again where it is told to, and a press says how far it is', async () => {
    let isSecond = false
    const { wrapper } = office({
      ...ordinary,
      Units: async () => {
        if (!isSecond) return ordinary.Units()
        await new Promise((resolve) => setTimeout(resolve, 20))
        return { data: { units: [unit('3', '丁')] } }
      },
    })
    const { result } = renderHook(
      () => ({
        all: useQuery(listQuery),
        rename: useMutation(renameMutation, { refetchQueries: [listQuery], awaitRefetchQueries: true }),
      }),
      { wrapper },
    )
    await waitFor(() => expect(result.current.all.loading).toBe(false))
    isSecond = true
    await act(() => result.current.rename[0]({ variables: { id: '1', name: '丙' } }))
    expect(result.current.all.data?.units.map(({ id }) => id)).toEqual(['3'])
    expect(result.current.rename[1]).toMatchObject({ loading: false, data: { rename: { name: '丙' } } })
  })

  it('that was refused is an error with its reasons, and the last press is the one that shows', async () => {
    const { wrapper } = office({ Rename: () => ({ errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] }) })
    const { result } = renderHook(() => useMutation(renameMutation), { wrapper })
    await act(() => expect(result.current[0]({ variables: { id: '1', name: '' } })).rejects.toThrow('no'))
    expect(result.current[1].error).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
  })

  it('begun after a question was sent is not answered by that question, nor undone by its late answer', async () => {
    const waiting = Promise.withResolvers<Answer>()
    let asked = 0
    const { client } = office({
      ...ordinary,
      Units: () => (asked++ === 0 ? waiting.promise : { data: { units: [unit('1', '丙')] } }),
    })
    const early = client.query({ query: listQuery, fetchPolicy: 'network-only' })
    await client.mutate({ mutation: renameMutation, variables: { id: '1', name: '丙' } })
    await client.query({ query: listQuery, fetchPolicy: 'network-only' })
    expect(asked).toBe(2)
    waiting.resolve(ordinary.Units())
    expect((await early).data?.units).toMatchObject([{ id: '1', name: '丙' }])
    expect(client.readQuery({ query: listQuery })?.units).toMatchObject([{ id: '1', name: '丙' }])
    expect(asked).toBe(3)
  })

  it('that keeps coming does not keep a slow question from its answer', async () => {
    let asked = 0
    const { client } = office({
      ...ordinary,
      Units: async () => {
        asked += 1
        await client.mutate({ mutation: renameMutation, variables: { id: '1', name: '丙' } })
        return ordinary.Units()
      },
    })
    const answer = await client.query({ query: listQuery, fetchPolicy: 'network-only' })
    expect(answer.data?.units).toHaveLength(2)
    expect(asked).toBe(2)
  })
})

it('whoever leaves takes everything along: what is known, and what is still on its way', async () => {
  const waiting = Promise.withResolvers<Answer>()
  const { client, asked } = office({ ...ordinary, Unit: () => waiting.promise })
  await client.query({ query: listQuery })
  const late = client.query({ query: unitQuery, variables: { id: '1' } })
  await client.clearStore()
  expect(client.readQuery({ query: listQuery })).toBeNull()
  expect(asked[1]?.signal.aborted).toBe(true)
  waiting.resolve(ordinary.Unit({ id: '1' }))
  await expect(late).rejects.toThrow('aborted')
  expect(client.readQuery({ query: unitQuery, variables: { id: '1' } })).toBeNull()
})

it('a question that somebody presses for is asked each time they press', async () => {
  const { wrapper, timesAsked } = office(ordinary)
  const { result } = renderHook(() => useLazyQuery(unitQuery, { fetchPolicy: 'network-only' }), { wrapper })
  expect(result.current[1]).toMatchObject({ data: undefined, loading: false })
  const found = await act(() => result.current[0]({ variables: { id: '1' } }))
  expect(found.data?.unit?.id).toBe('1')
  expect(result.current[1].data?.unit?.id).toBe('1')
  await act(() => result.current[0]({ variables: { id: '1' } }))
  expect(timesAsked('Unit')).toBe(2)
})
