import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { OpenedLists } from './opened-names.ts'
import type { OpenedNames } from './opened-names.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const list = (people: number) => {
  const rows = Array.from({ length: people }, (_, index) => index)
  return vi.fn<() => Promise<OpenedNames>>(async () => ({
    rows,
    names: rows.map(() => '某某'),
    numbers: rows.map(() => ''),
  }))
}

it('a list that was searched just now is not opened again, not even by two searches at once', async () => {
  const lists = new OpenedLists()
  const open = list(3)
  await Promise.all([lists.get('a', 1, open), lists.get('a', 1, open)])
  await vi.advanceTimersByTimeAsync(119_000)
  await lists.get('a', 1, open)
  await vi.advanceTimersByTimeAsync(119_000)
  await lists.get('a', 1, open)
  expect(open).toHaveBeenCalledOnce()
})

it('a draft that was changed since is opened anew, and the one before forgotten', async () => {
  const lists = new OpenedLists()
  await lists.get('a', 1, list(3))
  const open = list(4)
  await lists.get('a', 2, open)
  expect(open).toHaveBeenCalledOnce()
  expect(lists.people).toBe(4)
})

it('nobody’s name stays open longer than two minutes after the last search', async () => {
  const lists = new OpenedLists()
  await lists.get('a', 1, list(3))
  await vi.advanceTimersByTimeAsync(60_000)
  await lists.get('b', 1, list(5))
  expect(lists.people).toBe(8)
  await vi.advanceTimersByTimeAsync(61_000)
  expect(lists.people).toBe(5)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(lists.people).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

it('what was searched longest ago goes when there are too many people', async () => {
  const lists = new OpenedLists()
  const first = list(100_000)
  await lists.get('a', 1, first)
  await lists.get('b', 1, list(60_000))
  await lists.get('a', 1, first)
  await lists.get('c', 1, list(50_000))
  expect(lists.people).toBe(150_000)
  await lists.get('a', 1, first)
  expect(first).toHaveBeenCalledOnce()
})

it('what could not be opened is tried anew', async () => {
  const lists = new OpenedLists()
  await expect(lists.get('a', 1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await lists.get('a', 1, list(2))
  expect(lists.people).toBe(2)
})
