import { withDerivedAverage } from '@shebao/declaration-rules'
import { fen } from '@shebao/kernel'
import { compareRosters } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RowChange } from './change-log.ts'
import { RosterBook } from './roster-book.ts'
import { kindsOfBits } from './row-kinds.ts'
import { asRows, registered, rules, someone } from './testing/people.ts'

/** Few people, so that numbers repeat and both lists share some. */
const own: fc.Arbitrary<PersonnelDraft> = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.constantFrom<PersonnelDraft>(
      {},
      { name: '赵六' },
      { wagesLastYear: fen(9_000_000) },
      { idNumber: '110101199003078671' },
      { participation: { PENSION: false } },
      { hireDate: '2030-01-01' },
    ),
    fc.boolean(),
  )
  .map(([seed, changes, hasNumber]) => {
    const { idNumber: _number, ...unknown } = someone(seed, changes)
    return hasNumber ? someone(seed, changes) : unknown
  })
const lists = fc.record({
  own: fc.array(own, { maxLength: 7 }),
  register: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 5 }),
  lastYear: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 3 }),
})
const changes = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.option(own, { nil: undefined })), { maxLength: 8 })

const bookOf = (drafts: readonly (readonly [number, PersonnelDraft])[], register: number[], lastYear: number[]) =>
  new RosterBook(rules, {
    own: drafts.map(([row, draft]) => ({ row, draft, idDigitsLost: false, activeElsewhere: false })),
    register: register.map((seed) => registered(seed)),
    lastYear: lastYear.map((seed) => someone(seed)),
  })

/** Everything that is said of the lines shown, by row or by number. */
const said = (book: RosterBook) =>
  Array.from({ length: book.length }, (_, line) => line)
    .filter((line) => book.isShown(line))
    .map((line) => ({
      row: book.rowOf(line),
      own: book.ownOf(line),
      register: book.registerOf(line)?.idNumber,
      lastYear: book.lastYearOf(line)?.idNumber,
      kinds: kindsOfBits(book.kindsOf(line)),
      state: book.stateOf(line),
      issues: book.issuesOf(line).map(({ code, field }) => `${code} ${field}`),
    }))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

describe('three lists side by side', () => {
  it('find the kinds of differences that the office finds, and everybody who shares a number', () => {
    fc.assert(
      fc.property(lists, ({ own: drafts, register, lastYear }) => {
        const book = bookOf(
          drafts.map((draft, index) => [index + 1, draft] as const),
          register,
          lastYear,
        )
        const found = compareRosters(
          register.map((seed) => ({ ref: `r${seed}`, draft: registered(seed) })),
          asRows(drafts).map(({ row, draft }) => ({
            ref: String(row),
            draft: withDerivedAverage(draft, rules.policy.averageRounding),
          })),
          rules.today,
        )
        const theirs = found.flatMap(({ kind, unitRefs, bureauRef }) =>
          (unitRefs.length > 0 ? unitRefs : [bureauRef]).map((ref) => `${kind} ${ref}`),
        )
        const sharing = new Set(found.flatMap(({ kind, unitRefs }) => (kind === 'DUPLICATE' ? unitRefs.slice(1) : [])))
        const ours = said(book).flatMap(({ kinds, row, register: number }) => {
          const ref = row === 0 ? `r${register.find((seed) => registered(seed).idNumber === number)}` : String(row)
          // The office says the rest of the first alone of those who share a number.
          const told = sharing.has(ref) ? kinds.filter((kind) => kind === 'DUPLICATE') : kinds
          return told.map((kind) => `${kind} ${ref}`)
        })
        expect(new Set(ours)).toEqual(new Set(theirs))
      }),
      { numRuns: 150 },
    )
  })

  it('say after any changes what they would say if they were read so', () => {
    fc.assert(
      fc.property(lists, changes, ({ own: drafts, register, lastYear }, wanted) => {
        const rows = new Map(drafts.map((draft, index) => [index + 1, draft]))
        const book = bookOf([...rows], register, lastYear)
        for (const [row, after] of wanted) {
          const change: RowChange = { row, before: rows.get(row), after }
          if (after === undefined) rows.delete(row)
          else rows.set(row, after)
          book.apply([change])
        }
        expect(said(book)).toEqual(said(bookOf([...rows], register, lastYear)))
      }),
      { numRuns: 200 },
    )
  })
})
