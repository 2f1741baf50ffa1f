import type { AskedStop, BriefOutlook } from './use-stop-outlooks.ts'

export interface OutlooksSum {
  /** Below the pension minimum; of them `cannot` reach it any more. */
  missing: number
  cannot: number
  enough: number
  /** Not with the unit in the register. */
  nobody: number
  /** On the unemployed list (SIL 50), where somebody said why they left; the earliest day for it. */
  duties: number
  firstDue: string | undefined
  waiting: number
}

/** Many outlooks as one: how many lose what. */
export function sumOf(
  stops: readonly AskedStop[],
  outlookOf: (stop: AskedStop) => BriefOutlook | undefined,
): OutlooksSum {
  const sum: OutlooksSum = { missing: 0, cannot: 0, enough: 0, nobody: 0, duties: 0, firstDue: undefined, waiting: 0 }
  for (const stop of stops) {
    const outlook = outlookOf(stop)
    if (outlook === undefined) sum.waiting += 1
    else if (outlook === null) sum.nobody += 1
    else {
      if (outlook.monthsMissing === 0) sum.enough += 1
      else sum.missing += 1
      if (!outlook.canStillReach) sum.cannot += 1
      const due = stop.type === undefined ? null : outlook.unemployedListDue
      if (due === null) continue
      sum.duties += 1
      if (sum.firstDue === undefined || due < sum.firstDue) sum.firstDue = due
    }
  }
  return sum
}
