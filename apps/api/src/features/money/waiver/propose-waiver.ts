import { isCivilDate, parsePeriod } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Trace } from '../../../case/lifecycle.ts'
import { requireOwnDistrict } from '../../../case/require-own-district.ts'
import { openCase } from '../../../case/take-step.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import { attachFiles } from '../../register/attachment/index.ts'
import { findEmployer, lockEmployer } from '../../register/employer/index.ts'
import { extensionProblem } from './filing-deadline.ts'
import { lateFeeProblem } from './waived-days.ts'
import { waiverTable } from './waiver.lifecycle.ts'
import { hasOpenWaiver, insertWaiver } from './waiver.repository.ts'
import type { WaiverRow } from './waiver.repository.ts'
import { mostNotices } from './waiver-codes.ts'
import type { WaiverGround, WaiverKind } from './waiver-codes.ts'
import type { WaiverProblem } from './waiver-case.ts'

export interface WaiverProposal {
  employerId: string
  kind: WaiverKind
  ground: WaiverGround
  documentNo: string
  explanation: string
  /** FILING_DEADLINE: the month. */
  period?: string | null | undefined
  /** LATE_FEE: the bills. */
  noticeIds?: readonly string[] | null | undefined
  /** LATE_FEE: the first day. */
  fromOn?: string | null | undefined
  /** The last day, of the waived ones or for the declaration. */
  toOn: string
  /** What the grounds rest on. */
  files?: readonly string[] | null | undefined
}

type Asked = Pick<WaiverRow, 'employerId' | 'kind' | 'period' | 'noticeIds' | 'fromOn' | 'toOn' | 'region'>

/** Proposes an exception for one unit; nothing changes until a head approves it. */
export async function proposeWaiver(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  proposal: WaiverProposal,
): Promise<WaiverRow | WaiverProblem> {
  const actor = requireMay(asker, 'waiver:propose')
  const documentNo = requireText('documentNo', proposal.documentNo, [2, 100])
  const explanation = requireText('explanation', proposal.explanation)
  const employerId = requireUuid(proposal.employerId, 'employer')
  const employer = await findEmployer(platform, employerId)
  if (!employer) throw notFound('employer')
  await requireOwnDistrict(platform, actor, { employerId })
  const { region, ...asked } = { ...daysOf(proposal), employerId, region: employer.region }
  return platform.database.transaction(async () => {
    // Two presses at once make one.
    await lockEmployer(platform, employerId)
    if (await hasOpenWaiver(platform, asked)) return 'ALREADY_PROPOSED'
    const problem = await problemOf(platform, { ...asked, region })
    if (problem) return problem
    const given = await openCase(platform, waiverTable, {
      event: 'PROPOSE',
      actor,
      origin,
      write: () =>
        insertWaiver(platform, {
          ...asked,
          ground: proposal.ground,
          documentNo,
          explanation,
          proposedBy: actor.accountId,
          proposedAt: platform.clock.now(),
        }),
      trace: (row) => traceOf('WAIVER_PROPOSED', row),
    })
    await attachFiles(platform, actor, {
      field: 'files',
      ids: proposal.files ?? [],
      subject: { kind: 'WAIVER', id: given.id, employerId },
      retention: 'CASE_EVIDENCE',
    })
    return given
  })
}

/** What the proposal says of days, whole and in order; each field that is wrong is named. */
function daysOf({ kind, period, noticeIds, fromOn, toOn }: WaiverProposal): Omit<Asked, 'employerId' | 'region'> {
  if (!isCivilDate(toOn)) throw badInput('toOn', 'This is no day.')
  if (kind === 'FILING_DEADLINE') {
    const month = parsePeriod(period ?? '')
    if (month === undefined) throw badInput('period', 'A month is written YYYY-MM.')
    if (toOn < `${month}-01`) throw badInput('toOn', 'The day is before the month.')
    return { kind, period: month, noticeIds: [], fromOn: `${month}-01`, toOn }
  }
  const ids = [...new Set((noticeIds ?? []).map((id) => requireUuid(id, 'payment notice')))]
  if (ids.length === 0 || ids.length > mostNotices) throw badInput('noticeIds', `1 to ${mostNotices} payment notices.`)
  if (!fromOn || !isCivilDate(fromOn)) throw badInput('fromOn', 'This is no day.')
  if (toOn < fromOn) throw badInput('toOn', 'The last day is before the first.')
  return { kind, period: null, noticeIds: ids, fromOn, toOn }
}

/** What stands against the exception today; asked when it is proposed and again when it is approved. */
export async function problemOf(platform: Platform, asked: Asked): Promise<WaiverProblem | undefined> {
  const { kind, period, region, toOn } = asked
  return kind === 'LATE_FEE' || period === null
    ? lateFeeProblem(platform, asked)
    : extensionProblem(platform, { region, period, toOn })
}

export const traceOf = (
  action: AuditAction,
  { id, employerId, number, kind, ground, documentNo, fromOn, toOn }: WaiverRow,
  { amount, reason }: { amount?: number | undefined; reason?: string | undefined } = {},
): Trace => ({
  action,
  recordType: 'Waiver',
  recordId: id,
  ...(reason === undefined ? {} : { reason }),
  change: {
    employerId,
    number,
    kind,
    ground,
    documentNo,
    from: fromOn,
    to: toOn,
    ...(amount === undefined ? {} : { amount }),
  },
})
