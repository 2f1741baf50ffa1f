import { stateNamed } from '@shebao/case'
import type { Lifecycle } from '../../../case/lifecycle.ts'
import { deemedAssessmentTable } from './deemed-assessment.lifecycle.ts'
import { lockDeemedAssessment } from './deemed-assessment.repository.ts'
import type { DeemedAssessmentRow } from './deemed-assessment.repository.ts'
import { deemedAssessmentWork } from './deemed-assessment-work.repository.ts'
import type { DeemedRefusal } from './undeclared-codes.ts'

type State = (typeof deemedAssessmentTable.states)[number]
type Event = (typeof deemedAssessmentTable.steps)[number]['event']

interface Facts {
  /** What was handed in meanwhile counts, whatever was proposed. */
  readonly filed?: boolean
  readonly billed?: boolean
  /** What was declared meanwhile for an earlier month changes 110 % of it. */
  readonly changed?: boolean
}

export const deemedAssessmentCase: Lifecycle<
  DeemedAssessmentRow,
  State,
  Event,
  'STILL_UNDECLARED' | 'NOT_BILLED' | 'AMOUNT_HOLDS',
  Facts,
  DeemedRefusal
> = {
  table: deemedAssessmentTable,
  what: 'deemed assessment',
  see: 'deemed-assessment:read',
  lock: lockDeemedAssessment,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(deemedAssessmentTable, status),
  owner: ({ employerId }) => ({ employerId }),
  takers: (_platform, { proposedBy }) => ({ PROPOSE: [proposedBy] }),
  work: deemedAssessmentWork,
  guards: {
    STILL_UNDECLARED: ({ filed }) => (filed ? ['ALREADY_FILED'] : []),
    NOT_BILLED: ({ billed }) => (billed ? ['ALREADY_BILLED'] : []),
    AMOUNT_HOLDS: ({ changed }) => (changed ? ['AMOUNT_CHANGED'] : []),
  },
}
