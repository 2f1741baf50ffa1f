import { parameterProblemText } from '@shebao/premium'
import type { ParameterFileProblem, ProposalProblem } from '@shebao/premium'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { orStale, StaleDecision } from '../../../case/case-mark.ts'
import { createProposal, saveProposal } from './edit-proposal.ts'
import { importProposal } from './import-proposal.ts'
import type { ImportOutcome } from './import-proposal.ts'
import { ProblemType } from './proposal-problem.schema.ts'
import { ProposalType } from './proposal.schema.ts'
import type { ProposalRow } from './proposal.repository.ts'
import { simulateProposal } from './simulate-proposal.ts'
import { withdrawProposal } from './withdraw-proposal.ts'

interface Outcome {
  kind: string
  proposal: ProposalRow
}

/** An outcome that says nothing more than how things stand. */
const standing = (name: string, description: string) =>
  builder.objectRef<Outcome>(name).implement({
    description,
    fields: (t) => ({ proposal: t.field({ type: ProposalType, resolve: ({ proposal }) => proposal }) }),
  })

const Saved = standing('PolicyProposalSaved', 'What was typed is kept.')
const Conflict = standing(
  'PolicyProposalConflict',
  'Somebody saved in between, or simulates it too: this is what stands now. Nothing was changed.',
)
const Ended = standing('PolicyProposalEnded', 'It was published or withdrawn and stays as it is.')
const Advanced = standing(
  'PolicyProposalSimulated',
  'One slice further; ask again with the run of its simulation until that is done.',
)
const Withdrawn = standing('PolicyProposalWithdrawn', 'It will not be published.')

const WithProblems = builder
  .objectRef<Outcome & { problems: readonly ProposalProblem[] }>('PolicyProposalHasProblems')
  .implement({
    description: 'Its rows cannot be simulated before the errors are put right.',
    fields: (t) => ({
      proposal: t.field({ type: ProposalType, resolve: ({ proposal }) => proposal }),
      problems: t.field({ type: [ProblemType], resolve: ({ problems }) => [...problems] }),
    }),
  })

const FileProblem = builder.objectRef<ParameterFileProblem>('ParameterFileProblem').implement({
  description: 'One thing wrong with a parameter file.',
  fields: (t) => ({
    row: t.exposeInt('row', { nullable: true, description: 'Counted from 1; null for the file itself.' }),
    field: t.exposeString('field', { nullable: true }),
    code: t.exposeString('code'),
    textZh: t.string({
      description: 'With its place, why, and what would be right.',
      resolve: (problem) => parameterProblemText(problem, 'zh-CN'),
    }),
    textEn: t.string({ resolve: (problem) => parameterProblemText(problem, 'en') }),
  }),
})

const mostProblemsTold = 200

const Imported = builder.objectRef<Extract<ImportOutcome, { kind: 'imported' }>>('PolicyProposalImported').implement({
  description: 'A new proposal with the rows of the file that are not published as they stand.',
  fields: (t) => ({ proposal: t.field({ type: ProposalType, resolve: ({ proposal }) => proposal }) }),
})
const NotImported = builder.objectRef<Extract<ImportOutcome, { kind: 'refused' }>>('PolicyImportRefused').implement({
  description: 'Nothing was imported.',
  fields: (t) => ({
    reason: t.exposeString('reason', {
      description: 'TOO_LARGE, SYNTAX, PROBLEMS, SEVERAL_REGIONS, TOO_MANY_ROWS or NO_CHANGE.',
    }),
    detail: t.exposeString('detail', { description: 'What the parser says, the regions, or the number of rows.' }),
    problemCount: t.int({ resolve: ({ problems }) => problems.length }),
    problems: t.field({
      type: [FileProblem],
      complexity: 40,
      description: `The first ${mostProblemsTold}.`,
      resolve: ({ problems }) => problems.slice(0, mostProblemsTold),
    }),
  }),
})

const types = {
  saved: Saved,
  conflict: Conflict,
  ended: Ended,
  advanced: Advanced,
  withdrawn: Withdrawn,
  problems: WithProblems,
}
const typeOf = ({ kind }: Outcome) => types[kind as keyof typeof types]

