import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BatchSaver } from './batch-saver.ts'
import type { SaverParts, SaverState } from './batch-saver.ts'

const saved = async (revision: number) => ({ kind: 'saved' as const, revision: revision + 1 })

function make() {
  const states: SaverState[] = []
  const parts = {
    take: vi.fn<SaverParts['take']>(async () => ({ rows: 2, removed: [7], revision: 4 })),
    sendRows: vi.fn<SaverParts['sendRows']>(saved),
    sendRemoved: vi.fn<SaverParts['sendRemoved']>(saved),
    confirm: vi.fn<SaverParts['confirm']>(async () => undefined),
    rebase: vi.fn<SaverParts['rebase']>(async () => ({ conflicts: [], who: null })),
    settle: vi.fn<SaverParts['settle']>(async () => undefined),
    onState: (state: SaverState) => void states.push(state),
    now: () => '2026-11-23T02:00:00Z',
  }
  return { saver: new BatchSaver(parts), parts, last: () => states.at(-1) }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('saving in batches', () => {
  it('sends a moment after the last change, rows and then removals on the revision that gave', async () => {
    const { saver, parts, last } = make()
    saver.changed()
    await vi.advanceTimersByTimeAsync(900)
    saver.changed()
    await vi.advanceTimersByTimeAsync(900)
    expect(parts.take).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(200)
    expect(parts.sendRows.mock.calls).toEqual([[4, 2, '']])
    expect(parts.sendRemoved.mock.calls).toEqual([[5, [7]]])
    expect(parts.confirm.mock.calls).toEqual([
      ['ROWS', 5],
      ['REMOVED', 6],
    ])
    expect(last()?.saved).toEqual({ kind: 'saved', at: '2026-11-23T02:00:00Z' })
  })

  it('a reason goes at once, with its batch, and with no later one', async () => {
    const { saver, parts } = make()
    saver.changed('以登记为准')
    await vi.advanceTimersByTimeAsync(0)
    saver.changed()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(parts.sendRows.mock.calls.map(([, , reason]) => reason)).toEqual(['以登记为准', ''])
  })

  it('tries again after a failure, and holds still after a refusal until something else is changed', async () => {
    const failing = make()
    failing.parts.sendRows.mockRejectedValue(new Error('offline'))
    failing.saver.changed()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(failing.last()?.saved.kind).toBe('failed')
    await vi.advanceTimersByTimeAsync(8_000)
    expect(failing.parts.sendRows).toHaveBeenCalledTimes(2)
    // The connection is back before the pause is over.
    failing.saver.retry()
    await vi.advanceTimersByTimeAsync(0)
    expect(failing.parts.sendRows).toHaveBeenCalledTimes(3)
    failing.saver.stop()

    const refused = make()
    refused.parts.sendRows.mockResolvedValue({ kind: 'refused', code: 'UNDER_REVIEW', rows: [] })
    refused.saver.changed()
    await vi.advanceTimersByTimeAsync(60_000)
    await refused.saver.flush()
    refused.saver.retry()
    await vi.advanceTimersByTimeAsync(0)
    expect(refused.parts.sendRows).toHaveBeenCalledTimes(1)
    expect(refused.last()?.note).toMatchObject({ kind: 'REFUSED', code: 'UNDER_REVIEW' })
    refused.saver.changed()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(refused.parts.sendRows).toHaveBeenCalledTimes(2)
  })

  it('puts lists together after a conflict and goes on; what both changed waits for the choice', async () => {
    const conflict = { row: 1, field: 'name' as const, mine: {}, theirs: {} }
    const { saver, last, parts } = make()
    const { sendRows } = parts
    parts.rebase.mockResolvedValueOnce({
      conflicts: [conflict],
      who: { name: '周敏', at: '2026-11-23T01:00:00Z', mine: false },
    })
    sendRows.mockResolvedValueOnce({ kind: 'conflict', revision: 9 })
    saver.changed()
    await vi.advanceTimersByTimeAsync(1_000)
    expect([last()?.conflicts, last()?.who?.name]).toEqual([[conflict], '周敏'])
    saver.changed()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sendRows).toHaveBeenCalledTimes(1)
    await saver.settle([conflict])
    expect(parts.settle).toHaveBeenCalledWith([conflict])
    expect(sendRows).toHaveBeenCalledTimes(2)
    sendRows.mockResolvedValueOnce({ kind: 'conflict', revision: 12 })
    saver.changed()
    await vi.advanceTimersByTimeAsync(1_001)
    expect([last()?.note, last()?.saved.kind, sendRows.mock.calls.length]).toEqual([{ kind: 'MERGED' }, 'saved', 4])
  })
})
