import { pageComplexity } from '../../../access/keyset.ts'
import { builder } from '../../../graphql/builder.ts'
import { proposalSteps, shaped } from '../../../graphql/proposal-steps.ts'
import { figureNamed, figureTopics, figureUnits, serviceFigureNames } from '../../../platform/service-figures.ts'
import { figureChangeCase } from './figure-change-case.ts'
import type { FigureChangeRow } from './figure-change.repository.ts'
import { figureRefusals, proposeFigure, stepFigureChange } from './propose-figure.ts'
import { readFigureChanges, readFigures } from './read-figures.ts'
import type { StandingFigure } from './read-figures.ts'

const NameEnum = builder.enumType('ServiceFigureName', {
  description: 'A figure that the office decides for its own services.',
  values: serviceFigureNames,
})
const FigureChangeType = builder.objectRef<FigureChangeRow>('FigureChange').implement({
  description: 'Another value of a figure from a day on: proposed by one, published by another.',
  fields: (t) => ({
    name: t.expose('name', { type: NameEnum }),
    value: t.exposeInt('value'),
    held: t.exposeInt('heldValue', { description: 'What held on that day when this was proposed.' }),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    documentNo: t.exposeString('documentNo', {
      nullable: true,
      description: 'Null: it rests on no document, and is unverified.',
    }),
    reason: t.exposeString('reason'),
    requesterName: t.exposeString('requesterName'),
  }),
})
const FigureChangeConnection = builder.connectionObject({ type: FigureChangeType, name: 'FigureChangeConnection' })

const FigureType = builder.objectRef<StandingFigure>('ServiceFigure').implement({
  description: 'A figure of the office’s services as it stands.',
  fields: (t) => ({
    name: t.expose('name', { type: NameEnum }),
    topic: t.field({
      type: builder.enumType('ServiceFigureTopic', {
        values: figureTopics,
      }),
      resolve: ({ name }) => figureNamed(name).topic,
    }),
    unit: t.field({
      type: builder.enumType('ServiceFigureUnit', { description: 'HOUR: of the clock.', values: figureUnits }),
      resolve: ({ name }) => figureNamed(name).unit,
    }),
    choices: t.intList({
      nullable: true,
      description: 'Null: anything from `least` to `most`.',
      resolve: ({ name }) => figureNamed(name).choices?.map((choice) => choice) ?? null,
    }),
    least: t.int({ resolve: ({ name }) => figureNamed(name).least }),
    most: t.int({ resolve: ({ name }) => figureNamed(name).most }),
    value: t.int({
      description: 'That holds today.',
      resolve: ({ name, inForce }) => inForce?.value ?? figureNamed(name).shipped,
    }),
    inForce: t.expose('inForce', {
      type: FigureChangeType,
      nullable: true,
      description: 'What was published. Null: it came with the release, and is unverified.',
    }),
    later: t.field({
      type: [FigureChangeType],
      description: 'Published for later days, by day.',
      resolve: ({ later }) => [...later],
    }),
    waiting: t.expose('waiting', { type: FigureChangeType, nullable: true, description: 'Proposed and not decided.' }),
  }),
})

const { ProposalResult } = proposalSteps({
  name: 'FigureChange',
  type: FigureChangeType,
  lifecycle: figureChangeCase,
  opening: 'PROPOSE',
  read: 'figure:read',
  outlook: 'Whether a change that the asker proposes can be decided.',
  answer: 'FigureProposalResult',
  refused: {
    values: figureRefusals,
    description:
      'VALUE: outside what the figure may be. DAY: not from today on. UNCHANGED: it holds on that day already. ALREADY_PROPOSED: a change of this figure waits. DAY_PASSED: its day came before it was published. CHANGED_MEANWHILE: another value holds than when it was proposed. SAME_PERSON: proposed it.',
  },
  steps: [
    ['PUBLISH', 'From its day on it is what holds.'],
    ['REFUSE', 'The figure stays; whoever proposed reads why.'],
    ['WITHDRAW', 'It is not proposed any more.'],
  ],
  take: stepFigureChange,
})

const ProposalInput = builder.inputType('FigureProposalInput', {
  fields: (t) => ({
    name: t.field({ type: NameEnum, required: true }),
    value: t.int({ required: true }),
    validFrom: t.field({ type: 'Date', required: true, description: 'Today or later.' }),
    documentNo: t.string({ description: 'Of the decision behind it, 2 to 100 characters; without, it is unverified.' }),
    reason: t.string({ required: true, description: '4 to 500 characters.' }),
  }),
})

builder.queryFields((t) => ({
  serviceFigures: t.field({
    type: [FigureType],
    authScopes: { may: 'figure:read' },
    description: 'All figures of the office’s services, as they stand today.',
    complexity: { multiplier: serviceFigureNames.length },
    resolve: (_root, _args, { platform, viewer }) => readFigures(platform, viewer),
  }),
  figureChanges: t.field({
    type: FigureChangeConnection,
    authScopes: { may: 'figure:read' },
    description: 'Changes of them that were proposed, newest first.',
    args: { first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: (_root, args, { platform, viewer }) => readFigureChanges(platform, viewer, args),
  }),
}))

builder.mutationField('proposeFigure', (t) =>
  t.field({
    type: ProposalResult,
    authScopes: { may: 'figure:propose' },
    description: 'Proposes another value from a day on; the old one holds until somebody else publishes it.',
    args: { input: t.arg({ type: ProposalInput, required: true }) },
    resolve: async (_root, { input }, { platform, viewer, origin }) =>
      shaped(await proposeFigure(platform, viewer, origin, input)),
  }),
)
