import type { StepRefusal } from '@shebao/case'
import { civilDate, fen } from '@shebao/kernel'
import { CalendarYearMissingError } from '@shebao/premium'
import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Actor, Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { attachFiles } from '../../register/attachment/index.ts'
import { CalendarMissing, workingCalendar } from '../../register/calendar/index.ts'
import { dueOf, leavePaper, readDebts } from '../enforcement/index.ts'
import type { FinePaper } from '../enforcement/index.ts'
import { bookTransfer, finesImposed, finesPaid, fineOwedBy, negative } from '../ledger/index.ts'
import type { Account } from '../ledger/index.ts'
import { fineCase } from './fine-case.ts'
import type { FineInput, FineStanding } from './fine-input.ts'
import { afterFineStep, fineDueBy } from './fine-rules.ts'
import type { FineFacts, FineProblem } from './fine-rules.ts'
import { fineLimits, lawOfStep } from './fine.lifecycle.ts'
import type { FineState } from './fine.lifecycle.ts'
import { changeFine } from './fine.repository.ts'
import type { FineRow } from './fine.repository.ts'

export type FineRefusal = FineProblem | { readonly code: 'NOT_IN_STATE' | 'NOT_PERMITTED'; readonly law: string }
export type FineOutcome = { kind: 'DONE'; fineId: string } | { kind: 'REFUSED'; reasons: readonly FineRefusal[] }

export interface FineStepToTake extends Decision {
  input: FineInput
  /** Scans that come with it. */
  files?: readonly string[]
}

/** One step of a fine, by whoever it is of. */
export function takeFineStep(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  step: FineStepToTake,
): Promise<FineOutcome> {
  const actor = requireMay(asker, 'fine:act')
  return fineStepAs(platform, actor, origin, { ...step, id: requireUuid(step.id, 'fine') })
}

/** The same for the office's own job. */
export async function fineStepAs(
  platform: Platform,
  actor: Actor,
  origin: string,
  { id, decidedOn, input, files = [] }: FineStepToTake,
): Promise<FineOutcome> {
  try {
    const outcome = await takeStep(platform, fineCase, {
      id,
      decidedOn,
      event: input.event,
      actor,
      origin,
      facts: (row) => factsOf(platform, row, input, files.length),
      write: (row, to, facts) => write(platform, actor, { row, to, facts, files }),
      revision: (revision) => revision,
      trace: ({ number, status }, to) => ({
        action: 'FINE_STEP',
        recordType: 'Fine',
        recordId: id,
        change: { number, event: input.event, from: status, to, law: lawOfStep[input.event] },
      }),
    })
    return outcome.kind === 'REFUSED'
      ? { kind: 'REFUSED', reasons: reasonsOf(outcome.refusal, input) }
      : { kind: 'DONE', fineId: id }
  } catch (error) {
    if (error instanceof CalendarYearMissingError) throw new CalendarMissing(error.year)
    throw error
  }
}

async function factsOf(platform: Platform, row: FineRow, input: FineInput, scans: number): Promise<FineFacts> {
  return {
    state: fineCase.state(row),
    standing: row.standing,
    input,
    arrears: Number(row.arrears),
    openedOn: civilDate(row.openedOn),
    today: platform.clock.today(),
    calendar: await workingCalendar(platform),
    scans,
  }
}

interface Writing {
  row: FineRow
  to: FineState
  facts: FineFacts
  files: readonly string[]
}

/** The case as the step leaves it, its paper, its money and its scans. */
async function write(platform: Platform, actor: Actor, { row, to, facts, files }: Writing): Promise<number> {
  const standing = afterFineStep(facts)
  const revision = row.revision + 1
  await changeFine(platform, row.id, {
    status: to,
    revision,
    standing,
    amount: standing.decision ? BigInt(standing.decision.amount) : null,
    dueBy: fineDueBy(to, standing, row.openedOn, facts.calendar) ?? null,
  })
  await leave(platform, actor, row, facts, standing)
  await book(platform, row, facts, standing)
  if (files.length === 0) return revision
  if (actor.kind === 'SYSTEM') throw badInput('files', 'No job hands in files.')
  await attachFiles(platform, actor, {
    field: 'files',
    ids: files,
    subject: { kind: 'FINE', id: row.id, employerId: row.employerId },
    retention: 'CASE_EVIDENCE',
  })
  return revision
}

const paperOfStep: Partial<Record<FineInput['event'], FinePaper>> = {
  NOTIFY_FINE: 'FINE_NOTICE',
  DECIDE_FINE: 'FINE_DECISION',
  DROP_FINE: 'NO_FINE_DECISION',
}

/** The paper stands with the others of its case of SIL 63: numbered, signed, in the register. */
async function leave(
  platform: Platform,
  actor: Actor,
  { enforcementId, number, arrears }: FineRow,
  { input, today }: FineFacts,
  { notice, stated, hearing, decision, ended }: FineStanding,
): Promise<void> {
  const kind = paperOfStep[input.event]
  if (!kind) return
  const debts = await readDebts(platform, enforcementId)
  await leavePaper(platform, actor, {
    enforcementId,
    kind,
    amount: kind === 'NO_FINE_DECISION' ? 0 : (decision?.amount ?? notice?.amount ?? 0),
    due: dueOf(debts),
    debts,
    fine: {
      number,
      arrears: Number(arrears),
      noticeOn: notice?.on,
      reasons: ended?.reasons ?? decision?.reasons ?? notice?.reasons ?? '',
      stated,
      hearingOn: hearing?.record === undefined ? undefined : hearing.on,
      hearingDays: fineLimits.hearingDays,
      payDays: fineLimits.payDays,
    },
    issuedOn: today,
  })
}

/** A fine has accounts of its own: it never meets principal or late fee, and settles neither. */
async function book(platform: Platform, row: FineRow, { input, today }: FineFacts, { decision }: FineStanding) {
  const amount = fen(decision?.amount ?? 0)
  const transfer = (key: string, occurredOn: string, [debit, credit]: readonly [Account, Account]) =>
    bookTransfer(platform, {
      kind: 'FINE',
      key: `fine:${row.id}:${key}`,
      occurredOn,
      memo: { number: row.number },
      entries: [
        { account: debit, amount },
        { account: credit, amount: negative(amount) },
      ],
    })
  const owed = fineOwedBy(row.employerId)
  if (input.event === 'DECIDE_FINE') await transfer('imposed', today, [owed, finesImposed])
  if (input.event === 'RECEIVE_FINE') await transfer('received', input.valueDate, [finesPaid, owed])
  if (input.event === 'REVOKE_FINE') await transfer('revoked', today, [finesImposed, owed])
}

function reasonsOf(refusal: StepRefusal<FineState, FineProblem>, { event }: FineInput): readonly FineRefusal[] {
  if (refusal.code === 'GUARD') return refusal.problems
  return [{ code: refusal.code === 'NOT_PERMITTED' ? 'NOT_PERMITTED' : 'NOT_IN_STATE', law: lawOfStep[event] }]
}
