import { figurePlaceholders, scriptFields, scriptMatters, scriptProblemCodes } from '@shebao/hotline'
import type { ScriptProblem } from '@shebao/hotline'
import { pageComplexity } from '../../../access/keyset.ts'
import { orStale } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn } from '../../../graphql/decision.ts'
import { proposalSteps } from '../../../graphql/proposal-steps.ts'
import { hotlineScriptCase } from './hotline-script-case.ts'
import type { ScriptRow } from './hotline-script.repository.ts'
import { proposeScript, ScriptRefused, scriptRefusals, stepScript } from './propose-script.ts'
import { readFigures, readScript, readScripts, readVersions } from './read-scripts.ts'
import type { ScriptFigure, StandingScript } from './read-scripts.ts'

const MatterEnum = builder.enumType('HotlineScriptMatter', {
  description: 'What callers call about. CARD_AT_WINDOW: what is done with the card at a window alone.',
  values: scriptMatters,
})

const VersionType = builder.objectRef<ScriptRow>('HotlineScriptVersion').implement({
  description: 'What agents say for a matter: proposed by one, published by another, reviewed by its day.',
  fields: (t) => ({
    matter: t.expose('matter', { type: MatterEnum }),
    version: t.exposeInt('version', { description: 'Counted per matter from 1.' }),
    textZh: t.exposeString('textZh', { description: 'With names in braces, as written.' }),
    textEn: t.exposeString('textEn'),
    sourceZh: t.exposeString('sourceZh', { description: 'What it is written from.' }),
    sourceEn: t.exposeString('sourceEn'),
    reason: t.exposeString('reason', { description: 'Empty for what came with the release.' }),
    reviewedOn: t.expose('reviewedOn', { type: 'Date', description: 'When somebody last held it against its source.' }),
    reviewDueOn: t.expose('reviewDueOn', { type: 'Date', description: 'By when that is to be done again.' }),
    reviewOverdue: t.boolean({
      resolve: ({ reviewDueOn }, _args, { platform }) => reviewDueOn < platform.clock.today(),
    }),
    requesterName: t.exposeString('requesterName', {
      nullable: true,
      description: 'Null: it came with the release.',
    }),
  }),
})
const VersionConnection = builder.connectionObject({ type: VersionType, name: 'HotlineScriptVersionConnection' })

const ScriptType = builder.objectRef<StandingScript>('HotlineScript').implement({
  description: 'A matter, and what agents say for it.',
  fields: (t) => ({
    matter: t.expose('matter', { type: MatterEnum }),
    inUse: t.expose('inUse', { type: VersionType, nullable: true }),
    waiting: t.expose('waiting', { type: VersionType, nullable: true, description: 'Proposed and not decided.' }),
  }),
})

const FigureType = builder.objectRef<ScriptFigure>('HotlineScriptFigure').implement({
  description: 'What stands for a name in braces today.',
  fields: (t) => ({
    name: t.expose('name', { type: builder.enumType('HotlineScriptFigureName', { values: figurePlaceholders }) }),
    value: t.exposeInt('value'),
  }),
})

