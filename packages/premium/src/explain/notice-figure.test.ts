import { fen, period } from '@shebao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf, assessPeople, explainNotice, groupPeople, noticeFigure, requirePolicy } from '../index.ts'
import { SHIPPED_PARAMETER_ROWS } from '../index.ts'

const policy = requirePolicy(SHIPPED_PARAMETER_ROWS, '110000', period('2024-07'), 1)
const sum = (column: ArrayLike<number>) => Array.from(column).reduce((total, each) => total + each, 0)

describe('figures of a notice', () => {
  it('are the sums over its people, however many groups the tree shows', () => {
    const wages = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(wages, fc.integer({ min: 1, max: 5 }), (averages, groupsShown) => {
        const columns = assessPeople(policy, averages)
        const notice = explainNotice(policy, groupPeople(policy, columns), groupsShown)
        const figure = (label: 'EMPLOYER_SHARE' | 'PERSONAL_SHARE') => noticeFigure(notice, { label })?.result.value
        expect(figure('EMPLOYER_SHARE')).toBe(sum(columns.employer))
        expect(figure('PERSONAL_SHARE')).toBe(sum(columns.personal))
        policy.limits.forEach(({ insurance }, limit) => {
          const bases = averages.reduce(
            (total, _, person) => total + (columns.bases[person * columns.limitCount + limit] ?? 0),
            0,
          )
          const derived = noticeFigure(notice, { label: 'BASE_SUM', insurance })
          expect(derived?.result.value).toBe(bases)
          expect(derived?.inputs.reduce((total, group) => total + amountOf(group), 0)).toBe(bases)
        })
      }),
    )
  })

  it('are absent where a notice has none', () => {
    const notice = explainNotice(policy, groupPeople(policy, assessPeople(policy, [fen(1_000_000)])))
    expect(noticeFigure(notice, { label: 'BASE_SUM', insurance: 'MATERNITY' })).toBeUndefined()
    expect(noticeFigure(notice, { label: 'LATE_FEE' })).toBeUndefined()
  })
})
