import { firstOpenPeriod } from '@shebao/declaration-rules'
import type { MonthlyContext } from '@shebao/declaration-rules'
import { addMonths, period as toPeriod } from '@shebao/kernel'
import type { MonthlyHeadFragment } from './declaration.generated.ts'
import type { MonthlyRulesFragment } from './monthly.generated.ts'

type Declared = Pick<MonthlyHeadFragment, 'period' | 'filing' | 'state'>

/** A supplementary or corrected month, and one that came back, is about itself, whatever the cut-off (domain 3.2). */
export const isOfItsOwnMonth = ({ filing, state }: Declared): boolean => filing !== 'REGULAR' || state === 'RETURNED'

export function contextOf(rules: MonthlyRulesFragment, declaration: Declared): MonthlyContext {
  return {
    today: rules.today,
    annualWindowOpen: rules.annualWindowOpen,
    ...(rules.cutOffDay === null ? {} : { cutOffDay: rules.cutOffDay }),
    ...(isOfItsOwnMonth(declaration) ? { earliest: toPeriod(declaration.period) } : {}),
  }
}

/** The month a new change begins with: the first in which it can take effect. */
export function firstMonth(context: MonthlyContext): string {
  return context.earliest ?? firstOpenPeriod(context.today, context.cutOffDay)
}

/** The month that must at least still be paid before a stop. */
export function lastMonthOwed(context: MonthlyContext): string {
  return context.earliest === undefined ? firstMonth(context) : addMonths(context.earliest, -1)
}

/** The cut-off passed while it was being written: its month takes no changes any more. */
export const hasClosed = (rules: Pick<MonthlyRulesFragment, 'open'>, declaration: Declared & { editable: boolean }) =>
  declaration.editable && !isOfItsOwnMonth(declaration) && declaration.period < rules.open
