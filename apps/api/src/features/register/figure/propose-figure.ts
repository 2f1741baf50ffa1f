import { isCivilDate } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { forbidden, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { openCase, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { figureOn, isAllowed } from '../../../platform/service-figures.ts'
import type { ServiceFigureName } from '../../../platform/service-figures.ts'
import { figureChangeCase, figureTrace } from './figure-change-case.ts'
import { figureChangeTable } from './figure-change.lifecycle.ts'
import {
  decideFigureChange,
  findFigureChange,
  hasOpenFigureChange,
  insertFigureChange,
  lockFigure,
} from './figure-change.repository.ts'
import type { FigureChangeRow } from './figure-change.repository.ts'

/**
 * VALUE: outside what the figure may be. DAY: no day from today on. UNCHANGED: it holds on that day already. ALREADY_PROPOSED: a change of
 * this figure waits. DAY_PASSED: the day came before anybody published it. CHANGED_MEANWHILE: what held when it was proposed holds no more.
 */
export const figureRefusals = [
  'VALUE',
  'DAY',
  'UNCHANGED',
  'ALREADY_PROPOSED',
  'DAY_PASSED',
  'CHANGED_MEANWHILE',
  'SAME_PERSON',
  'NOT_IN_STATE',
] as const
export type FigureRefusal = (typeof figureRefusals)[number]
export type FigureOutcome = FigureChangeRow | FigureRefusal

export interface FigureProposal {
  name: ServiceFigureName
  value: number
  validFrom: string
  /** Nothing: it rests on no document and is shown as unverified. */
  documentNo?: string | null | undefined
  reason: string
}

/** Proposes another value from a day on. The old one holds until somebody else publishes it and the day comes. */
export async function proposeFigure(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  { name, value, validFrom, ...given }: FigureProposal,
): Promise<FigureOutcome> {
  const actor = requireMay(asker, 'figure:propose')
  const documentNo = given.documentNo?.trim() ? requireText('documentNo', given.documentNo, [2, 100]) : null
  const reason = requireText('reason', given.reason)
  if (!isAllowed(name, value)) return 'VALUE'
  if (!isCivilDate(validFrom) || validFrom < platform.clock.today()) return 'DAY'
  return platform.database.transaction(async () => {
    await lockFigure(platform, name)
    if (await hasOpenFigureChange(platform, name)) return 'ALREADY_PROPOSED'
    const heldValue = await figureOn(platform, name, validFrom)
    if (heldValue === value) return 'UNCHANGED'
    const asked = { requestedBy: actor.accountId, requestedAt: platform.clock.now() }
    return openCase(platform, figureChangeTable, {
      event: 'PROPOSE',
      actor,
      origin,
      write: () => insertFigureChange(platform, { name, value, heldValue, validFrom, documentNo, reason, ...asked }),
      trace: figureTrace('FIGURE_CHANGE_PROPOSED'),
    })
  })
}

const steps = {
  PUBLISH: { permission: 'figure:publish', action: 'FIGURE_CHANGE_PUBLISHED' },
  REFUSE: { permission: 'figure:refuse', action: 'FIGURE_CHANGE_REFUSED' },
  WITHDRAW: { permission: 'figure:withdraw', action: 'FIGURE_CHANGE_WITHDRAWN' },
} as const

/** Published, it holds from its day on for what begins then; what runs already is told of each figure by the screen. */
export async function stepFigureChange(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  event: keyof typeof steps,
  { id, decidedOn, reason }: Decision & { reason?: string },
): Promise<FigureOutcome> {
  const { permission, action } = steps[event]
  const actor = requireMay(asker, permission)
  const refusal = event === 'REFUSE' ? requireText('reason', reason ?? '') : null
  const outcome = await takeStep(platform, figureChangeCase, {
    id,
    decidedOn,
    event,
    actor,
    origin,
    note: refusal ?? undefined,
    facts: async ({ name, validFrom, heldValue }) => ({
      validFrom,
      today: platform.clock.today(),
      held: await figureOn(platform, name, validFrom),
      heldThen: heldValue,
    }),
    write: (_row, status) =>
      decideFigureChange(platform, id, {
        status,
        decidedBy: actor.accountId,
        decidedAt: platform.clock.now(),
        refusal,
      }),
    trace: figureTrace(action),
  })
  if (outcome.kind === 'REFUSED') {
    const { refusal: against } = outcome
    if (against.code === 'NOT_PERMITTED') throw forbidden()
    if (against.code === 'GUARD') return against.problems[0] ?? 'CHANGED_MEANWHILE'
    return against.code === 'SAME_PERSON' ? 'SAME_PERSON' : 'NOT_IN_STATE'
  }
  const change = await findFigureChange(platform, id)
  if (!change) throw notFound('change of a service figure')
  return change
}
