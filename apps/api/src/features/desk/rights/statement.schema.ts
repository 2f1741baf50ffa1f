import { builder } from '../../../graphql/builder.ts'
import { IndividualType } from '../record/index.ts'
import { listStatementYears, makeOwnStatement } from './own-statement.ts'
import type { StatementYear } from './own-statement.ts'
import { numberOf, statementProblems } from './statement-facts.ts'
import type { StatementProblem } from './statement-facts.ts'
import type { StatementRow } from './statement.repository.ts'

const ProblemEnum = builder.enumType('RightsStatementProblem', {
  description:
    'Why there is no statement of a year. RATE_NOT_PUBLISHED: the state has not published the interest rate of the account, or the office has not entered it.',
  values: statementProblems,
})

export const StatementType = builder.objectRef<StatementRow>('RightsStatement').implement({
  description:
    'A frozen yearly statement (权益记录单) of a person. The paper: /documents/rights-statement.pdf, one’s own, with year and version.',
  fields: (t) => ({
    id: t.exposeID('id'),
    year: t.exposeInt('year'),
    version: t.exposeInt('version'),
    number: t.string({ resolve: ({ year, contentHash, version }) => numberOf(year, contentHash, version) }),
    madeAt: t.expose('madeAt', { type: 'DateTime' }),
  }),
})

const YearType = builder.objectRef<StatementYear>('RightsStatementYear').implement({
  description: 'A year of the record that is over.',
  fields: (t) => ({
    year: t.exposeInt('year'),
    versions: t.field({
      type: [StatementType],
      description: 'Newest first: each replaces the one after it. None where none was made.',
      complexity: { multiplier: 2 },
      resolve: ({ versions }) => versions,
    }),
    problem: t.field({
      type: ProblemEnum,
      nullable: true,
      description: 'Why none can be made now.',
      resolve: ({ problem }) => problem ?? null,
    }),
  }),
})

builder.objectFields(IndividualType, (t) => ({
  rightsStatements: t.field({
    type: [YearType],
    description: 'Years that are over, newest first.',
    complexity: { field: 20, multiplier: 2 },
    resolve: ({ id }, _args, { platform }) => listStatementYears(platform, id),
  }),
}))

const MadeType = builder.objectRef<{ statement: StatementRow }>('RightsStatementMade').implement({
  description: 'The statement that holds now: made with this, or before where nothing has changed since.',
  fields: (t) => ({ statement: t.field({ type: StatementType, resolve: ({ statement }) => statement }) }),
})
const RefusedType = builder.objectRef<{ problem: StatementProblem }>('RightsStatementRefused').implement({
  description: 'Nothing was made.',
  fields: (t) => ({ problem: t.field({ type: ProblemEnum, resolve: ({ problem }) => problem }) }),
})
const ResultType = builder.unionType('MakeRightsStatementResult', {
  types: [MadeType, RefusedType],
  resolveType: (result) => ('problem' in result ? RefusedType : MadeType),
})

builder.mutationField('makeRightsStatement', (t) =>
  t.field({
    type: ResultType,
    authScopes: { may: 'rights-statement:make' },
    description:
      'Makes one’s own statement of a year that is over. Asked again it gives the same one, unless something was corrected since: then a new version, which names the one before.',
    args: { year: t.arg.int({ required: true }) },
    resolve: async (_root, { year }, { platform, viewer, origin }) => {
      const made = await makeOwnStatement(platform, { viewer, origin }, year)
      return 'problem' in made ? made : { statement: made }
    },
  }),
)
