import { stateNamed } from '@shebao/case'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction, AuditChange } from '../../../platform/audit-vocabulary.ts'
import { lockQuestion } from './question.repository.ts'
import type { QuestionRow } from './question.repository.ts'
import { questionTable } from './question.lifecycle.ts'
import { questionWork } from './question-work.repository.ts'

export type QuestionState = (typeof questionTable.states)[number]
type QuestionEvent = (typeof questionTable.steps)[number]['event']
/** TOO_LATE: the days in which an answered question may be opened again have passed. */
export type QuestionProblem = 'TOO_LATE'

interface Facts {
  readonly reopenUntil?: string | null
  readonly today?: string
}

export const questionCase: Lifecycle<QuestionRow, QuestionState, QuestionEvent, 'IN_TIME', Facts, QuestionProblem> = {
  table: questionTable,
  what: 'question',
  see: 'question:read',
  lock: lockQuestion,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(questionTable, status),
  owner: ({ individualId }) => ({ individualId }),
  work: questionWork,
  tellings: {
    QUESTION_ANSWERED: (_platform, { id, number }) => ({ kind: 'QUESTION_ANSWERED', params: { id, number } }),
    QUESTION_HANDED_OVER: (_platform, { id, number }) => ({ kind: 'QUESTION_HANDED_OVER', params: { id, number } }),
  },
  guards: {
    IN_TIME: ({ reopenUntil, today }) =>
      reopenUntil && today !== undefined && today <= reopenUntil ? [] : ['TOO_LATE'],
  },
}

export const traceOf = (
  action: AuditAction,
  { id, number }: Pick<QuestionRow, 'id' | 'number'>,
  change: AuditChange = {},
): Trace => ({ action, recordType: 'Question', recordId: id, change: { number, ...change } })
