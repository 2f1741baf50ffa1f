import { checkMonthlyChanges, readCompleteChange } from '@shebao/declaration-rules'
import type { CompleteChange, Issue, MonthlyContext, NumberedChange } from '@shebao/declaration-rules'
import { addMonths, period as toPeriod } from '@shebao/kernel'
import type { Viewer } from '../../../access/viewer.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { lockUnits } from '../../money/assessment/index.ts'
import { codeOf, updateStatus } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { expectPaper } from '../paper-copy/index.ts'
import { versionFacts } from '../review/index.ts'
import { carryChanges } from './carry-changes.ts'
import { releaseClaims } from './claims.repository.ts'
import { insertDuties } from './duties.repository.ts'
import { consequencesOfAll, loadChanges } from './evaluate-monthly.ts'
import { loadContext } from './load-context.ts'
import type { LoadedContext } from './load-context.ts'
import { numbersTaken } from './numbers-taken.ts'
import { monthlyCase, periodOf, traceOf } from './monthly-case.ts'
import { settleMonthly } from './settle-monthly.ts'
import { orderOf, staff } from './step-monthly.ts'
import type { MonthlyStepInput, MonthlyStepOutcome } from './step-monthly.ts'

/** The rules that ask the register; it may have changed between handing in and accepting. */
const ofTheRegister: ReadonlySet<string> = new Set([
  'monthly.idNumber.notEnrolled',
  'monthly.insurances.enrolled',
  'monthly.insurances.notInsured',
  'monthly.lastPayablePeriod.join',
  'monthly.effectivePeriod.stay',
])
const elsewhere = 'monthly.idNumber.activeElsewhere'

export interface FrozenChanges extends LoadedContext {
  readonly numbered: readonly NumberedChange[]
  readonly changes: readonly CompleteChange[]
  readonly contested: readonly Issue[]
  readonly misfits: readonly Issue[]
}

/** The version as it was handed in, against the register as it is now. */
export async function loadFrozenChanges(platform: Platform, declaration: DeclarationRow): Promise<FrozenChanges> {
  const numbered = await loadChanges(platform, declaration, declaration.version)
  const loaded = await loadContext(platform, declaration, numbered)
  const issues = issuesOfRegister(numbered, loaded.context, declaration)
  const { today } = loaded.context
  return {
    ...loaded,
    numbered,
    changes: numbered.map((change) => readCompleteChange(change, today)),
    contested: issues.filter(({ ruleId }) => ruleId === elsewhere),
    misfits: issues.filter(({ ruleId }) => ofTheRegister.has(ruleId)),
  }
}

/** Only what the register says counts now: the cut-off of the day it was handed in is kept. */
export function issuesOfRegister(
  numbered: readonly NumberedChange[],
  context: MonthlyContext,
  declaration: Pick<DeclarationRow, 'period'>,
): readonly Issue[] {
  const issues = checkMonthlyChanges(
    numbered.map(({ draft }) => draft),
    { ...context, earliest: addMonths(toPeriod(periodOf(declaration)), -1) },
    numbered.map(({ row }) => row),
  )
  return issues.filter(({ ruleId }) => ruleId === elsewhere || ofTheRegister.has(ruleId))
}

/**
 * Accepts the version that was reviewed: the register changes from the months it names, months that were billed before get their
 * difference, and where every month is declared the month is billed. One transaction, so that nobody is insured without being
 * billed or the reverse.
 */
export async function acceptMonthly(
  platform: Platform,
  viewer: Viewer,
  input: MonthlyStepInput,
): Promise<MonthlyStepOutcome> {
  let against: readonly Issue[] = []
  const outcome = await takeStep(platform, monthlyCase, {
    ...orderOf(staff(viewer), input),
    event: 'APPROVE',
    async facts(declaration) {
      await lockUnits(platform, [declaration.employerId])
      const [{ verdict }, frozen] = [
        await versionFacts(platform, declaration),
        await loadFrozenChanges(platform, declaration),
      ]
      const taken = await numbersTaken(platform, frozen.changes)
      const misfits = [...frozen.misfits, ...taken]
      against = [...frozen.contested, ...misfits]
      return { ...frozen, misfits, ...(verdict ? { verdict } : {}) }
    },
    async write(row, status, frozen) {
      const declaration = await updateStatus(platform, row.id, { status })
      await expectPaper(platform, declaration, { actor: viewer, origin: input.origin })
      return carryIn(platform, declaration, frozen, viewer.accountId)
    },
    trace: (declaration, _status, { carried, settled }) =>
      traceOf('APPROVE_MONTHLY', declaration, {
        joined: carried.joined,
        stopped: carried.stopped,
        baseChanged: carried.baseChanged,
        informed: carried.informed,
        ...(settled.difference && settled.difference.people > 0
          ? { differenceBilled: settled.difference.amount, differenceCredited: settled.difference.credited }
          : {}),
        ...(settled.noticeId ? { noticeId: settled.noticeId } : {}),
      }),
  })
  if (outcome.kind === 'TAKEN') return { kind: 'done', declaration: outcome.result.declaration }
  if (outcome.kind === 'ALREADY') return { kind: 'done', declaration: outcome.row }
  return { kind: 'refused', declaration: outcome.row, code: codeOf(outcome.refusal), issues: against }
}

/** What acceptance does besides its step; the look at what it would cost does it and undoes it, so that the two cannot differ. */
export async function carryIn(
  platform: Platform,
  declaration: DeclarationRow,
  frozen: FrozenChanges,
  acceptedBy: string,
) {
  await releaseClaims(platform, declaration.id)
  const carried = await carryChanges(platform, declaration, frozen.changes, frozen.known, acceptedBy)
  const { duties } = consequencesOfAll(frozen.numbered, platform.clock.today())
  await insertDuties(platform, declaration, duties)
  const settled = await settleMonthly(platform, declaration, carried)
  return { declaration, carried, settled }
}
