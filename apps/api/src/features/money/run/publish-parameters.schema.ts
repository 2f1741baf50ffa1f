import { builder } from '../../../graphql/builder.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { orStale, StaleDecision } from '../../../case/case-mark.ts'
import { ProblemType, ProposalType, RefusalEnum, publishProposal } from '../policy/index.ts'
import type { PublishOutcome } from '../policy/index.ts'
import { startDifferenceRun } from './start-difference-run.ts'

// Here and not beside the other steps of a proposal: publishing starts the run that bills the difference.

const Published = builder
  .objectRef<Extract<PublishOutcome, { kind: 'published' }>>('PolicyProposalPublished')
  .implement({
    description: 'Its rows are in force from their months on.',
    fields: (t) => ({
      proposal: t.field({ type: ProposalType, resolve: ({ proposal }) => proposal }),
      rows: t.exposeInt('rows'),
      ended: t.exposeInt('ended', { description: 'Published rows that were ended.' }),
      differencePeriods: t.field({ type: ['Period'], resolve: ({ differenceMonths }) => [...differenceMonths] }),
    }),
  })
const NotPublished = builder
  .objectRef<Extract<PublishOutcome, { kind: 'refused' }>>('PolicyProposalNotPublished')
  .implement({
    description: 'Nothing was published.',
    fields: (t) => ({
      reason: t.expose('reason', { type: RefusalEnum }),
      proposal: t.field({ type: ProposalType, resolve: ({ proposal }) => proposal }),
      problems: t.field({ type: [ProblemType], resolve: ({ problems }) => [...problems] }),
    }),
  })

const PublishResult = builder.unionType('PublishPolicyProposalResult', {
  types: [Published, NotPublished, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision ? StaleDecisionType : outcome.kind === 'published' ? Published : NotPublished,
})

builder.mutationFields((t) => ({
  publishPolicyProposal: t.field({
    type: PublishResult,
    description:
      'Puts a simulated proposal in force and cannot be taken back. Reviewers and heads who wrote nothing in it (R765 37).',
    authScopes: { may: 'proposal:publish' },
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      expectedRevision: t.arg.int({ required: true }),
      acknowledgeNothingBilled: t.arg.boolean({ defaultValue: false }),
      acceptedWarnings: t.arg.stringList({
        description: 'The keys of the open warnings, each answered by itself; all of them, and no others.',
      }),
    },
    resolve: (_root, args, { platform, viewer, origin }) =>
      orStale(
        publishProposal(
          platform,
          viewer,
          {
            ...args,
            acknowledgeNothingBilled: args.acknowledgeNothingBilled ?? false,
            acceptedWarnings: args.acceptedWarnings ?? [],
            origin,
          },
          startDifferenceRun,
        ),
      ),
  }),
}))
