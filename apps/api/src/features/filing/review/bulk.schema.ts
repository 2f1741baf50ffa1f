import { builder } from '../../../graphql/builder.ts'
import { bulkOutcomes, bulkOutlook, mostAtOnce, recommendMany } from './recommend-many.ts'
import type { BulkRow } from './recommend-many.ts'

const OutcomeEnum = builder.enumType('BulkOutcome', {
  description:
    'CLEAR: nothing differs from the register and the rules warn of nothing. DIFFERS: somebody has to look at it. NOT_WAITING: in another state by now.',
  values: bulkOutcomes,
})
const RowType = builder.objectRef<BulkRow>('BulkRecommendation').implement({
  description: 'What recommending one declaration meets, or met.',
  fields: (t) => ({
    declarationId: t.exposeID('declarationId'),
    employerName: t.string({ nullable: true, resolve: ({ employerName }) => employerName ?? null }),
    outcome: t.expose('outcome', { type: OutcomeEnum }),
    people: t.exposeInt('people'),
    fields: t.exposeInt('fields', { description: 'Answers of the unit form that differ from the register.' }),
    changed: t.exposeInt('changed', { description: 'People who differ from the register.' }),
    warnings: t.exposeInt('warnings'),
  }),
})
const SeenInput = builder.inputType('SeenDeclarationInput', {
  fields: (t) => ({ declarationId: t.id({ required: true }), version: t.int({ required: true }) }),
})
const howMany = `1 to ${mostAtOnce}.`

builder.queryField('recommendationOutlook', (t) =>
  t.field({
    type: [RowType],
    complexity: 2_000,
    authScopes: { may: 'review:recommend' },
    description: 'What recommending these declarations would meet; nothing is written.',
    args: { declarations: t.arg({ type: [SeenInput], required: true, description: howMany }) },
    resolve: (_root, { declarations }, { platform, viewer }) => bulkOutlook(platform, viewer, declarations),
  }),
)

builder.mutationField('recommendDeclarations', (t) =>
  t.field({
    type: [RowType],
    complexity: 2_000,
    authScopes: { may: 'review:recommend' },
    description:
      'Recommends each declaration without a difference, on the version that was seen; the others stay, and their rows say why.',
    args: { declarations: t.arg({ type: [SeenInput], required: true, description: howMany }) },
    resolve: (_root, { declarations }, { platform, viewer, origin }) =>
      recommendMany(platform, viewer, declarations, origin),
  }),
)
