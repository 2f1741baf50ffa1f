import { oneOf } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { problemsOf } from '../../../case/problems-of.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import { tell } from '../../../telling/tell.ts'
import { collectionGrounds, proposeCollectionCase } from '../../money/collection/index.ts'
import { findIndividual } from '../../register/individual/index.ts'
import { reportCase, reportKeeper, traceOf } from './report-case.ts'
import type { ReportEvent } from './report-case.ts'
import type { ReportRefusal } from './report-codes.ts'
import { changeReport, findReport } from './report.repository.ts'
import type { ReportRow } from './report.repository.ts'
import { findReporter, isReporter } from './reporter.repository.ts'

export type ReportOutcome = ReportRow | ReportRefusal

interface Step {
  event: ReportEvent
  action: AuditAction
  /** What others come to read: it must not say who reported. */
  words?: readonly string[]
  change(row: ReportRow, actor: StaffMember): Promise<Partial<ReportRow>>
}

/** An officer takes the report up; from now on who reported is shown to them, and to whoever decides. */
export function checkReport(platform: Platform, asker: Viewer | undefined, origin: string, decision: Decision) {
  return stepOf(platform, requireMay(asker, 'report:check'), origin, decision, {
    event: 'CHECK',
    action: 'REPORT_CHECKED',
    change: async (_row, { accountId }) => ({ heldBy: accountId }),
  })
}

/** What was found, in words that name nobody: the collection office reads them, and at last the unit may. */
export function noteFinding(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { finding: given, ...decision }: Decision & { finding: string },
) {
  const finding = requireText('finding', given, [4, 1000])
  return stepOf(platform, requireMay(asker, 'report:check'), origin, decision, {
    event: 'NOTE_FINDING',
    action: 'REPORT_FINDING_NOTED',
    words: [finding],
    change: async () => ({ finding }),
  })
}

export interface ReportDecision extends Decision {
  event: 'SUBSTANTIATE' | 'NOT_SUBSTANTIATE' | 'HAND_OVER'
  /** What the reporter reads. */
  answer: string
  /** HAND_OVER: the authority, and the number of the letter to it (SIL 82). */
  handedTo?: string | null | undefined
  letterNo?: string | null | undefined
}

const decided = {
  SUBSTANTIATE: 'REPORT_SUBSTANTIATED',
  NOT_SUBSTANTIATE: 'REPORT_NOT_SUBSTANTIATED',
  HAND_OVER: 'REPORT_HANDED_OVER',
} as const

/** Somebody else than who checked it decides. Substantiated, it goes to the collection office as a case that names no report. */
export function decideReport(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { event, answer: given, handedTo, letterNo, ...decision }: ReportDecision,
) {
  const actor = requireMay(asker, 'report:decide')
  const answer = requireText('answer', given, [4, 1000])
  return stepOf(platform, actor, origin, decision, {
    event,
    action: decided[event],
    async change(row) {
      const proposed = event === 'SUBSTANTIATE' ? await propose(platform, { actor, origin }, row) : undefined
      return {
        answer,
        ...(event === 'HAND_OVER' ? letterOf(handedTo, letterNo) : {}),
        decidedBy: actor.accountId,
        decidedAt: platform.clock.now(),
        ...(proposed ? { collectionCaseId: proposed.id } : {}),
      }
    },
  })
}

const letterOf = (handedTo: string | null | undefined, letterNo: string | null | undefined) => ({
  handedTo: requireText('handedTo', handedTo ?? '', [2, 120]),
  letterNo: requireText('letterNo', letterNo ?? '', [2, 100]),
})

function propose(platform: Platform, by: { actor: StaffMember; origin: string }, row: ReportRow) {
  const { employerId, unitName, fromPeriod, toPeriod, finding } = row
  return proposeCollectionCase(
    platform,
    { ...by, permission: 'report:decide' },
    {
      employerId,
      unitName,
      ground: oneOf(collectionGrounds, row.kind, 'ground'),
      fromPeriod,
      toPeriod,
      grounds: finding ?? '',
    },
  )
}

async function stepOf(
  platform: Platform,
  actor: StaffMember,
  origin: string,
  { id, decidedOn }: Decision,
  { event, action, words = [], change }: Step,
): Promise<ReportOutcome> {
  const taken = await takeStep(platform, reportCase, {
    id: requireUuid(id, 'report'),
    decidedOn,
    event,
    actor,
    origin,
    facts: async (row) => ({ finding: row.finding, named: await names(platform, row.id, words) }),
    async write(row, status) {
      await changeReport(platform, row.id, { ...(await change(row, actor)), status })
      if (status !== row.status) await tellReporter(platform, row.id)
    },
    trace: (row) => traceOf(action, row),
  })
  if (taken.kind === 'REFUSED') {
    const [problem] = problemsOf(taken.refusal)
    return typeof problem === 'string' ? problem : problem?.code === 'SAME_PERSON' ? 'SAME_PERSON' : 'ENDED'
  }
  return (await findReport(platform, id)) ?? Promise.reject(notFound('report'))
}

/** Whether the words say the name or the number of whoever reported. */
async function names(platform: Platform, reportId: string, words: readonly string[]): Promise<boolean> {
  if (words.length === 0) return false
  const reporter = await findReporter(platform, reportId)
  const person = reporter && (await findIndividual(platform, reporter.individualId))
  if (!person) return false
  const { name, idNumber } = platform.vault.open<{ name: string; idNumber?: string }>(person.personal)
  return words.some((text) => text.includes(name) || (idNumber !== undefined && text.includes(idNumber)))
}

/** That there is news, and not of what: mail and text messages are read over shoulders, at work as well. */
async function tellReporter(platform: Platform, reportId: string): Promise<void> {
  const reporter = await findReporter(platform, reportId)
  if (!reporter) return
  const to = { individualId: reporter.individualId }
  // A key that leads nowhere: the outbox holds nothing by which a report could be found.
  await tell(platform, [{ kind: 'OFFICE_ANSWERED', params: {}, to, key: crypto.randomUUID() }])
}

/** By whoever reported, until it is decided; in the office's own name, as it was received. */
export async function withdrawReport(
  platform: Platform,
  asker: Viewer | undefined,
  id: string,
): Promise<ReportRow | 'ENDED'> {
  const { individualId } = requireMay(asker, 'report:withdraw')
  if (!(await isReporter(platform, individualId, requireUuid(id, 'report')))) throw notFound('report')
  const taken = await takeStep(platform, reportCase, {
    id,
    event: 'WITHDRAW',
    actor: reportKeeper,
    origin: reportKeeper.job,
    already: ({ status }) => status === 'WITHDRAWN',
    facts: () => ({}),
    write: (_row, status) => changeReport(platform, id, { status }),
    trace: (row) => traceOf('REPORT_WITHDRAWN', row),
  })
  if (taken.kind === 'REFUSED') return 'ENDED'
  return (await findReport(platform, id)) ?? Promise.reject(notFound('report'))
}
