import { FIVE_INSURANCES } from '@shebao/kernel'
import type { Issue } from '../issue.ts'
import type { Rule } from '../rule.ts'
import { IssueSink } from '../rule.ts'
import type { UnitDraft } from '../unit-form.ts'
import * as rules from './sum-rules.ts'
import type { UnitFigures } from './unit-figures.ts'

const PARTS = [
  'staffRegular',
  'staffContract',
  'staffTemporary',
  'staffSeasonal',
  'staffLocal',
  'staffNonlocal',
  'staffUrban',
  'staffRural',
] as const
const AVERAGE_TOLERANCE_FEN = 1

/** Compares what the form states with what the list gives, wherever both are known and sound. */
export function checkSums(
  draft: UnitDraft,
  isSound: (name: string) => boolean,
  figures: UnitFigures,
): readonly Issue[] {
  const sink = new IssueSink()
  sink.start('unit')
  const compare = (
    rule: Rule,
    field: string,
    stated: number | undefined,
    sum: number | undefined,
    money = false,
  ): void => {
    if (stated === undefined || sum === undefined || stated === sum || !isSound(field)) return
    const insurance = field.includes('.') ? { insurance: field.slice(field.indexOf('.') + 1) } : {}
    const difference = stated - sum
    sink.add(
      rule,
      field,
      money
        ? { ...insurance, statedFen: stated, sumFen: sum, differenceFen: difference }
        : { ...insurance, stated, sum, difference },
    )
  }
  compare(rules.STAFF_IN_LIST, 'staffTotal', draft.staffTotal, figures.staffTotal)
  for (const part of PARTS) compare(rules.PARTS_IN_LIST, part, draft[part], figures[part])
  for (const insurance of FIVE_INSURANCES) {
    const count = `insuredCount.${insurance}`
    compare(rules.INSURED_IN_LIST, count, draft.insuredCount?.[insurance], figures.insuredCount[insurance])
    const base = `annualContributionBase.${insurance}`
    const stated = draft.annualContributionBase?.[insurance]
    compare(rules.BASES_IN_LIST, base, stated, figures.annualContributionBase[insurance], true)
  }
  compare(rules.WAGES_IN_LIST, 'totalWagesLastYear', draft.totalWagesLastYear, figures.totalWagesLastYear, true)
  checkAverage(rules.AVERAGE_WAGE, 'averageMonthlyWageLastYear')
  checkAverage(rules.AVERAGE_BASE, 'averageBaseThisYear')
  return sink.taken()

  function checkAverage(rule: Rule, field: 'averageMonthlyWageLastYear' | 'averageBaseThisYear'): void {
    const stated = draft[field]
    const derivedFen = figures[field]
    if (stated === undefined || derivedFen === undefined || !isSound(field)) return
    if (Math.abs(stated - derivedFen) > AVERAGE_TOLERANCE_FEN) sink.add(rule, field, { statedFen: stated, derivedFen })
  }
}
