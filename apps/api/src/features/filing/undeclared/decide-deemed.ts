import { fen, FIVE_INSURANCES, parsePeriod } from '@shebao/kernel'
import { z } from 'zod'
import { requireMay } from '../../../access/permissions.ts'
import { requireText } from '../../../access/require-text.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { reasonOf } from '../../../case/reason-of.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { deemedMonths, issueDeemed, lockUnits } from '../../money/assessment/index.ts'
import { deemedAssessmentCase } from './deemed-assessment-case.ts'
import { decideDeemedRow } from './deemed-assessment.repository.ts'
import type { DeemedAssessmentRow } from './deemed-assessment.repository.ts'
import type { DeemedRefusal } from './undeclared-codes.ts'
import { readUndeclaredMonth } from './undeclared-month.ts'
import { listUndeclared } from './undeclared.repository.ts'

export type DecideDeemedOutcome = { kind: 'DONE'; id: string } | { kind: 'REFUSED'; reason: DeemedRefusal }

const amount = z.int().nonnegative().transform(fen)
const linesSchema = z.array(
  z.object({
    insurance: z.enum(FIVE_INSURANCES),
    people: z.int().nonnegative(),
    base: amount,
    employer: amount,
    personal: amount,
  }),
)

/** Somebody else than who proposed it issues the bill, or refuses with a reason. What was handed in meanwhile comes first. */
export async function decideDeemed(
  platform: Platform,
  asker: Viewer | undefined,
  input: Decision & { confirm: boolean; refusal?: string | null | undefined; origin: string },
): Promise<DecideDeemedOutcome> {
  const actor = requireMay(asker, 'deemed-assessment:decide')
  const refusal = input.confirm ? null : requireText('refusal', input.refusal ?? '')
  const outcome = await takeStep(platform, deemedAssessmentCase, {
    id: requireUuid(input.id, 'deemed assessment'),
    decidedOn: input.decidedOn,
    event: input.confirm ? 'CONFIRM' : 'REFUSE',
    actor,
    origin: input.origin,
    note: refusal ?? undefined,
    facts: (row) => (input.confirm ? factsOf(platform, row) : {}),
    async write(row, status) {
      const noticeId = input.confirm ? await issue(platform, row) : null
      const decidedAt = platform.clock.now()
      await decideDeemedRow(platform, row.id, { status, decidedBy: actor.accountId, decidedAt, refusal, noticeId })
      return noticeId
    },
    trace: ({ id, employerId, period, total }, _status, noticeId) => ({
      action: input.confirm ? 'DEEMED_ISSUED' : 'DEEMED_REFUSED',
      recordType: 'DeemedAssessment',
      recordId: id,
      change: { employerId, period, amount: Number(total), ...(noticeId ? { noticeId } : {}) },
    }),
  })
  return outcome.kind === 'REFUSED'
    ? { kind: 'REFUSED', reason: reasonOf(outcome.refusal) }
    : { kind: 'DONE', id: outcome.row.id }
}

async function factsOf(platform: Platform, { employerId, period, way, total }: DeemedAssessmentRow) {
  await lockUnits(platform, [employerId])
  const month = await readUndeclaredMonth(platform, period)
  const [row] = await listUndeclared(platform, { ...month, ids: [employerId], limit: 1 })
  const taken = (await deemedMonths(platform, [employerId], month.period)).get(employerId)?.taken
  const now = taken?.lines.reduce((sum, { employer, personal }) => sum + employer + personal, 0)
  return {
    filed: row === undefined,
    billed: row?.noticeId !== null && row !== undefined,
    changed: way === 'LAST_MONTH' ? now !== Number(total) : taken !== undefined,
  }
}

async function issue(platform: Platform, row: DeemedAssessmentRow): Promise<string> {
  const { employerId, people, grounds } = row
  const period = parsePeriod(row.period)
  if (period === undefined) throw new Error(`The deemed assessment ${row.id} has no month.`)
  const taken = (await deemedMonths(platform, [employerId], period)).get(employerId)?.taken
  const basis = row.way === 'LAST_MONTH' && taken ? taken.basis : { grounds }
  const issued = await issueDeemed(
    platform,
    { employerId, period },
    { people, basis, lines: linesSchema.parse(row.lines) },
  )
  if (!issued) throw new Error(`The month of the deemed assessment ${row.id} was billed while it was held.`)
  return issued.noticeId
}
