import type { UnitDraft } from '@shebao/declaration-rules'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DraftKeeper } from './draft-keeper.ts'
import type { KeeperState, SaveAnswer } from './draft-keeper.ts'
import { applyChanges } from './unit-changes.ts'

/** A server with one form and the merging of the real one: same answer changed since the revision is a conflict. */
function makeServer(form: UnitDraft) {
  const server = {
    form,
    revision: 0,
    changedIn: new Map<string, number>(),
    fail: false,
    requests: 0,
    change(changes: Record<string, unknown>) {
      server.revision += 1
      server.form = applyChanges(server.form, changes)
      for (const path of Object.keys(changes)) server.changedIn.set(path, server.revision)
    },
    async save(revision: number, changes: Record<string, unknown>): Promise<SaveAnswer> {
      server.requests += 1
      if (server.fail) throw new Error('offline')
      const savedAt = '2026-11-23T02:00:00Z'
      const record = server.form as Record<string, unknown>
      const conflicts = Object.entries(changes)
        .filter(([path, mine]) => (server.changedIn.get(path) ?? 0) > revision && record[path] !== mine)
        .map(([path, mine]) => ({ path, mine, theirs: record[path] ?? null }))
      if (conflicts.length > 0)
        return { kind: 'conflict', revision: server.revision, form: server.form, savedAt, conflicts }
      server.change(changes)
      return { kind: 'saved', revision: server.revision, form: server.form, savedAt }
    },
  }
  return server
}

function open(server: ReturnType<typeof makeServer>) {
  const seen = {
    state: undefined as KeeperState | undefined,
    kept: null as UnitDraft | null,
    keptWith: undefined as number | undefined,
    merged: [] as string[],
  }
  const keeper = new DraftKeeper({
    revision: server.revision,
    form: server.form,
    save: (revision, changes) => server.save(revision, changes),
    keep: (pending) => {
      seen.kept = pending && pending.mine
      seen.keptWith = pending?.revision
    },
    onMerged: (_form, paths) => {
      seen.merged.push(...paths)
    },
    onState: (state) => {
      seen.state = state
    },
  })
  return { keeper, seen }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('saving while typing', () => {
  it('saves once after a pause, with what changed', async () => {
    const server = makeServer({ retirees: 0 })
    const { keeper, seen } = open(server)
    for (const retirees of [1, 12, 123]) keeper.change({ retirees })
    expect(seen.kept).toEqual({ retirees: 123 })
    await pass(1_000)
    expect(server).toMatchObject({ requests: 1, form: { retirees: 123 } })
    expect(seen.state?.saved).toEqual({ kind: 'saved', at: '2026-11-23T02:00:00Z' })
    expect(seen.kept).toBeNull()
  })

  it('keeps trying while the connection is away, and loses nothing', async () => {
    const server = makeServer({})
    const { keeper, seen } = open(server)
    server.fail = true
    keeper.change({ retirees: 5 })
    await pass(1_000)
    expect(seen.state?.saved.kind).toBe('failed')
    expect(seen.kept).toEqual({ retirees: 5 })
    server.fail = false
    await pass(10_000)
    expect(server.form).toEqual({ retirees: 5 })
    expect(seen.kept).toBeNull()
  })

  it('saves at once when the connection is back, and then no more', async () => {
    const server = makeServer({})
    const { keeper, seen } = open(server)
    server.fail = true
    keeper.change({ retirees: 5 })
    await pass(1_000)
    server.fail = false
    keeper.retry()
    await pass(10)
    expect(server.form).toEqual({ retirees: 5 })
    expect(seen.state?.saved.kind).toBe('saved')
    const { requests } = server
    keeper.retry()
    await pass(60_000)
    expect(server.requests).toBe(requests)
  })

  it('takes over what another clerk changed elsewhere', async () => {
    const server = makeServer({ handlerName: '旧', retirees: 0 })
    const { keeper, seen } = open(server)
    server.change({ handlerName: '新' })
    keeper.change({ handlerName: '旧', retirees: 2 })
    await pass(1_000)
    expect(server.form).toEqual({ handlerName: '新', retirees: 2 })
    expect(seen.merged).toEqual(['handlerName'])
    expect(seen.state?.conflict).toBeNull()
  })

  it('holds still on a conflict until it is chosen, then saves the choice', async () => {
    const server = makeServer({ retirees: 0, handlerName: '甲' })
    const { keeper, seen } = open(server)
    server.change({ retirees: 1 })
    keeper.change({ retirees: 2, handlerName: '乙' })
    await pass(1_000)
    expect(seen.state?.conflict?.conflicts).toEqual([{ path: 'retirees', mine: 2, theirs: 1 }])
    expect(server.form).toEqual({ retirees: 1, handlerName: '甲' })
    await pass(60_000)
    expect(server.requests).toBe(1)
    // After a reload the office is asked on what it was typed on, and finds the same conflict.
    expect(seen.keptWith).toBe(0)
    keeper.resolve({ retirees: 1, handlerName: '乙' })
    await pass(100)
    expect(server.form).toEqual({ retirees: 1, handlerName: '乙' })
    expect(seen.state).toMatchObject({ conflict: null, saved: { kind: 'saved' } })
  })

  it('with all of the other’s answers chosen the office has it all, and nothing is kept', async () => {
    const server = makeServer({ retirees: 0 })
    const { keeper, seen } = open(server)
    server.change({ retirees: 1 })
    keeper.change({ retirees: 2 })
    await pass(1_000)
    keeper.resolve({ retirees: 1 })
    await pass(60_000)
    expect(server.requests).toBe(1)
    expect(seen).toMatchObject({ kept: null, state: { conflict: null, saved: { kind: 'saved' } } })
  })

  it('what is typed while a request is on its way goes with the next', async () => {
    const server = makeServer({})
    const { keeper } = open(server)
    keeper.change({ retirees: 1 })
    const flushed = keeper.flush()
    keeper.change({ retirees: 1, staffTotal: 9 })
    await flushed
    await pass(2_000)
    expect(server.form).toEqual({ retirees: 1, staffTotal: 9 })
    expect(await keeper.flush()).toBe(true)
  })

  it('stops when the office has the declaration', async () => {
    const { keeper, seen } = open({
      ...makeServer({}),
      save: async () => ({ kind: 'refused', reason: 'UNDER_REVIEW' }),
    })
    keeper.change({ retirees: 1 })
    await pass(1_000)
    expect(seen.state?.refusedFor).toBe('UNDER_REVIEW')
    expect(await keeper.flush()).toBe(false)
    expect(seen.kept).toEqual({ retirees: 1 })
  })
})
