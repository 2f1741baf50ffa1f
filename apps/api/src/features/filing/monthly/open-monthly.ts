import { monthlyLifecycle } from '@shebao/declaration-rules'
import type { Period } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { isMonthBilled } from '../../money/assessment/index.ts'
import { insertMonthly, listOfMonth } from '../declaration/index.ts'
import type { DeclarationRow, Filing } from '../declaration/index.ts'
import { isEditable, traceOf } from './monthly-case.ts'
import { dueDayOf, monthlyWindow, oldestPeriod } from './monthly-window.ts'
import type { MonthlyWindow } from './monthly-window.ts'

/**
 * PERIOD_CLOSED: its cut-off is over, the month `open` is the next that can be declared. PERIOD_AHEAD: it is not open yet. TOO_OLD:
 * declared by back payment. NOTHING_TO_REVISE: nothing of the month was accepted or billed. REGULAR_FIRST: its regular declaration
 * is still being written.
 */
export const openRefusals = ['PERIOD_CLOSED', 'PERIOD_AHEAD', 'TOO_OLD', 'NOTHING_TO_REVISE', 'REGULAR_FIRST'] as const
export type OpenRefusal = (typeof openRefusals)[number]

export type OpenMonthlyOutcome =
  | { kind: 'opened'; declaration: DeclarationRow }
  | { kind: 'not-opened'; reason: OpenRefusal; open: Period }

/** The unit's declaration of a month, made at the first visit; asking again gives the same one while it is being written. */
export async function openMonthly(
  platform: Platform,
  viewer: Viewer | undefined,
  asked: { period?: Period | undefined; filing: Filing; origin: string },
): Promise<OpenMonthlyOutcome> {
  const clerk = requireMay(viewer, 'monthly:open')
  const { employerId } = clerk
  const window = await monthlyWindow(platform, employerId)
  const period = asked.period ?? window.open
  const open = async (): Promise<OpenMonthlyOutcome> => {
    const known = await listOfMonth(platform, employerId, period)
    const live = known.find((one) => one.filing === asked.filing && (asked.filing === 'REGULAR' || isEditable(one)))
    if (live) return { kind: 'opened', declaration: live }
    const reason = await refusalOf(platform, { ...asked, period, employerId }, window, known)
    if (reason) return { kind: 'not-opened', reason, open: window.open }
    const declaration = await openCase(platform, monthlyLifecycle, {
      event: 'OPEN',
      actor: clerk,
      origin: asked.origin,
      async write() {
        const row = await insertMonthly(platform, {
          employerId,
          period,
          filing: asked.filing,
          opensOn: window.today,
          dueOn: asked.filing === 'REGULAR' ? window.due : dueDayOf(window.open, undefined),
        })
        if (!row) throw new OpenedMeanwhile()
        return row
      },
      trace: (row) => traceOf('OPEN_MONTHLY', row, { filing: row.filing }),
    })
    return { kind: 'opened', declaration }
  }
  try {
    return await platform.database.transaction(open)
  } catch (failure) {
    // Another clerk opened it in the same moment; theirs is the one.
    if (!(failure instanceof OpenedMeanwhile)) throw failure
    const theirs = (await listOfMonth(platform, employerId, period)).find(({ filing }) => filing === asked.filing)
    if (!theirs) throw failure
    return { kind: 'opened', declaration: theirs }
  }
}

class OpenedMeanwhile extends Error {}

async function refusalOf(
  platform: Platform,
  { period, filing, employerId }: { period: Period; filing: Filing; employerId: string },
  window: MonthlyWindow,
  known: readonly DeclarationRow[],
): Promise<OpenRefusal | undefined> {
  if (period > window.open) return 'PERIOD_AHEAD'
  if (filing === 'REGULAR') return period < window.open ? 'PERIOD_CLOSED' : undefined
  if (period < oldestPeriod(window)) return 'TOO_OLD'
  const regular = known.find((one) => one.filing === 'REGULAR')
  if (regular && isEditable(regular)) return 'REGULAR_FIRST'
  if (filing === 'SUPPLEMENTARY') return undefined
  const accepted = known.some(({ status }) => status === 'APPROVED')
  return accepted || (await isMonthBilled(platform, employerId, period)) ? undefined : 'NOTHING_TO_REVISE'
}
