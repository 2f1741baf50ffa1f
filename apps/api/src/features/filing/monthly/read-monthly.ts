import { monthlyLifecycle, monthlyStateOf } from '@shebao/declaration-rules'
import type { Issue, MonthlyState, MonthNotice, Verdict } from '@shebao/declaration-rules'
import { stateNamed } from '@shebao/case'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import { may, requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findMonthNotice, overdueDays } from '../../money/notice/index.ts'
import { listMonthly } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { DRAFT_VERSION } from './changes.repository.ts'
import { consequencesOfAll, evaluateMonthly, loadChanges } from './evaluate-monthly.ts'
import { periodOf } from './monthly-case.ts'
import { issuesOfNotes, loadMonthlyNotes } from './note-tasks.ts'
import { shownVersion } from './read-changes.ts'
import { issuesOfVersion } from './submit-monthly.ts'

/** A unit's monthly declarations, the latest month first. The office sees what was handed in. */
export async function readMonthlyList(
  platform: Platform,
  viewer: Viewer | undefined,
  employerId: string,
  args: KeysetArgs,
): Promise<DeclarationRow[]> {
  requireMay(viewer, 'declaration:read', { employerId }, 'employer')
  const [period, id] = decodeCursor(args, 2) ?? []
  if (period !== undefined && (typeof period !== 'string' || typeof id !== 'string' || !isUuid(id)))
    throw badInput('after', 'This is no cursor of this list.')
  return listMonthly(platform, employerId, {
    submittedOnly: !may(viewer, 'draft:read', { employerId }),
    before: typeof period === 'string' && typeof id === 'string' ? { period, id } : undefined,
    limit: pageSize(args) + 1,
  })
}

export const monthlyKey = (row: DeclarationRow) => [periodOf(row), row.id]

/** How far it has come, with what became of the month's notice (domain 3.2). */
export async function stateOf(platform: Platform, row: DeclarationRow): Promise<MonthlyState> {
  const notice = await findMonthNotice(platform, row.employerId, periodOf(row))
  return monthlyStateOf(stateNamed(monthlyLifecycle, row.status), noticeFacts(notice, platform.clock.today()))
}

type Notice = Awaited<ReturnType<typeof findMonthNotice>>

function noticeFacts(notice: Notice, today: string): MonthNotice | undefined {
  if (!notice) return undefined
  const all = notice.postedOn !== null || notice.status === 'WRITTEN_OFF'
  return {
    deemed: notice.kind === 'DEEMED' && notice.declarationId === null,
    paid: all ? 'ALL' : notice.status === 'PARTIALLY_PAID' ? 'PART' : 'NOTHING',
    overdue: overdueDays(notice, today) > 0,
  }
}

export interface MonthlyJudgement {
  verdict: Verdict
  issues: readonly Issue[]
  lateRegistrations: number
  duties: readonly { dueOn: string; people: number }[]
}

/** The rules' word: on the draft now, on a version as it was handed in. */
export async function judge(
  platform: Platform,
  viewer: Viewer | undefined,
  row: DeclarationRow,
): Promise<MonthlyJudgement> {
  const today = platform.clock.today()
  if (shownVersion(viewer, row) === DRAFT_VERSION) {
    const { completion, changes } = await evaluateMonthly(platform, row)
    const open = issuesOfNotes(await loadMonthlyNotes(platform, row))
    const verdict = completion.ok && open.length === 0 ? completion.complete.verdict : 'INCOMPLETE'
    return { verdict, issues: [...open, ...completion.issues], ...consequencesOfAll(changes, today) }
  }
  const issues = await issuesOfVersion(platform, row)
  const changes = await loadChanges(platform, row, row.version)
  const verdict = issues.length > 0 ? 'COMPLETE_WITH_WARNINGS' : 'COMPLETE'
  return { verdict, issues, ...consequencesOfAll(changes, today) }
}
