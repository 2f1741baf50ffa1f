import { annualLifecycle } from '@shebao/declaration-rules'
import type { AnnualEvent, AnnualGuard, AnnualStanding, Verdict } from '@shebao/declaration-rules'
import { stateNamed } from '@shebao/case'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditEntry } from '../../../platform/audit.ts'
import type { DeclarationRow } from './declaration.repository.ts'
import { lockDeclaration } from './declaration.repository.ts'
import { countNotes } from './notes.repository.ts'
import { declarationWork } from './declaration-work.repository.ts'
import type { FilingRefusal } from './refusal-code.ts'
import { seenBy } from './visible-declaration.ts'

/** Why a guard of a declaration does not hold. */
type GuardCode = 'INCOMPLETE' | 'ROSTER_STALE' | 'NOT_RESOLVED' | 'PAPER_DIFFERS' | 'PAPER_MATCHES' | 'SEAL_MISSING'
export type DeclarationRefusal = GuardCode | FilingRefusal

interface DeclarationFacts {
  readonly verdict?: Verdict | undefined
  readonly rosterIsCurrent?: boolean
  readonly openDifferences?: number
  /** The hash on the paper is that of the version in force. */
  readonly paperMatches?: boolean
  /** Seal and signatures stand on the paper. */
  readonly sealed?: boolean
}

export const declarationCase: Lifecycle<
  DeclarationRow,
  AnnualStanding,
  AnnualEvent,
  AnnualGuard,
  DeclarationFacts,
  GuardCode
> = {
  table: annualLifecycle,
  what: 'declaration',
  see: seenBy,
  lock: lockDeclaration,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(annualLifecycle, status),
  revision: ({ version }) => version,
  owner: ({ employerId }) => ({ employerId }),
  work: declarationWork,
  tellings: {
    DECLARATION_RETURNED: async (platform, { id, version, year }) => ({
      kind: 'DECLARATION_RETURNED',
      params: { year, notes: await countNotes(platform, id, version) },
    }),
    DECLARATION_ACCEPTED: (_platform, { year }) => ({ kind: 'DECLARATION_ACCEPTED', params: { year } }),
  },
  guards: {
    COMPLETE: ({ verdict = 'INCOMPLETE' }) => (verdict === 'INCOMPLETE' ? ['INCOMPLETE'] : []),
    ROSTER_CURRENT: ({ rosterIsCurrent }) => (rosterIsCurrent ? [] : ['ROSTER_STALE']),
    DIFFERENCES_SETTLED: ({ openDifferences = 1 }) => (openDifferences === 0 ? [] : ['NOT_RESOLVED']),
    PAPER_MATCHES: ({ paperMatches }) => (paperMatches === true ? [] : ['PAPER_DIFFERS']),
    PAPER_DIFFERS: ({ paperMatches }) => (paperMatches === false ? [] : ['PAPER_MATCHES']),
    SEALED: ({ sealed }) => (sealed ? [] : ['SEAL_MISSING']),
  },
}

export function traceOf(
  action: AuditEntry['action'],
  { id, version }: Pick<DeclarationRow, 'id' | 'version'>,
  change: AuditEntry['change'] = {},
): Trace {
  return { action, recordType: 'Declaration', recordId: id, change: { version, ...change } }
}
