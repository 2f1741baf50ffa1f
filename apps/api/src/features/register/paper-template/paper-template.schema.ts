import { pageComplexity } from '../../../access/keyset.ts'
import { builder } from '../../../graphql/builder.ts'
import { proposalSteps } from '../../../graphql/proposal-steps.ts'
import { paperTemplateCase } from './paper-template-case.ts'
import type { TemplateVersionRow } from './paper-template.repository.ts'
import { namesIn, releasedTexts, textProblems } from './paper-words.ts'
import { paperTemplateNames } from './template-names.ts'
import { proposeTemplate, stepTemplate, templateRefusals, TemplateRefused, textsOf } from './propose-template.ts'
import type { TextInput, WrongText } from './propose-template.ts'
import { readTemplates, readVersions } from './read-templates.ts'
import type { StandingTemplate } from './read-templates.ts'

const NameEnum = builder.enumType('PaperTemplateName', {
  description:
    'A kind of paper whose wording the office may make its own. PAYMENT_PAPER: the payment notice and the voucher for it.',
  values: paperTemplateNames,
})
const LanguageEnum = builder.enumType('PaperLanguage', {
  values: { ZH_CN: { value: 'zh-CN' }, EN: { value: 'en' } } as const,
})

const OwnTextType = builder.objectRef<TextInput>('PaperTemplateText').implement({
  description: 'What a version says in one place, otherwise than as released.',
  fields: (t) => ({
    language: t.expose('language', { type: LanguageEnum }),
    place: t.exposeString('place'),
    text: t.exposeString('text'),
  }),
})

const VersionType = builder.objectRef<TemplateVersionRow>('PaperTemplateVersion').implement({
  description: 'Words of a kind of paper from a day on: proposed by one, published by another.',
  fields: (t) => ({
    name: t.expose('name', { type: NameEnum }),
    version: t.exposeInt('version', { description: 'Counted per template from 1; 0 came with the release.' }),
    basedOn: t.exposeInt('basedOn', { description: 'The version that held on its first day when it was proposed.' }),
    texts: t.field({
      type: [OwnTextType],
      description: 'What differs from the release; everything else is as released.',
      resolve: ({ texts }) => textsOf(texts),
    }),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    documentNo: t.exposeString('documentNo', { nullable: true, description: 'Null: it rests on no document.' }),
    reason: t.exposeString('reason'),
    requesterName: t.exposeString('requesterName'),
  }),
})
const VersionConnection = builder.connectionObject({ type: VersionType, name: 'PaperTemplateVersionConnection' })

interface Place {
  place: string
  chinese: string
  english: string
}
const PlaceType = builder.objectRef<Place>('PaperTemplatePlace').implement({
  description: 'A text of the template as released.',
  fields: (t) => ({
    place: t.exposeString('place', { description: 'The keys and numbers that lead to it, as `notes.0`.' }),
    chinese: t.exposeString('chinese'),
    english: t.exposeString('english'),
    names: t.stringList({
      description: 'What is put in, in braces; another text puts in the same.',
      resolve: ({ chinese }) => [...namesIn(chinese)],
    }),
  }),
})

const TemplateType = builder.objectRef<StandingTemplate>('PaperTemplate').implement({
  description: 'The wording of a kind of paper as it stands.',
  fields: (t) => ({
    name: t.expose('name', { type: NameEnum }),
    places: t.field({
      type: [PlaceType],
      description: 'Every text of it, in the order of the paper.',
      resolve: ({ name }) => {
        const { 'zh-CN': chinese, en } = releasedTexts(name)
        return [...chinese].map(([place, text]) => ({ place, chinese: text, english: en.get(place) ?? '' }))
      },
    }),
    inForce: t.expose('inForce', {
      type: VersionType,
      nullable: true,
      description: 'What papers issued today say. Null: as released.',
    }),
    later: t.field({
      type: [VersionType],
      description: 'Published for later days, by day.',
      resolve: ({ later }) => [...later],
    }),
    waiting: t.expose('waiting', { type: VersionType, nullable: true, description: 'Proposed and not decided.' }),
  }),
})

