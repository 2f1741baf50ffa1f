import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { declarationInFull } from '../../filing/inspection/index.ts'
import {
  findInspection,
  inspectionWindow,
  isDraft,
  seesDeclaration,
  windowState,
} from '../../filing/declaration/index.ts'
import type { DeclarationRow, InspectionWindow } from '../../filing/declaration/index.ts'
import { findPaperCopy } from '../../filing/paper-copy/index.ts'
import { overdueDays, readNoticesOfYear } from '../../money/notice/index.ts'
import type { NoticeRow } from '../../money/notice/index.ts'
import type { AmountDue } from '../../money/settlement/index.ts'
import { getOfficeOf } from '../../register/employer/index.ts'
import type { EmployerRow } from '../../register/employer/index.ts'
import { dueKinds } from './due-item.ts'
import type { DueItem } from './due-item.ts'
import { monthlyDueItems } from './monthly-due.ts'

/** What is due, most urgent first: what is overdue, then by date. `counted`: with what a draft lacks, for which all of it is judged. */
export async function listDueItems(
  platform: Platform,
  viewer: Viewer | undefined,
  employer: EmployerRow,
  { counted }: { counted: boolean } = { counted: true },
): Promise<DueItem[]> {
  const today = platform.clock.today()
  const window = inspectionWindow(await getOfficeOf(platform, employer), today)
  const notices = await readNoticesOfYear(platform, employer.id, window.year)
  const items = [
    ...(await inspectionItems(platform, viewer, employer, { window, today, counted })),
    ...(await monthlyDueItems(platform, viewer, employer.id, today)),
    ...notices.flatMap((notice) => noticeItem(notice, today)),
  ]
  return items.sort(
    (a, b) =>
      Number(b.overdue) - Number(a.overdue) ||
      a.dueOn.localeCompare(b.dueOn) ||
      dueKinds.indexOf(a.kind) - dueKinds.indexOf(b.kind),
  )
}

async function inspectionItems(
  platform: Platform,
  viewer: Viewer | undefined,
  employer: EmployerRow,
  { window, today, counted }: { window: InspectionWindow; today: string; counted: boolean },
): Promise<DueItem[]> {
  const begun = await findInspection(platform, employer.id, window.year)
  // To the office, what has been begun and not submitted is as if it had not been begun.
  const declaration = begun && seesDeclaration(viewer, begun) ? begun : undefined
  const state = windowState(window, today)
  const concerning = String(window.year)
  if (!declaration) {
    // A unit founded after the window closed has nothing to inspect this year.
    if (state === 'NOT_OPEN' || employer.registeredOn > window.closesOn) return []
    return [{ kind: 'FILE_INSPECTION', dueOn: window.closesOn, overdue: state === 'CLOSED', concerning }]
  }
  if (isDraft(declaration.status)) return [await draftItem(platform, viewer, declaration, { today, counted })]
  return paperItem(platform, declaration, today)
}

async function draftItem(
  platform: Platform,
  viewer: Viewer | undefined,
  declaration: DeclarationRow,
  { today, counted }: { today: string; counted: boolean },
): Promise<DueItem> {
  const base = {
    targetId: declaration.id,
    concerning: String(declaration.year),
    dueOn: declaration.dueOn,
    overdue: today > declaration.dueOn,
  }
  if (!counted) return { ...base, kind: declaration.status === 'RETURNED' ? 'FIX_RETURNED' : 'FILE_INSPECTION' }
  const { issues, notes } = await declarationInFull(platform, viewer, declaration)
  if (declaration.status === 'RETURNED')
    return { ...base, kind: 'FIX_RETURNED', count: notes.filter(({ state }) => state === 'OPEN').length }
  return { ...base, kind: 'FILE_INSPECTION', count: issues.filter(({ severity }) => severity === 'error').length }
}

/** Online filers hand in the stamped paper once the declaration is accepted (domain 4.1). */
async function paperItem(platform: Platform, declaration: DeclarationRow, today: string): Promise<DueItem[]> {
  if (declaration.paperReceivedOn) return []
  if (declaration.status !== 'APPROVED' && declaration.status !== 'PRINTED') return []
  const dueOn = (await findPaperCopy(platform, declaration.id))?.dueOn
  if (!dueOn) return []
  return [
    {
      kind: 'FILE_PAPER',
      targetId: declaration.id,
      concerning: String(declaration.year),
      dueOn,
      overdue: today > dueOn,
    },
  ]
}

/** What was sent to the bank needs nothing done while it is in time; once it is late, it stands here until it has come. */
function noticeItem(notice: NoticeRow & { due: AmountDue }, today: string): DueItem[] {
  const { id, status, due, dueOn, period } = notice
  if (status === 'POSTED' || status === 'RECONCILED' || status === 'WRITTEN_OFF') return []
  const days = overdueDays(notice, today)
  const [overdue, underWay] = [days > 0, status === 'SENT_TO_BANK']
  if (underWay && !overdue) return []
  return [
    {
      kind: overdue ? 'OVERDUE_NOTICE' : 'PAY_NOTICE',
      targetId: id,
      concerning: period,
      dueOn,
      amount: due.total,
      overdue,
      ...(status === 'PARTIALLY_PAID' ? { partPaid: true } : {}),
      ...(overdue ? { late: { fee: due.lateFee, days, underWay } } : {}),
    },
  ]
}
