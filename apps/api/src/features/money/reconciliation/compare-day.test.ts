import { fen, sumFen } from '@shebao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDay } from './compare-day.ts'
import type { ComparedItem, DayFacts, FileEntry, SystemRecord } from './compare-day.ts'

const day = '2026-11-24'
const before = '2026-11-23'
const after = '2026-11-25'

let counter = 0
const entry = (reference: string, amount: number, change: Partial<FileEntry> = {}): FileEntry => ({
  id: `e${(counter += 1)}`,
  day,
  position: counter,
  reference,
  occurrence: 1,
  endToEndId: null,
  amount: fen(amount),
  ...change,
})
const payment = (reference: string, amount: number, change: Partial<SystemRecord> = {}): SystemRecord => ({
  id: `p${(counter += 1)}`,
  kind: 'PAYMENT',
  key: `key-${reference}`,
  reference,
  amount: fen(amount),
  day,
  employerId: 'employer',
  standing: 'POSTED',
  late: false,
  ...change,
})
const compare = (facts: Partial<DayFacts>) =>
  compareDay({ day, system: [], bank: [], treasury: [], treasuryListed: true, ...facts })
const brief = (items: readonly ComparedItem[]) =>
  items.map(({ outcome, settled, otherDay }) => [outcome, settled, otherDay])

describe('the five outcomes', () => {
  it('MATCHED when all sides say the same', () => {
    const items = compare({ system: [payment('A', 100)], bank: [entry('A', 100)], treasury: [entry('A', 100)] })
    expect(brief(items)).toEqual([['MATCHED', true, null]])
  })
  it('finds a line by our own key although its reference is another', () => {
    const items = compare({
      system: [payment('A', 100)],
      bank: [entry('B', 100, { endToEndId: 'key-A' })],
      treasury: [entry('B', 100)],
    })
    expect(brief(items)).toEqual([['MATCHED', true, null]])
  })
  it('BANK_ONLY and SYSTEM_ONLY', () => {
    const items = compare({ system: [payment('A', 100)], bank: [entry('B', 100)], treasury: [entry('B', 100)] })
    expect(brief(items)).toEqual([
      ['SYSTEM_ONLY', false, null],
      ['BANK_ONLY', false, null],
    ])
  })
  it('AMOUNT_DIFF for each side that differs, also where the treasury has nothing', () => {
    const of = (bank: number, treasury: FileEntry[]) =>
      brief(compare({ system: [payment('A', 100)], bank: [entry('A', bank)], treasury }))
    expect(of(101, [entry('A', 101)])).toEqual([['AMOUNT_DIFF', false, null]])
    expect(of(100, [entry('A', 101)])).toEqual([['AMOUNT_DIFF', false, null]])
    expect(of(100, [])).toEqual([['AMOUNT_DIFF', false, null]])
  })
  it('compares two sides while the treasury’s list is not there', () => {
    expect(brief(compare({ system: [payment('A', 100)], bank: [entry('A', 100)], treasuryListed: false }))).toEqual([
      ['MATCHED', true, null],
    ])
  })
  it('DUPLICATE for what a file lists again, and for a payment that was set aside as one', () => {
    const again = compare({
      system: [payment('A', 100)],
      bank: [entry('A', 100), entry('A', 100, { occurrence: 2 })],
      treasury: [entry('A', 100)],
    })
    expect(brief(again)).toEqual([
      ['MATCHED', true, null],
      ['DUPLICATE', false, null],
    ])
    expect(again[1]).toMatchObject({ system: null, owner: 'employer', treasury: null })
    const aside = payment('A', 100, { standing: 'SET_ASIDE_DUPLICATE' })
    expect(brief(compare({ system: [aside], bank: [entry('A', 100)], treasury: [entry('A', 100)] }))).toEqual([
      ['DUPLICATE', false, null],
    ])
  })
})

describe('a line on another day', () => {
  const late = [payment('A', 100, { day: before })]
  const [bank, treasury] = [[entry('A', 100)], [entry('A', 100)]]
  it('is matched there, and settles the day that missed it', () => {
    expect(brief(compare({ system: late, bank, treasury }))).toEqual([['MATCHED', true, before]])
    expect(brief(compareDay({ day: before, system: late, bank, treasury, treasuryListed: true }))).toEqual([
      ['SYSTEM_ONLY', true, day],
    ])
  })
  it('that repeats an earlier line is DUPLICATE', () => {
    const items = compare({ system: late, bank: [entry('A', 100, { day: before }), ...bank], treasury: [] })
    expect(brief(items)).toEqual([['DUPLICATE', false, before]])
  })
  it('of the treasury was only on its way', () => {
    const next = [entry('A', 100, { day: after })]
    expect(brief(compare({ system: [payment('A', 100)], bank, treasury: next }))).toEqual([
      ['AMOUNT_DIFF', true, after],
    ])
    expect(
      brief(compareDay({ day: after, system: [payment('A', 100)], bank, treasury: next, treasuryListed: true })),
    ).toEqual([['MATCHED', true, day]])
  })
})

