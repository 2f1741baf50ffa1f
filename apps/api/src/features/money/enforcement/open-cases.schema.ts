import { builder } from '../../../graphql/builder.ts'
import { openCaseRefusals, openCases } from './open-cases.ts'
import type { OpenedCase } from './open-cases.ts'

const OpenedType = builder.objectRef<OpenedCase>('EnforcementOpening').implement({
  description: 'What became of opening a case for one employer.',
  fields: (t) => ({
    employerId: t.exposeID('employerId'),
    employerName: t.exposeString('employerName'),
    refused: t.field({
      type: builder.enumType('EnforcementOpeningRefusal', {
        description:
          'RUNNING: its overdue bills are in a case already. NOTHING_OVERDUE: no bill is past its due date and open. GIVEN_UP: its case was terminated.',
        values: openCaseRefusals,
      }),
      nullable: true,
      resolve: ({ refused }) => refused,
    }),
    caseId: t.exposeID('caseId', { nullable: true, description: 'The case that runs now.' }),
    caseNumber: t.exposeString('caseNumber', { nullable: true }),
  }),
})

builder.mutationField('openEnforcementCases', (t) =>
  t.field({
    type: [OpenedType],
    authScopes: { may: 'enforcement:open' },
    description:
      'Opens a case of SIL 63 for each of these employers whose due date has passed, without waiting for the night; each is answered by itself, at most 100 at a time.',
    args: { employerIds: t.arg.idList({ required: true }) },
    resolve: (_root, { employerIds }, { platform, viewer, origin }) =>
      openCases(platform, viewer, { employerIds, origin }),
  }),
)