const ProblemType = builder.objectRef<ScriptProblem>('HotlineScriptProblem').implement({
  fields: (t) => ({
    field: t.expose('field', { type: builder.enumType('HotlineScriptField', { values: scriptFields }) }),
    code: t.expose('code', {
      type: builder.enumType('HotlineScriptProblemCode', {
        description:
          'LENGTH: blank, too short or too long. UNKNOWN_NAME: nothing can be put in for a name in braces. TYPED_TERM: a count of days or tries is typed that a name stands for. OTHER_NAMES: the other language puts in a name that this one does not.',
        values: scriptProblemCodes,
      }),
    }),
    found: t.exposeString('found', { description: 'The name, the words of the term, or the length allowed.' }),
  }),
})
const RefusedType = builder.objectType(ScriptRefused, {
  name: 'HotlineScriptRefused',
  fields: (t) => ({
    reason: t.expose('reason', {
      type: builder.enumType('HotlineScriptRefusal', {
        description:
          'TEXT: see `problems`. REVIEW_DAY: a later day is needed. UNCHANGED: it says what is in use. ALREADY_PROPOSED: a version of this matter waits. CHANGED_MEANWHILE: another version is in use. SAME_PERSON: proposed it.',
        values: scriptRefusals,
      }),
    }),
    problems: t.field({
      type: [ProblemType],
      description: 'With TEXT: which field, and what.',
      resolve: ({ problems }) => [...problems],
    }),
  }),
})
const { ProposalResult, StepResult } = proposalSteps({
  name: 'HotlineScript',
  type: VersionType,
  lifecycle: hotlineScriptCase,
  opening: 'PROPOSE',
  read: 'hotline-script:read',
  outlook: 'Whether a version that the asker proposes can be decided.',
  answer: 'HotlineScriptProposalResult',
  refused: RefusedType,
  steps: [
    ['PUBLISH', 'Agents say it from now on.'],
    ['REFUSE', 'The old words stay; whoever proposed reads why.'],
    ['WITHDRAW', 'It is not proposed any more.'],
  ],
  take: stepScript,
})

const ProposalInput = builder.inputType('HotlineScriptProposalInput', {
  fields: (t) => ({
    matter: t.field({ type: MatterEnum, required: true }),
    textZh: t.string({
      required: true,
      description: '10 to 800 characters; figures and the caller by names in braces.',
    }),
    textEn: t.string({ required: true, description: 'The same, with the same names.' }),
    sourceZh: t.string({ required: true, description: '2 to 200 characters.' }),
    sourceEn: t.string({ required: true }),
    reviewDueOn: t.field({ type: 'Date', required: true, description: 'After today.' }),
    reason: t.string({ required: true, description: '4 to 500 characters.' }),
  }),
})

builder.queryFields((t) => ({
  hotlineScripts: t.field({
    type: [ScriptType],
    authScopes: { may: 'hotline-script:read' },
    description: 'What agents say for every matter, in the order of a call.',
    complexity: { multiplier: scriptMatters.length },
    resolve: (_root, _args, { platform, viewer }) => readScripts(platform, viewer),
  }),
  hotlineScript: t.field({
    type: ScriptType,
    authScopes: { may: 'hotline-script:read' },
    description: 'What agents say for one matter.',
    args: { matter: t.arg({ type: MatterEnum, required: true }) },
    resolve: (_root, { matter }, { platform, viewer }) => readScript(platform, viewer, matter),
  }),
  hotlineScriptVersions: t.field({
    type: VersionConnection,
    authScopes: { may: 'hotline-script:read' },
    description: 'What was proposed of one matter, newest first.',
    args: { matter: t.arg({ type: MatterEnum, required: true }), first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: (_root, args, { platform, viewer }) => readVersions(platform, viewer, args),
  }),
  hotlineScriptFigures: t.field({
    type: [FigureType],
    authScopes: { may: 'hotline-script:read' },
    description: 'What stands for the names of figures in scripts today.',
    resolve: (_root, _args, { platform, viewer }) => readFigures(platform, viewer),
  }),
}))

builder.mutationFields((t) => ({
  proposeHotlineScript: t.field({
    type: ProposalResult,
    authScopes: { may: 'hotline-script:propose' },
    description: 'Proposes what agents say for a matter; the old words are said until somebody else publishes these.',
    args: { input: t.arg({ type: ProposalInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer, origin }) => proposeScript(platform, viewer, origin, input),
  }),
  reviewHotlineScript: t.field({
    type: StepResult,
    authScopes: { may: 'hotline-script:review' },
    description: 'What is in use was held against its source and stays as it is, until another day.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      reviewDueOn: t.arg({ type: 'Date', required: true, description: 'After today.' }),
    },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      orStale(stepScript(platform, viewer, origin, 'REVIEW', decision)),
  }),
}))
