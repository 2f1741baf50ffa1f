import type { StepRefusal } from '@shebao/case'
import { addDays } from '@shebao/kernel'
import { CalendarYearMissingError } from '@shebao/premium'
import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Actor, Viewer } from '../../../access/viewer.ts'
import type { Decision, StaleDecision } from '../../../case/case-mark.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { CalendarMissing, workingCalendar } from '../../register/calendar/index.ts'
import { pauseLateFee, resumeLateFee } from '../debt/index.ts'
import { afterStep } from './apply-step.ts'
import { dueByOf } from './due-by.ts'
import { enforcementCase } from './enforcement-case.ts'
import type { EnforcementFacts, EnforcementProblem } from './enforcement-guards.ts'
import { enforcementTable } from './enforcement.lifecycle.ts'
import type { EnforcementState } from './enforcement.lifecycle.ts'
import { readEnforcementFigures } from './enforcement-figures.ts'
import { changeEnforcement, endDebts } from './enforcement.repository.ts'
import type { EnforcementRow } from './enforcement.repository.ts'
import { writePapers } from './enforcement-papers.ts'
import { keepEvidence, kindsGiven, requireFitting } from './evidence/keep-evidence.ts'
import type { GivenEvidence } from './evidence/keep-evidence.ts'
import { legalSteps } from './legal-steps.ts'
import { dueOf, readDebts } from './read-due.ts'
import type { EnforcedDebt } from './read-due.ts'
import { readEnforcement } from './read-enforcement.ts'
import { receiveEnforced } from './receive-enforced.ts'
import { followRequests } from './bank-requests.ts'
import type { StepInput } from './step-input.ts'
import { staleForUnit, unitActsIn } from './unit-view.ts'

/** Why a step was not taken: a guard of the law, or who asked. */
export type EnforcementRefusal =
  | EnforcementProblem
  | {
      readonly code: 'WRONG_BODY' | 'SAME_PERSON' | 'NOT_IN_STATE'
      readonly law: string
      day?: never
      amount?: never
      missing?: never
    }
export type EnforcementOutcome =
  | { kind: 'DONE'; caseId: string }
  | { kind: 'REFUSED'; reasons: readonly EnforcementRefusal[] }

interface Facts extends EnforcementFacts {
  readonly debts: readonly EnforcedDebt[]
  readonly accountSealed?: string
}

export interface StepToTake extends Decision {
  input: StepInput
  /** Scans that come with it. */
  evidence?: readonly GivenEvidence[]
}

/** One step of a case, by whoever it is of. */
export async function takeEnforcementStep(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { input, ...decision }: StepToTake,
): Promise<EnforcementOutcome | StaleDecision> {
  const actor = requireMay(asker, 'enforcement:act')
  if (actor.kind === 'EMPLOYER') {
    const shown = await readEnforcement(platform, actor, decision.id)
    // Where it has no step to take it is answered by what it may know (ADR 56).
    if (shown.status !== unitActsIn)
      return (
        (await staleForUnit(platform, actor, shown, decision.decidedOn)) ?? {
          kind: 'REFUSED',
          reasons: [{ code: 'NOT_IN_STATE', law: legalSteps[input.event].law }],
        }
      )
  }
  return stepAs(platform, actor, origin, {
    ...decision,
    id: requireUuid(decision.id, 'enforcement case'),
    // A bank speaks for itself alone.
    input: actor.kind === 'PARTNER' && 'bankId' in input ? { ...input, bankId: actor.partnerId } : input,
  })
}