const SaveResult = builder.unionType('SavePolicyProposalResult', {
  types: [Saved, Conflict, Ended],
  resolveType: typeOf,
})
const SimulateResult = builder.unionType('SimulatePolicyProposalResult', {
  types: [Advanced, WithProblems, Conflict, Ended],
  resolveType: typeOf,
})
const WithdrawResult = builder.unionType('WithdrawPolicyProposalResult', {
  types: [Withdrawn, Ended, StaleDecisionType],
  resolveType: (outcome) => (outcome instanceof StaleDecision ? StaleDecisionType : typeOf(outcome)),
})
const ImportResult = builder.unionType('ImportPolicyProposalResult', {
  types: [Imported, NotImported],
  resolveType: ({ kind }) => (kind === 'imported' ? Imported : NotImported),
})
const CreateInput = builder.inputType('CreatePolicyProposalInput', {
  fields: (t) => ({
    region: t.string({ required: true, description: 'GB/T 2260 code, six digits.' }),
    title: t.string({ required: true, description: '1 to 80 characters.' }),
    copyNames: t.stringList({ description: 'Parameters whose rows in force are copied; none for an empty proposal.' }),
    copyFrom: t.field({ type: 'Period', description: 'The month the copies begin.' }),
  }),
})
const RowInput = builder.inputType('ProposedParameterInput', {
  description: 'A row as it is typed, complete or not; at most 400 characters a field.',
  fields: (t) => ({
    id: t.id({ required: true }),
    name: t.string({ required: true }),
    insurance: t.string({ required: true }),
    side: t.string({ required: true }),
    category: t.string({ required: true }),
    value: t.string({ required: true }),
    validFrom: t.string({ required: true }),
    validTo: t.string({ required: true }),
    docNo: t.string({ required: true }),
    publishedOn: t.string({ required: true }),
    source: t.string({ required: true }),
    verified: t.boolean({ required: true }),
  }),
})
const SaveInput = builder.inputType('SavePolicyProposalInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    expectedRevision: t.int({ required: true }),
    title: t.string({ required: true }),
    publishedAverage: t.field({ type: 'Fen' }),
    rows: t.field({ type: [RowInput], required: true, description: 'All rows, in order; at most 300.' }),
  }),
})

builder.mutationFields((t) => ({
  createPolicyProposal: t.field({
    type: ProposalType,
    description:
      'Begins a proposal, empty or with the rows in force again from a new month. Officers, reviewers, heads.',
    authScopes: { may: 'proposal:edit' },
    args: { input: t.arg({ type: CreateInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer, origin }) => {
      const copy = input.copyNames?.length ? { names: input.copyNames, validFrom: input.copyFrom ?? '' } : undefined
      return createProposal(platform, viewer, { region: input.region, title: input.title, copy, origin })
    },
  }),
  importPolicyProposal: t.field({
    type: ImportResult,
    description:
      'Begins a proposal with the rows of a parameter file, JSON or YAML, at most 2 MB. Officers, reviewers, heads.',
    authScopes: { may: 'proposal:edit' },
    args: { title: t.arg.string({ required: true }), text: t.arg.string({ required: true }) },
    resolve: (_root, args, { platform, viewer, origin }) => importProposal(platform, viewer, { ...args, origin }),
  }),
  savePolicyProposal: t.field({
    type: SaveResult,
    description: 'Keeps what was typed. Whoever saves a change may not publish it. Officers, reviewers, heads.',
    authScopes: { may: 'proposal:edit' },
    args: { input: t.arg({ type: SaveInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer }) =>
      saveProposal(platform, viewer, { ...input, publishedAverage: input.publishedAverage ?? null }),
  }),
  simulatePolicyProposal: t.field({
    type: SimulateResult,
    description:
      'Tries the rows on the latest billed month, 20,000 people a call; `run` goes on with a simulation. Officers, reviewers, heads.',
    complexity: 500,
    authScopes: { may: 'proposal:simulate' },
    args: { id: t.arg.id({ required: true }), expectedRevision: t.arg.int({ required: true }), run: t.arg.string() },
    resolve: (_root, args, { platform, viewer }) =>
      simulateProposal(platform, viewer, { ...args, run: args.run ?? null }),
  }),
  withdrawPolicyProposal: t.field({
    type: WithdrawResult,
    description: 'Ends a proposal without publishing it. Officers, reviewers, heads.',
    authScopes: { may: 'proposal:withdraw' },
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      reason: t.arg.string({ required: true, description: '1 to 200 characters.' }),
    },
    resolve: (_root, args, { platform, viewer, origin }) =>
      orStale(withdrawProposal(platform, viewer, { ...args, origin })),
  }),
}))