describe('a payment reported after its day was closed', () => {
  const late = [payment('A', 100, { day: before, late: true })]
  it('is the next open day’s to account for', () => {
    expect(brief(compare({ system: late }))).toEqual([['SYSTEM_ONLY', false, before]])
    expect(brief(compare({ system: late, bank: [entry('A', 100)], treasury: [entry('A', 100)] }))).toEqual([
      ['MATCHED', true, before],
    ])
    expect(brief(compare({ system: late, bank: [entry('A', 100, { day: after })] }))).toEqual([
      ['SYSTEM_ONLY', true, after],
    ])
  })
  it('is not settled by a line of the closed day, about which people have decided', () => {
    expect(brief(compare({ system: late, bank: [entry('A', 100, { day: before })] }))).toEqual([
      ['SYSTEM_ONLY', false, before],
    ])
  })
})

/** A handful of references, so that lines meet, repeat and miss each other. */
const reference = fc.constantFrom('A', 'B', 'C', 'D', 'E')
const someDay = fc.constantFrom(before, day, day, day, after)
const amount = fc.constantFrom(100, 200, -100)
const lines = fc.array(
  fc
    .record({ reference, day: someDay, amount, named: fc.boolean() })
    .map(({ named, ...line }) =>
      entry(line.reference, line.amount, { day: line.day, endToEndId: named ? `key-${line.reference}` : null }),
    ),
  { maxLength: 12 },
)
const records = fc.uniqueArray(
  fc.record({
    reference,
    day: someDay,
    amount,
    standing: fc.constantFrom('POSTED', 'POSTED', 'OPEN', 'SET_ASIDE_AMOUNT', 'SET_ASIDE_DUPLICATE'),
  }),
  { selector: (record) => record.reference, maxLength: 5 },
)
const facts = fc
  .record({ records, bank: lines, treasury: lines, treasuryListed: fc.boolean() })
  .map(({ records: drawn, ...files }): DayFacts => ({
    day,
    system: drawn.map((record) =>
      payment(record.reference, record.amount, {
        day: record.day,
        standing: record.standing as SystemRecord['standing'],
      }),
    ),
    ...files,
  }))

const ids = (parts: readonly ({ id: string } | null)[]) => parts.flatMap((part) => part?.id ?? []).toSorted()

describe('any day', () => {
  it('has each of its payments and each of its lines in exactly one item', () => {
    fc.assert(
      fc.property(facts, (drawn) => {
        const items = compareDay(drawn)
        const own = <One extends { day: string }>(all: readonly One[]) => all.filter((one) => one.day === day)
        expect(ids(items.map(({ bank }) => bank))).toEqual(ids(own(drawn.bank)))
        expect(ids(items.map(({ treasury }) => treasury))).toEqual(ids(own(drawn.treasury)))
        const counted = items.flatMap(({ system }) =>
          system && system.day === day && system.standing !== 'OPEN' ? [system] : [],
        )
        expect(ids(counted)).toEqual(ids(own(drawn.system).filter(({ standing }) => standing !== 'OPEN')))
      }),
    )
  })
  it('keeps its totals', () => {
    fc.assert(
      fc.property(facts, (drawn) => {
        const items = compareDay(drawn)
        const sum = (entries: readonly (FileEntry | null)[]) => sumFen(entries.flatMap((one) => one?.amount ?? []))
        expect(sum(items.map(({ bank }) => bank))).toBe(sum(drawn.bank.filter((one) => one.day === day)))
      }),
    )
  })
  it('is the same whatever the order of lines and payments', () => {
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.nat()), (drawn, numbers) => {
        const shuffled = <One>(all: readonly One[]) =>
          all
            .map((one) => ({ one, rank: numbers.next().value ?? 0 }))
            .toSorted((a, b) => a.rank - b.rank)
            .map(({ one }) => one)
        const other = {
          ...drawn,
          system: shuffled(drawn.system),
          bank: shuffled(drawn.bank),
          treasury: shuffled(drawn.treasury),
        }
        const sorted = (items: readonly ComparedItem[]) =>
          items.toSorted((a, b) => (a.outcome + a.reference < b.outcome + b.reference ? -1 : 1))
        expect(sorted(compareDay(other))).toEqual(sorted(compareDay(drawn)))
      }),
    )
  })
  it('never names two items alike, and settles only what agrees', () => {
    fc.assert(
      fc.property(facts, (drawn) => {
        const items = compareDay(drawn)
        const names = items.map(({ outcome, reference: name }) => `${outcome} ${name}`)
        expect(new Set(names).size).toBe(names.length)
        const agreed = items.filter(({ settled, system, bank }) => settled && system && bank)
        expect(agreed.map(({ bank }) => bank?.amount)).toEqual(agreed.map(({ system }) => system?.amount))
      }),
    )
  })
})
