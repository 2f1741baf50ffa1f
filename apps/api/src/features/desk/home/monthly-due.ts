import { period as toPeriod } from '@shebao/kernel'
import { may } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { countNotes, listMonthlyInHand } from '../../filing/declaration/index.ts'
import type { DeclarationRow } from '../../filing/declaration/index.ts'
import {
  dueDayOf,
  isEditable,
  listOpenDuties,
  monthlyWindow,
  oldestPeriod,
  periodOf,
} from '../../filing/monthly/index.ts'
import { listRemindedMonths } from '../../filing/undeclared/index.ts'
import type { DueItem } from './due-item.ts'

/** What is due of monthly declarations: what was begun or came back, the month where each is declared, and the unemployed list. */
export async function monthlyDueItems(
  platform: Platform,
  viewer: Viewer | undefined,
  employerId: string,
  today: string,
): Promise<DueItem[]> {
  const duties = (await listOpenDuties(platform, employerId)).map(({ declarationId, dueOn, people }): DueItem => ({
    kind: 'REPORT_UNEMPLOYED',
    targetId: declarationId,
    concerning: dueOn,
    dueOn,
    overdue: today > dueOn,
    count: people,
  }))
  // What is being written is its employer's own.
  if (!may(viewer, 'draft:read', { employerId })) return duties
  const inHand = await listMonthlyInHand(platform, employerId)
  const window = await monthlyWindow(platform, employerId)
  const dueOf = (row: DeclarationRow) =>
    window.extended && row.filing === 'REGULAR' && periodOf(row) === window.open ? window.due : row.dueOn
  const begun = await Promise.all(
    inHand.filter(isEditable).map((row) => itemOf(platform, { ...row, dueOn: dueOf(row) }, today)),
  )
  const asked = window.mode === 'MONTHLY_SELF' && !inHand.some((row) => periodOf(row) === window.open)
  const due = window.due
  const open: DueItem[] = asked
    ? [{ kind: 'FILE_MONTHLY', concerning: window.open, dueOn: due, overdue: today > due }]
    : []
  const declared = new Set<string>(inHand.map(periodOf))
  const forgotten = (await listRemindedMonths(platform, employerId, oldestPeriod(window)))
    .filter((period) => period < window.open && !declared.has(period))
    .map((period): DueItem => {
      const dueOn = dueDayOf(toPeriod(period), window.cutOffDay)
      return { kind: 'FILE_MONTHLY', concerning: period, dueOn, overdue: today > dueOn }
    })
  return [...duties, ...begun, ...forgotten, ...open]
}

async function itemOf(platform: Platform, row: DeclarationRow, today: string): Promise<DueItem> {
  const base = { targetId: row.id, concerning: periodOf(row), dueOn: row.dueOn, overdue: today > row.dueOn }
  if (row.status !== 'RETURNED') return { ...base, kind: 'FILE_MONTHLY' }
  return { ...base, kind: 'FIX_MONTHLY', count: await countNotes(platform, row.id, row.version) }
}
