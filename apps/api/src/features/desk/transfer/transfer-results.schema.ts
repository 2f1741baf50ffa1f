import { rangeProblemCodes } from '@shebao/kernel'
import type { RangeProblem } from '@shebao/kernel'
import { StaleDecision } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { StaleDecisionType } from '../../../graphql/decision.ts'
import { openingRefusals, OpeningRefused } from './open-transfer.ts'
import { transferProblems } from './relation-transfer-case.ts'
import type { TransferRow } from './relation-transfer.repository.ts'
import { RelationTransferType } from './relation-transfer.schema.ts'
import { stepRefusals, TransferRefused } from './take-transfer-step.ts'

const RowProblemType = builder.objectRef<RangeProblem>('TransferredMonthsProblem').implement({
  description: 'What is wrong with a row of months.',
  fields: (t) => ({
    row: t.exposeInt('row', { description: 'The first is 0.' }),
    code: t.field({
      type: builder.enumType('TransferredMonthsProblemCode', {
        description:
          'MONTH: not a month. ORDER: it ends before it begins. RUNNING: months that are not over. OVERLAPS: another row has them.',
        values: rangeProblemCodes,
      }),
      resolve: ({ code }) => code,
    }),
  }),
})
const OpeningRefusedType = builder.objectRef<OpeningRefused>('TransferOpeningRefused').implement({
  description: 'Nothing was written.',
  fields: (t) => ({
    reason: t.field({
      type: builder.enumType('TransferOpeningRefusal', {
        description:
          'NO_SUCH_PERSON: nobody here has that number. ALREADY_OPEN: one in this direction is not over. STILL_INSURED: the last employment here has not ended.',
        values: openingRefusals,
      }),
      resolve: ({ reason }) => reason,
    }),
    rows: t.field({ type: [RowProblemType], resolve: ({ rows }) => [...rows] }),
  }),
})
const StepRefusedType = builder.objectRef<TransferRefused>('RelationTransferRefused').implement({
  description: 'Nothing was changed.',
  fields: (t) => ({
    problems: t.field({
      type: [
        builder.enumType('RelationTransferProblem', {
          description:
            'DAY_CLOSED: the books of the day the money moved are closed. REFERENCE_USED: that transfer of money is entered already. REFUND_UNDECIDED: months that count already, and nobody said what of the account is for them. DIFFERENCE_UNEXPLAINED: money and announcement differ. MOVED_ON: the months have gone on to another region. REFUND_OPEN: money is still to go back. SAME_PERSON: entered by the asker. DAY_AHEAD: the day given has not come.',
          values: [...transferProblems, ...stepRefusals] as const,
        }),
      ],
      resolve: ({ problems }) => [...problems],
    }),
  }),
})

type Answer = TransferRow | TransferRefused | OpeningRefused | StaleDecision
const typeOf = (answer: Answer) => {
  if (answer instanceof StaleDecision) return StaleDecisionType
  if (answer instanceof TransferRefused) return StepRefusedType
  return answer instanceof OpeningRefused ? OpeningRefusedType : RelationTransferType
}
export const OpeningResult = builder.unionType('OpenTransferResult', {
  types: [RelationTransferType, OpeningRefusedType],
  resolveType: typeOf,
})
export const StepResult = builder.unionType('RelationTransferResult', {
  types: [RelationTransferType, StepRefusedType, OpeningRefusedType, StaleDecisionType],
  resolveType: typeOf,
})
