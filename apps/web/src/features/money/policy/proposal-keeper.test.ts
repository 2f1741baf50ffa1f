import type { ParameterDraft } from '@shebao/premium'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mergeContents, takeTheirs } from './merge-contents.ts'
import type { ProposalContent } from './merge-contents.ts'
import { ProposalKeeper } from './proposal-keeper.ts'
import type { KeeperState, SaveAnswer } from './proposal-keeper.ts'
import { readMonth } from '../../../shared/lib/typed-text.ts'
import { readValue, writeValue } from './typed-parameter.ts'

const row = (id: string, change: Partial<ParameterDraft> = {}): ParameterDraft => ({
  id,
  name: 'BASE_FLOOR',
  insurance: 'PENSION',
  side: 'ALL',
  category: 'ALL',
  value: '716200',
  validFrom: '2027-07',
  validTo: '',
  docNo: '',
  publishedOn: '',
  source: 'x',
  verified: false,
  ...change,
})
const content = (...rows: ParameterDraft[]): ProposalContent => ({ title: 't', publishedAverage: null, rows })

describe('two people at one proposal', () => {
  const base = content(row('a'), row('b'))

  it('keep what only one of them touched', () => {
    const mine = content(row('a', { value: '1' }), row('b'), row('mine'))
    const theirs = content(row('theirs'), row('a', { docNo: '9' }), row('b', { verified: true }))
    const { merged, conflicts } = mergeContents(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(merged.rows).toEqual([
      row('theirs'),
      row('a', { value: '1', docNo: '9' }),
      row('b', { verified: true }),
      row('mine'),
    ])
  })

  it('are asked where both changed the same, and either answer can be taken', () => {
    const { merged, conflicts } = mergeContents(
      base,
      content(row('a', { value: '1' }), row('b')),
      content(row('a', { value: '2' }), row('b')),
    )
    expect(conflicts).toEqual([{ rowId: 'a', field: 'value', mine: '1', theirs: '2' }])
    expect(merged.rows[0]?.value).toBe('1')
    expect(takeTheirs(merged, conflicts).rows[0]?.value).toBe('2')
  })

  it('remove a row only while the other left it alone', () => {
    expect(mergeContents(base, content(row('a')), base).merged.rows).toEqual([row('a')])
    expect(
      mergeContents(base, content(row('a')), content(row('a'), row('b', { value: '3' }))).merged.rows,
    ).toHaveLength(2)
    expect(
      mergeContents(base, content(row('a'), row('b', { value: '3' })), content(row('a'))).merged.rows,
    ).toHaveLength(2)
  })

  it('lose nothing: what nobody else touched is what was typed', () => {
    const edits = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3'))
    fc.assert(
      fc.property(edits, (typed) => {
        const start = content(row('a'), row('b'), row('c'))
        const mine = content(...start.rows.map((one) => ({ ...one, value: typed[one.id] ?? one.value })))
        expect(mergeContents(start, mine, start)).toEqual({ merged: mine, conflicts: [] })
        expect(mergeContents(start, start, mine)).toEqual({ merged: mine, conflicts: [] })
      }),
    )
  })
})

describe('the keeper', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function keep(answers: ((sent: ProposalContent) => SaveAnswer | Error)[]) {
    const sent: [revision: number, content: ProposalContent][] = []
    const states: KeeperState[] = []
    const keeper = new ProposalKeeper({
      revision: 0,
      content: content(row('a')),
      onState: (state) => states.push(state),
      save: async (revision, what) => {
        sent.push([revision, what])
        const answer = answers.shift()?.(what) ?? new Error('no answer')
        if (answer instanceof Error) throw answer
        return answer
      },
    })
    return { keeper, sent, last: () => states.at(-1) }
  }
  const saved =
    (revision: number) =>
    (what: ProposalContent): SaveAnswer => ({ kind: 'saved', revision, content: what, at: '2026-11-23T02:00:00Z' })

  it('saves after a pause, once, and again after a failure', async () => {
    const { keeper, sent, last } = keep([() => new Error('offline'), saved(1)])
    keeper.change(content(row('a', { value: '1' })))
    keeper.change(content(row('a', { value: '12' })))
    await vi.advanceTimersByTimeAsync(1_000)
    expect([sent.length, last()?.saved.kind]).toEqual([1, 'failed'])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent.map(([, what]) => what.rows[0]?.value)).toEqual(['12', '12'])
    expect([last()?.saved.kind, keeper.revision]).toEqual(['saved', 1])
  })

  it('holds still in a conflict until one is chosen, then saves that', async () => {
    const theirs = content(row('a', { value: '2' }))
    const { keeper, sent, last } = keep([() => ({ kind: 'conflict', revision: 5, content: theirs, at: '' }), saved(6)])
    keeper.change(content(row('a', { value: '1' })))
    await vi.advanceTimersByTimeAsync(60_000)
    expect([sent.length, last()?.conflicts.length, last()?.content.rows[0]?.value]).toEqual([1, 1, '1'])
    keeper.resolve([])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent.at(-1)).toEqual([5, content(row('a', { value: '1' }))])
    expect(keeper.revision).toBe(6)
  })

  it('merges and sends on what does not conflict', async () => {
    const theirs = content(row('a', { docNo: '9' }))
    const { keeper, sent } = keep([() => ({ kind: 'conflict', revision: 5, content: theirs, at: '' }), saved(6)])
    keeper.change(content(row('a', { value: '1' })))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent.at(-1)).toEqual([5, content(row('a', { value: '1', docNo: '9' }))])
    expect(await keeper.flush()).toBe(true)
  })
})

describe('a typed value', () => {
  it.each([
    ['BASE_FLOOR', '7,162', '716200', '7162.00'],
    ['BASE_FLOOR', '７１６２．５', '716250', '7162.50'],
    ['RATE_PPM', '8', '80000', '8'],
    ['RATE_PPM', '0.5 %', '5000', '0.5'],
    ['RATE_PPM', '0.1625%', '1625', '0.1625'],
    ['RATE_PPM', '8.12345', '8.12345', '8.12345'],
    ['PAYMENT_DUE_DAY', '25', '25', '25'],
    ['ROUNDING', 'HALF_UP_FEN', 'HALF_UP_FEN', 'HALF_UP_FEN'],
    ['BASE_FLOOR', '七千', '七千', '七千'],
  ])('%s: %s', (name, typed, kept, shown) => {
    expect(readValue(name, typed)).toBe(kept)
    expect(writeValue(name, kept)).toBe(shown)
  })

  it.each([
    ['202707', '2027-07'],
    ['2027/7', '2027-07'],
    ['2027年7月', '2027-07'],
    ['明年', '明年'],
  ])('month %s', (typed, month) => {
    expect(readMonth(typed)).toBe(month)
  })
})