const WrongTextType = builder.objectRef<WrongText>('PaperTemplateTextProblem').implement({
  fields: (t) => ({
    language: t.expose('language', { type: LanguageEnum }),
    place: t.exposeString('place'),
    problem: t.expose('problem', {
      type: builder.enumType('PaperTemplateTextProblemKind', {
        description:
          'UNKNOWN_PLACE: the template has no such text. BLANK: something must stand there. TOO_LONG: more than 2,000 characters. NAMES: it puts in other names in braces than as released.',
        values: textProblems,
      }),
    }),
  }),
})
const RefusedType = builder.objectType(TemplateRefused, {
  name: 'PaperTemplateRefused',
  fields: (t) => ({
    reason: t.expose('reason', {
      type: builder.enumType('PaperTemplateRefusal', {
        description:
          'TEXTS: see `texts`. DAY: not from today on. UNCHANGED: it says what holds on that day already. ALREADY_PROPOSED: a version of this template waits. DAY_PASSED: its day came before it was published. CHANGED_MEANWHILE: other words hold than when it was proposed. SAME_PERSON: proposed it.',
        values: templateRefusals,
      }),
    }),
    texts: t.field({
      type: [WrongTextType],
      description: 'With TEXTS: which, and why.',
      resolve: ({ texts }) => [...texts],
    }),
  }),
})
const { ProposalResult } = proposalSteps({
  name: 'PaperTemplate',
  type: VersionType,
  lifecycle: paperTemplateCase,
  opening: 'PROPOSE',
  read: 'template:read',
  outlook: 'Whether a version that the asker proposes can be decided.',
  answer: 'PaperTemplateProposalResult',
  refused: RefusedType,
  steps: [
    ['PUBLISH', 'Papers issued from its day on say it.'],
    ['REFUSE', 'The wording stays; whoever proposed reads why.'],
    ['WITHDRAW', 'It is not proposed any more.'],
  ],
  take: stepTemplate,
})

const TextInputType = builder.inputType('PaperTemplateTextInput', {
  fields: (t) => ({
    language: t.field({ type: LanguageEnum, required: true }),
    place: t.string({ required: true }),
    text: t.string({ required: true, description: 'At most 2,000 characters.' }),
  }),
})
const ProposalInput = builder.inputType('PaperTemplateProposalInput', {
  fields: (t) => ({
    name: t.field({ type: NameEnum, required: true }),
    texts: t.field({
      type: [TextInputType],
      required: true,
      description: 'Every text that is not to be as released; the others are. None: back to the release.',
    }),
    validFrom: t.field({ type: 'Date', required: true, description: 'Today or later.' }),
    documentNo: t.string({ description: 'Of the decision behind it, 2 to 100 characters.' }),
    reason: t.string({ required: true, description: '4 to 500 characters.' }),
  }),
})

builder.queryFields((t) => ({
  paperTemplates: t.field({
    type: [TemplateType],
    authScopes: { may: 'template:read' },
    description: 'The wording of every kind of paper, as it stands today.',
    complexity: { multiplier: paperTemplateNames.length },
    resolve: (_root, _args, { platform, viewer }) => readTemplates(platform, viewer),
  }),
  paperTemplate: t.field({
    type: TemplateType,
    nullable: true,
    authScopes: { may: 'template:read' },
    description: 'The wording of one kind of paper, as it stands today.',
    args: { name: t.arg({ type: NameEnum, required: true }) },
    resolve: async (_root, { name }, { platform, viewer }) =>
      (await readTemplates(platform, viewer)).find((template) => template.name === name),
  }),
  paperTemplateVersions: t.field({
    type: VersionConnection,
    authScopes: { may: 'template:read' },
    description: 'What was proposed of one kind of paper, newest first.',
    args: { name: t.arg({ type: NameEnum, required: true }), first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: (_root, args, { platform, viewer }) => readVersions(platform, viewer, args),
  }),
}))

builder.mutationFields((t) => ({
  proposePaperTemplate: t.field({
    type: ProposalResult,
    authScopes: { may: 'template:propose' },
    description:
      'Proposes other words of a kind of paper from a day on; the old ones hold until somebody else publishes it.',
    args: { input: t.arg({ type: ProposalInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer, origin }) => proposeTemplate(platform, viewer, origin, input),
  }),
}))
