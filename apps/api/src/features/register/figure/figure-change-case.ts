import { stateNamed } from '@shebao/case'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import { figureChangeTable } from './figure-change.lifecycle.ts'
import { lockFigureChange } from './figure-change.repository.ts'
import type { FigureChangeRow } from './figure-change.repository.ts'
import { figureChangeWork } from './figure-change-work.repository.ts'

type FigureChangeState = (typeof figureChangeTable.states)[number]
type FigureChangeEvent = (typeof figureChangeTable.steps)[number]['event']

interface Facts {
  readonly validFrom?: string
  readonly today?: string
  /** What holds on that day without this change, now and when it was proposed. */
  readonly held?: number
  readonly heldThen?: number
}

export const figureChangeCase: Lifecycle<
  FigureChangeRow,
  FigureChangeState,
  FigureChangeEvent,
  'DAY_AHEAD' | 'HELD_AS_PROPOSED',
  Facts,
  'DAY_PASSED' | 'CHANGED_MEANWHILE'
> = {
  table: figureChangeTable,
  what: 'change of a service figure',
  see: 'figure:read',
  lock: lockFigureChange,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(figureChangeTable, status),
  // The office's own, nobody's else.
  owner: () => ({}),
  takers: (_platform, { requestedBy }) => ({ PROPOSE: [requestedBy] }),
  work: figureChangeWork,
  guards: {
    // Nothing holds for days that are over: what was decided by the old figure stays decided by it.
    DAY_AHEAD: ({ validFrom, today }) =>
      validFrom !== undefined && today !== undefined && validFrom >= today ? [] : ['DAY_PASSED'],
    // A release brought another value since: what was looked at is no longer what would be replaced.
    HELD_AS_PROPOSED: ({ held, heldThen }) => (held !== undefined && held === heldThen ? [] : ['CHANGED_MEANWHILE']),
  },
}

export const figureTrace =
  (action: AuditAction) =>
  ({ id, name, heldValue, value, validFrom, documentNo }: FigureChangeRow): Trace => ({
    action,
    recordType: 'FigureChange',
    recordId: id,
    change: { figure: name, figureFrom: heldValue, figureTo: value, validFrom, documentNo },
  })
