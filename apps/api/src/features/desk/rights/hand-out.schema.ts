import { builder } from '../../../graphql/builder.ts'
import { noted } from '../../../graphql/personal.ts'
import { handOutProblems, handOutStatement } from './hand-out-statement.ts'
import type { HandedOut, HandOutProblem } from './hand-out-statement.ts'
import { StatementType } from './statement.schema.ts'

const AgentInput = builder.inputType('RightsStatementAgentInput', {
  description: 'Who comes for the person.',
  fields: (t) => ({
    name: t.string({ required: true, description: '2 to 60 characters.' }),
    idNumber: t.string({ required: true, description: 'Of their identity document.' }),
    idSeen: t.boolean({ required: true, description: 'Their document was looked at.' }),
  }),
})

const HandOutInput = builder.inputType('HandOutRightsStatementInput', {
  fields: (t) => ({
    number: t.string({ required: true, description: 'Of the person’s identity document or card, whole.' }),
    year: t.int({ required: true, description: 'One that is over.' }),
    reason: t.string({ required: true, description: '4 to 500 characters; the person reads it.' }),
    idSeen: t.boolean({ required: true, description: 'The person’s document was looked at.' }),
    agent: t.field({ type: AgentInput }),
  }),
})

const HandedOutType = builder.objectRef<HandedOut>('RightsStatementHandedOut').implement({
  personal: noted('RIGHTS_STATEMENT_HANDED_OUT'),
  description: 'What is printed now: /documents/rights-statement-at-window.pdf with its id as `statement`.',
  fields: (t) => ({
    statement: t.field({ type: StatementType, resolve: ({ statement }) => statement }),
    nameMasked: t.exposeString('nameMasked'),
    idMasked: t.exposeString('idMasked'),
  }),
})
const RefusedType = builder.objectRef<{ problem: HandOutProblem }>('RightsStatementNotHandedOut').implement({
  description: 'Nothing was issued.',
  fields: (t) => ({
    problem: t.field({
      type: builder.enumType('RightsStatementHandOutProblem', {
        description:
          'Why nothing is handed out. NOBODY: no such number. ID_NOT_SEEN: the document, or of an agent both, must be looked at. AGENT_IS_PERSON: both numbers are the same. The others as for one’s own statement.',
        values: handOutProblems,
      }),
      resolve: ({ problem }) => problem,
    }),
  }),
})
const ResultType = builder.unionType('HandOutRightsStatementResult', {
  types: [HandedOutType, RefusedType],
  resolveType: (result) => ('problem' in result ? RefusedType : HandedOutType),
})

builder.mutationField('handOutRightsStatement', (t) =>
  t.field({
    type: ResultType,
    authScopes: { may: 'rights-statement:issue' },
    description:
      'At the window: the statement of a year for a person who comes, or for whoever comes for them with both IDs. The look, also one in vain, goes into the trail; the person is told.',
    args: { input: t.arg({ type: HandOutInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer, origin }) => handOutStatement(platform, viewer, origin, input),
  }),
)
