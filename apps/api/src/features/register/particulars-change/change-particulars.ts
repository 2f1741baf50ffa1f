import { isDistrictOf } from '@shebao/identifiers/districts'
import { isCivilDate } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound, unauthenticated } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { problemsOf } from '../../../case/problems-of.ts'
import type { StepProblem } from '../../../case/problems-of.ts'
import { openCase, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { attachFiles } from '../attachment/index.ts'
import { findHeldDetails, findRegisteredEmployer, recordParticulars, renameEmployer } from '../employer/index.ts'
import { kindOf, particularsChangeCase, traceOf } from './particulars-change-case.ts'
import type { ChangeProblem } from './particulars-change-case.ts'
import { particularsChangeTable } from './particulars-change.lifecycle.ts'
import { findChange, hasOpenChange, insertChange, setChangeState } from './particulars-change.repository.ts'
import type { ChangeRow, ChangeState } from './particulars-change.repository.ts'
import { fieldsOf, heldValues, readValues, statedOf } from './wanted-values.ts'
import type { ChangeField, ChangeKind, ChangeValues, ValueProblem } from './wanted-values.ts'

export interface ChangeRequest {
  kind: ChangeKind
  values: readonly { field: ChangeField; value: string }[]
  validFrom: string
  reason: string
  files: readonly string[]
}

/** EVIDENCE_MISSING: no paper was handed in. UNCHANGED: the register says so already. ALREADY_REQUESTED: one of this kind is open. */
export const requestRefusals = ['VALUES', 'EVIDENCE_MISSING', 'UNCHANGED', 'ALREADY_REQUESTED'] as const
export type RequestRefusal = (typeof requestRefusals)[number]
export type RequestOutcome =
  | { kind: 'DONE'; change: ChangeRow }
  | { kind: 'REFUSED'; reason: RequestRefusal; problems: readonly ValueProblem[] }
const refused = (reason: RequestRefusal, problems: readonly ValueProblem[] = []): RequestOutcome => ({
  kind: 'REFUSED',
  reason,
  problems,
})

export async function requestChange(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: ChangeRequest,
): Promise<RequestOutcome> {
  const actor = requireMay(asker, 'particulars-change:request')
  const { employerId } = actor
  const { kind, files, validFrom } = input
  const reason = requireText('reason', input.reason)
  if (!isCivilDate(validFrom)) throw badInput('validFrom', 'A day is needed.')
  const { values, problems } = readValues(kind, input.values, platform.clock.today())
  if (problems.length > 0) return refused('VALUES', problems)
  if (files.length === 0) return refused('EVIDENCE_MISSING')
  return platform.database.transaction(async () => {
    const employer = await findRegisteredEmployer(platform, employerId)
    if (!employer) throw notFound('employer')
    if (validFrom < employer.row.registeredOn) throw badInput('validFrom', 'No earlier than the registration.')
    if (values.DISTRICT !== undefined && !isDistrictOf(employer.row.region, values.DISTRICT))
      return refused('VALUES', [{ field: 'DISTRICT', code: 'WRONG' }])
    if (await hasOpenChange(platform, employerId, kind)) return refused('ALREADY_REQUESTED')
    const held = heldValues(kind, employer, (await findHeldDetails(platform, employerId)).contact)
    if (fieldsOf[kind].every((field) => held[field] === (values[field] ?? held[field]))) return refused('UNCHANGED')
    const change = await openCase(platform, particularsChangeTable, {
      event: 'REQUEST',
      actor,
      origin,
      write: () =>
        insertChange(platform, {
          employerId,
          kind,
          wanted: platform.vault.seal(values),
          held: platform.vault.seal(held),
          validFrom,
          reason,
          requestedBy: actor.accountId,
          requestedAt: platform.clock.now(),
        }),
      trace: traceOf('PARTICULARS_CHANGE_REQUESTED'),
    })
    const subject = { kind: 'PARTICULARS_CHANGE', id: change.id, employerId } as const
    await attachFiles(platform, actor, { field: 'files', ids: files, subject, retention: 'CASE_EVIDENCE' })
    return { kind: 'DONE', change }
  })
}

export type StepRefused = { kind: 'REFUSED'; problems: readonly (ChangeProblem | StepProblem<ChangeState>['code'])[] }
export type StepOutcome = { kind: 'DONE'; change: ChangeRow } | StepRefused

const actions = {
  CHECK: 'PARTICULARS_CHANGE_CHECKED',
  ACCEPT: 'PARTICULARS_CHANGE_ACCEPTED',
  CONFIRM: 'PARTICULARS_CHANGE_ACCEPTED',
  REFUSE: 'PARTICULARS_CHANGE_REFUSED',
  WITHDRAW: 'PARTICULARS_CHANGE_WITHDRAWN',
} as const
const permissionOf = {
  CHECK: 'particulars-change:check',
  ACCEPT: 'particulars-change:accept',
  CONFIRM: 'particulars-change:confirm',
  REFUSE: 'particulars-change:refuse',
  WITHDRAW: 'particulars-change:withdraw',
} as const
export type ChangeStep = keyof typeof actions

/** One step of one request, by whoever the table names. */
export async function stepChange(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  event: ChangeStep,
  { id, decidedOn, reason }: Decision & { reason?: string },
): Promise<StepOutcome> {
  requireMay(asker, permissionOf[event])
  if (!asker) throw unauthenticated()
  const actor: Viewer = asker
  const note = event === 'REFUSE' ? requireText('reason', reason ?? '') : undefined
  const taken = await takeStep(platform, particularsChangeCase, {
    id,
    decidedOn,
    event,
    actor,
    origin,
    note,
    facts: (row) => ({ kind: kindOf(row) }),
    async write(row, status) {
      if (status === 'ACCEPTED') await writeIntoRegister(platform, row, actor.accountId)
      await setChangeState(platform, id, {
        status,
        ...(event === 'CHECK' ? { checkedBy: actor.accountId } : { decidedAt: platform.clock.now() }),
        ...(note === undefined ? {} : { decisionNote: note }),
      })
    },
    trace: traceOf(actions[event]),
  })
  if (taken.kind === 'REFUSED')
    return {
      kind: 'REFUSED',
      problems: problemsOf(taken.refusal).map((problem) => (typeof problem === 'string' ? problem : problem.code)),
    }
  const change = await findChange(platform, id)
  if (!change) throw notFound('change of particulars')
  return { kind: 'DONE', change }
}

/** From the day it names; what was known until now stays known as superseded (ADR 24). */
async function writeIntoRegister(platform: Platform, row: ChangeRow, by: string): Promise<void> {
  const values = platform.vault.open<ChangeValues>(row.wanted)
  const kind = kindOf(row)
  if (kind === 'NAME') return renameEmployer(platform, row.employerId, values.NAME ?? '')
  const source = { kind: 'REQUEST', id: row.id, version: null, by, at: platform.clock.now() } as const
  const from = row.validFrom
  if (!isCivilDate(from)) throw new Error('A change without a day.')
  await recordParticulars(platform, row.employerId, statedOf(kind, values), { from, source })
  return undefined
}
