import { stateNamed } from '@shebao/case'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import { paperCopyTable } from './paper-copy.lifecycle.ts'
import { lockPaperCopy } from './paper-copy.repository.ts'
import type { PaperCopyRow } from './paper-copy.repository.ts'
import { paperCopyWork } from './paper-copy-work.repository.ts'

type State = (typeof paperCopyTable.states)[number]
type Event = (typeof paperCopyTable.steps)[number]['event']
type Guard = 'PAPER_MATCHES' | 'PAPER_DIFFERS' | 'SEALED' | 'MATERIALS_COMPLETE'
export type PaperProblem = 'PAPER_DIFFERS' | 'PAPER_MATCHES' | 'SEAL_MISSING' | 'MATERIALS_MISSING'

interface PaperFacts {
  readonly matches?: boolean
  /** Seal and signatures stand on it. */
  readonly sealed?: boolean
  readonly complete?: boolean
}

export const paperCopyCase: Lifecycle<PaperCopyRow, State, Event, Guard, PaperFacts, PaperProblem> = {
  table: paperCopyTable,
  what: 'paper copy',
  see: 'paper:list',
  lock: lockPaperCopy,
  id: ({ declarationId }) => declarationId,
  state: ({ status }) => stateNamed(paperCopyTable, status),
  revision: ({ version }) => version,
  owner: ({ employerId }) => ({ employerId }),
  work: paperCopyWork,
  tellings: {
    // As the step before it found the row: what it wrote is read again.
    PAPER_RECEIVED: async (platform, { declarationId, formNo }) => {
      const row = await lockPaperCopy(platform, declarationId)
      return {
        kind: 'PAPER_RECEIVED',
        params: { formNo, receivedOn: row?.receivedOn ?? platform.clock.today(), pages: row?.pages ?? 0 },
      }
    },
  },
  guards: {
    PAPER_MATCHES: ({ matches }) => (matches === true ? [] : ['PAPER_DIFFERS']),
    PAPER_DIFFERS: ({ matches }) => (matches === false ? [] : ['PAPER_MATCHES']),
    SEALED: ({ sealed }) => (sealed ? [] : ['SEAL_MISSING']),
    MATERIALS_COMPLETE: ({ complete }) => (complete ? [] : ['MATERIALS_MISSING']),
  },
}

export const traceOf = (action: AuditAction, { declarationId, version }: PaperCopyRow): Trace => ({
  action,
  recordType: 'Declaration',
  recordId: declarationId,
  change: { version },
})
