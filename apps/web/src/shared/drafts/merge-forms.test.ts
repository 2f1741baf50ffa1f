import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSame, mergeForms, withAnswers } from './merge-forms.ts'

const value = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom('甲', '乙'),
  fc.array(fc.nat(2)),
)
const form = fc.record({ name: value, wage: value, insurances: fc.record({ PENSION: value, MEDICAL: value }) })
type Form = typeof form extends fc.Arbitrary<infer Made> ? Made : never

const paths = ['name', 'wage', 'insurances.PENSION', 'insurances.MEDICAL'] as const
const at = ({ name, wage, insurances }: Form, path: (typeof paths)[number]) =>
  ({ name, wage, 'insurances.PENSION': insurances.PENSION, 'insurances.MEDICAL': insurances.MEDICAL })[path]

describe('what two people typed on one state', () => {
  it('is lost nowhere: each field is as who changed it left it, or a conflict with both values', () => {
    fc.assert(
      fc.property(form, form, form, (base, mine, theirs) => {
        const merged = mergeForms(base, mine, theirs)
        for (const path of paths) {
          const [old, own, other] = [at(base, path), at(mine, path), at(theirs, path)]
          const clash = !isSame(own, old) && !isSame(other, old) && !isSame(own, other)
          const shown = merged.conflicts.filter((conflict) => conflict.path === path)
          expect(shown).toEqual(clash ? [{ path, mine: own, theirs: other }] : [])
          expect(at(merged.form, path)).toEqual(isSame(own, old) && !isSame(other, old) ? other : own)
        }
      }),
    )
  })

  it('asks both of them the same questions, and ends in what was chosen', () => {
    fc.assert(
      fc.property(form, form, form, fc.boolean(), (base, mine, theirs, own) => {
        const [here, there] = [mergeForms(base, mine, theirs), mergeForms(base, theirs, mine)]
        expect(here.conflicts.map(({ path }) => path)).toEqual(there.conflicts.map(({ path }) => path))
        const side = own ? 'mine' : 'theirs'
        const chosen = Object.fromEntries(here.conflicts.map((conflict) => [conflict.path, conflict[side]]))
        const settled = withAnswers(here.form, chosen)
        expect(isSame(settled, withAnswers(there.form, chosen))).toBe(true)
        // Saved by one and met by the other, it raises no question again.
        expect(mergeForms(theirs, settled, theirs).conflicts).toEqual([])
      }),
    )
  })

  it('takes a part of an answer from each', () => {
    const base = { insurances: { PENSION: 'YES', MEDICAL: 'YES' }, branches: ['甲'] }
    const mine = { insurances: { PENSION: 'NO', MEDICAL: 'YES' }, branches: ['甲'] }
    const theirs = { insurances: { PENSION: 'YES', MEDICAL: 'NO' }, branches: ['甲', '乙'] }
    expect(mergeForms(base, mine, theirs)).toEqual({
      form: { insurances: { PENSION: 'NO', MEDICAL: 'NO' }, branches: ['甲', '乙'] },
      conflicts: [],
      taken: ['insurances.MEDICAL', 'branches'],
    })
  })
})
