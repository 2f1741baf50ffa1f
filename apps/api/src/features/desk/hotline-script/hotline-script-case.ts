import { stateNamed } from '@shebao/case'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import { hotlineScriptTable } from './hotline-script.lifecycle.ts'
import { lockVersion } from './hotline-script.repository.ts'
import type { ScriptRow } from './hotline-script.repository.ts'
import { hotlineScriptWork } from './hotline-script-work.repository.ts'

type ScriptState = (typeof hotlineScriptTable.states)[number]
type ScriptEvent = (typeof hotlineScriptTable.steps)[number]['event']

interface Facts {
  readonly reviewDueOn?: string
  readonly today?: string
  /** The version in use, and the one this stands on: what it was based on, or itself. */
  readonly inUse?: number
  readonly standsOn?: number
  /** Whether this release still puts in every name of it. */
  readonly fits?: boolean
}

export const hotlineScriptCase: Lifecycle<
  ScriptRow,
  ScriptState,
  ScriptEvent,
  'REVIEW_AHEAD' | 'BASED_ON_WHAT_HOLDS' | 'TEXT_FITS',
  Facts,
  'REVIEW_DAY' | 'CHANGED_MEANWHILE' | 'TEXT'
> = {
  table: hotlineScriptTable,
  what: 'version of a script of the hotline',
  see: 'hotline-script:read',
  lock: lockVersion,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(hotlineScriptTable, status),
  // The office's own, nobody's else.
  owner: () => ({}),
  takers: (_platform, { requestedBy }) => ({ PROPOSE: requestedBy === null ? [] : [requestedBy] }),
  work: hotlineScriptWork,
  guards: {
    REVIEW_AHEAD: ({ reviewDueOn, today }) =>
      reviewDueOn !== undefined && today !== undefined && reviewDueOn > today ? [] : ['REVIEW_DAY'],
    BASED_ON_WHAT_HOLDS: ({ inUse, standsOn }) =>
      inUse !== undefined && inUse === standsOn ? [] : ['CHANGED_MEANWHILE'],
    TEXT_FITS: ({ fits }) => (fits === true ? [] : ['TEXT']),
  },
}

export const scriptTrace =
  (action: AuditAction) =>
  ({ id, matter, version, reviewDueOn }: ScriptRow): Trace => ({
    action,
    recordType: 'HotlineScriptVersion',
    recordId: id,
    change: { matter, version, dueOn: reviewDueOn },
  })
