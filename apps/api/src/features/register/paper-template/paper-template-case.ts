import { stateNamed } from '@shebao/case'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import { paperTemplateTable } from './paper-template.lifecycle.ts'
import { lockVersion } from './paper-template.repository.ts'
import type { TemplateVersionRow } from './paper-template.repository.ts'
import { paperTemplateWork } from './paper-template-work.repository.ts'

type TemplateState = (typeof paperTemplateTable.states)[number]
type TemplateEvent = (typeof paperTemplateTable.steps)[number]['event']

interface Facts {
  readonly validFrom?: string
  readonly today?: string
  /** The version that holds on that day without this one, now and when it was proposed. */
  readonly holds?: number
  readonly basedOn?: number
  /** Whether each of its texts still fits the release. */
  readonly placesKnown?: boolean
}

export const paperTemplateCase: Lifecycle<
  TemplateVersionRow,
  TemplateState,
  TemplateEvent,
  'DAY_AHEAD' | 'BASED_ON_WHAT_HOLDS' | 'PLACES_KNOWN',
  Facts,
  'DAY_PASSED' | 'CHANGED_MEANWHILE'
> = {
  table: paperTemplateTable,
  what: 'version of a paper template',
  see: 'template:read',
  lock: lockVersion,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(paperTemplateTable, status),
  // The office's own, nobody's else.
  owner: () => ({}),
  takers: (_platform, { requestedBy }) => ({ PROPOSE: [requestedBy] }),
  work: paperTemplateWork,
  guards: {
    // What was issued on days that are over says what it said.
    DAY_AHEAD: ({ validFrom, today }) =>
      validFrom !== undefined && today !== undefined && validFrom >= today ? [] : ['DAY_PASSED'],
    BASED_ON_WHAT_HOLDS: ({ holds, basedOn }) =>
      holds !== undefined && holds === basedOn ? [] : ['CHANGED_MEANWHILE'],
    // A release brought another text in one of its places since.
    PLACES_KNOWN: ({ placesKnown }) => (placesKnown === true ? [] : ['CHANGED_MEANWHILE']),
  },
}

export const templateTrace =
  (action: AuditAction) =>
  ({ id, name, version, validFrom, documentNo }: TemplateVersionRow): Trace => ({
    action,
    recordType: 'PaperTemplateVersion',
    recordId: id,
    change: { template: name, version, validFrom, documentNo },
  })
