import { monthlyLifecycle } from '@shebao/declaration-rules'
import type { Issue, MonthlyEvent, MonthlyGuard, MonthlyStanding, Verdict } from '@shebao/declaration-rules'
import { stateNamed } from '@shebao/case'
import { may } from '../../../access/permissions.ts'
import type { Actor, Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditEntry } from '../../../platform/audit.ts'
import type { Platform } from '../../../platform/platform.ts'
import { countNotes, filingRefusals, findMonthly, lockMonthly, seenBy } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { monthlyWork } from './monthly-work.repository.ts'

/** Why a guard of a monthly declaration does not hold. */
export const monthlyGuardCodes = [
  'INCOMPLETE',
  'PERIOD_CLOSED',
  'NOTHING_TO_FILE',
  'ACTIVE_ELSEWHERE',
  'REGISTER_CHANGED',
] as const
type GuardCode = (typeof monthlyGuardCodes)[number]

export const monthlyRefusals = [...monthlyGuardCodes, ...filingRefusals] as const
export type MonthlyRefusal = (typeof monthlyRefusals)[number]

/** What the guards look at. A fact that a guard needs and nobody gave does not hold. */
export interface MonthlyFacts {
  readonly verdict?: Verdict
  readonly periodIsOpen?: boolean
  readonly somethingToFile?: boolean
  /** Joins of people whom another unit insures or has handed in. */
  readonly contested?: readonly Issue[]
  /** Changes that the register no longer has room for. */
  readonly misfits?: readonly Issue[]
}

export const monthlyCase: Lifecycle<
  DeclarationRow,
  MonthlyStanding,
  MonthlyEvent,
  MonthlyGuard,
  MonthlyFacts,
  GuardCode
> = {
  table: monthlyLifecycle,
  what: 'declaration',
  see: seenBy,
  lock: lockMonthly,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(monthlyLifecycle, status),
  revision: ({ version }) => version,
  owner: ({ employerId }) => ({ employerId }),
  work: monthlyWork,
  tellings: {
    MONTHLY_SUBMITTED: (_platform, row) => ({ kind: 'MONTHLY_SUBMITTED', params: filed(row) }),
    MONTHLY_RETURNED: async (platform, row) => ({
      kind: 'MONTHLY_RETURNED',
      params: { ...filed(row), notes: await countNotes(platform, row.id, row.version) },
    }),
    MONTHLY_ACCEPTED: (_platform, row) => ({ kind: 'MONTHLY_ACCEPTED', params: filed(row) }),
  },
  guards: {
    PERIOD_OPEN: ({ periodIsOpen }) => (periodIsOpen === true ? [] : ['PERIOD_CLOSED']),
    SOMETHING_TO_FILE: ({ somethingToFile }) => (somethingToFile === true ? [] : ['NOTHING_TO_FILE']),
    COMPLETE: ({ verdict = 'INCOMPLETE' }) => (verdict === 'INCOMPLETE' ? ['INCOMPLETE'] : []),
    NOBODY_ELSEWHERE: ({ contested }) => (contested?.length === 0 ? [] : ['ACTIVE_ELSEWHERE']),
    FITS_REGISTER: ({ misfits }) => (misfits?.length === 0 ? [] : ['REGISTER_CHANGED']),
  },
}

const filed = (row: DeclarationRow) => ({ id: row.id, period: periodOf(row) })

/** The month a monthly declaration is about; the database holds none without. */
export function periodOf({ period }: Pick<DeclarationRow, 'period'>): string {
  if (period === null) throw new Error('A monthly declaration without its month.')
  return period
}

export function traceOf(
  action: AuditEntry['action'],
  { id, version, period }: Pick<DeclarationRow, 'id' | 'version' | 'period'>,
  change: AuditEntry['change'] = {},
): Trace {
  return { action, recordType: 'Declaration', recordId: id, change: { version, period, ...change } }
}

/** The declaration, for whoever sees it; for everyone else, and for another kind, it does not exist. */
export async function requireMonthly(
  platform: Platform,
  viewer: Actor | undefined,
  id: string,
): Promise<DeclarationRow> {
  const row = await findMonthly(platform, id)
  if (!row || !may(viewer, seenBy(row), row)) throw notFound('declaration')
  return row
}

export const editable: ReadonlySet<string> = new Set(['DRAFT', 'RETURNED', 'WITHDRAWN'])
export const isEditable = ({ status }: Pick<DeclarationRow, 'status'>): boolean => editable.has(status)

export const monthlyEditRefusals = ['ALREADY_SUBMITTED', 'UNDER_REVIEW', 'FINISHED'] as const
export type MonthlyEditRefusal = (typeof monthlyEditRefusals)[number]

export function editRefusalOf(row: Pick<DeclarationRow, 'status'>): MonthlyEditRefusal | undefined {
  if (isEditable(row)) return undefined
  if (row.status === 'SUBMITTED') return 'ALREADY_SUBMITTED'
  return row.status === 'UNDER_REVIEW' ? 'UNDER_REVIEW' : 'FINISHED'
}

/** The employer's own declaration, held until the transaction ends, for a change of its draft. */
export async function lockOwn(
  platform: Platform,
  viewer: Viewer,
  id: string,
  permission: 'draft:edit' | 'monthly:submit',
): Promise<DeclarationRow> {
  const row = await lockMonthly(platform, id)
  if (!row || !may(viewer, permission, row)) throw notFound('declaration')
  return row
}