/** The same for the office's own jobs, and a bank's interface. */
export async function stepAs(
  platform: Platform,
  actor: Actor,
  origin: string,
  { id, decidedOn, input, evidence = [] }: StepToTake,
): Promise<EnforcementOutcome> {
  requireFitting(input, evidence)
  try {
    const outcome = await takeStep(platform, enforcementCase, {
      id,
      decidedOn,
      event: input.event,
      actor,
      origin,
      facts: async (row) => ({ ...(await factsOf(platform, row, input)), evidence: kindsGiven(evidence) }),
      write: async (row, to, facts) => {
        const revision = await write(platform, { actor, row, to, facts })
        await keepEvidence(platform, actor, { row, revision, event: input.event }, evidence)
        return revision
      },
      revision: (revision) => revision,
      trace: ({ number, status, principal, lateFee }, to) => ({
        action: 'ENFORCEMENT_STEP',
        recordType: 'EnforcementCase',
        recordId: id,
        change: {
          number,
          event: input.event,
          from: status,
          to,
          amount: Number(principal + lateFee),
          law: legalSteps[input.event].law,
        },
      }),
    })
    return outcome.kind === 'REFUSED'
      ? { kind: 'REFUSED', reasons: reasonsOf(outcome.refusal, input) }
      : { kind: 'DONE', caseId: id }
  } catch (error) {
    if (error instanceof CalendarYearMissingError) throw new CalendarMissing(error.year)
    throw error
  }
}

const eightHours = 8 * 3_600_000

async function factsOf(platform: Platform, row: EnforcementRow, input: StepInput): Promise<Omit<Facts, 'evidence'>> {
  const debts = await readDebts(platform, row.id)
  const account = input.event === 'ANSWER_QUERY' ? input.account : null
  const today = platform.clock.today()
  return {
    state: enforcementCase.state(row),
    standing: row.standing,
    due: dueOf(debts),
    debts,
    input,
    today,
    hour: new Date(platform.clock.now().getTime() + eightHours).getUTCHours(),
    figures: await readEnforcementFigures(platform, today),
    calendar: await workingCalendar(platform),
    ...(account ? { accountSealed: Buffer.from(platform.vault.seal(account)).toString('base64') } : {}),
  }
}

interface Writing {
  actor: Actor
  row: EnforcementRow
  to: EnforcementState
  facts: Facts
}

/** The case as the step leaves it, its papers, and the money that the step brought. */
async function write(platform: Platform, { actor, row, to, facts }: Writing): Promise<number> {
  const by = actor.kind === 'SYSTEM' ? actor.job : actor.accountId
  const standing = afterStep({ ...facts, by }, to)
  const revision = row.revision + 1
  const papers = await writePapers(platform, { actor, row, revision, facts, standing })
  const booked = await receiveEnforced(platform, row, facts, standing)
  const paused = await pauseOrResume(platform, facts, to)
  const debts = booked || paused ? await readDebts(platform, row.id) : facts.debts
  const { principal, lateFee, settled } = dueOf(debts)
  const dueBy = dueByOf({ state: to, standing, settled }, facts.calendar) ?? null
  const change = { status: to, revision, principal, lateFee, settled, computedOn: facts.today, standing, dueBy }
  await changeEnforcement(platform, row.id, change, debts)
  await followRequests(platform, { caseId: row.id, to, standing, event: facts.input.event, papers })
  if (enforcementTable.final.some((state) => state === to)) await endDebts(platform, row.id)
  return revision
}

/** No late fee while an agreement on later payment stands (M13); from the day on which it is broken or ends it runs again. */
async function pauseOrResume(
  platform: Platform,
  { state, today, debts }: Facts,
  to: EnforcementState,
): Promise<boolean> {
  if ((state === 'DEFERRED') === (to === 'DEFERRED')) return false
  const ids = debts.map(({ noticeId }) => noticeId)
  if (to === 'DEFERRED') await pauseLateFee(platform, ids, addDays(today, 1))
  else await resumeLateFee(platform, ids, addDays(today, -1))
  return true
}

function reasonsOf(
  refusal: StepRefusal<EnforcementState, EnforcementProblem>,
  { event }: StepInput,
): readonly EnforcementRefusal[] {
  const { law } = legalSteps[event]
  switch (refusal.code) {
    case 'GUARD':
      return refusal.problems
    case 'SAME_PERSON':
      return [{ code: 'SAME_PERSON', law: 'R765 37' }]
    // Whom the table lets take some step, and not this one: another body's.
    case 'NOT_PERMITTED':
      return [{ code: 'WRONG_BODY', law }]
    case 'STALE':
    case 'NOT_IN_STATE':
      return [{ code: 'NOT_IN_STATE', law }]
  }
}
