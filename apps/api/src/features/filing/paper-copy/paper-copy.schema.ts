import { oneOf } from '@shebao/kernel'
import { decodeCursor, keysetPage, pageComplexity, pageSize } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { builder } from '../../../graphql/builder.ts'
import { declarationKinds, DeclarationType } from '../declaration/index.ts'
import { findEmployer } from '../../register/employer/index.ts'
import { changePaperRule } from './change-rule.ts'
import { findScanned } from './find-scanned.ts'
import type { ScannedPaper } from './find-scanned.ts'
import {
  countPapers,
  findReceiverName,
  listPaperCopiesOf,
  listPapersFor,
  paperFilters,
} from './paper-copy.repository.ts'
import type { ListedPaper, PaperCounts, PaperCopyRow } from './paper-copy.repository.ts'
import { paperCopyTable } from './paper-copy.lifecycle.ts'
import { paperConsequences } from './paper-rule.ts'
import type { Material, PaperRule } from './paper-rule.ts'
import { findPaperRule } from './paper-rule.repository.ts'
import { receivePaper } from './receive-paper.ts'
import type { ReceiveOutcome } from './receive-paper.ts'

const KindEnum = builder.enumType('PaperKind', {
  description: 'The kind of declaration that the papers belong to.',
  values: declarationKinds,
})
const StatusEnum = builder.enumType('PaperCopyStatus', {
  description: 'RETURNED: paper of another version came, and the declaration went back with it.',
  values: paperCopyTable.states,
})
const FilterEnum = builder.enumType('PaperFilter', {
  description: 'LATE: awaited, and its last day has gone by.',
  values: paperFilters,
})
const ConsequenceEnum = builder.enumType('PaperConsequence', {
  description:
    'What follows when the day has gone by. REMIND_ONLY: one reminder. REMIND_DAILY: one each working day. PAUSE_FILING: that, and no further declaration is filed online until the paper comes.',
  values: paperConsequences,
})

const MaterialType = builder.objectRef<Material>('PaperMaterial').implement({
  description: 'One line of the checklist, by its code.',
  fields: (t) => ({
    code: t.exposeString('code'),
    zh: t.exposeString('zh'),
    en: t.exposeString('en'),
    required: t.exposeBoolean('required'),
  }),
})
const RuleType = builder.objectRef<PaperRule>('PaperRule').implement({
  fields: (t) => ({
    workingDays: t.exposeInt('workingDays', { description: 'From the day after acceptance.' }),
    remindDays: t.exposeInt('remindDays', { description: 'Working days before the last one.' }),
    keepYears: t.exposeInt('keepYears'),
    consequence: t.field({ type: ConsequenceEnum, resolve: ({ consequence }) => consequence }),
    materials: t.field({ type: [MaterialType], resolve: ({ materials }) => [...materials] }),
  }),
})

const kindOf = ({ kind }: PaperCopyRow) => oneOf(declarationKinds, kind, 'kind of declaration')

const CopyType = builder.objectRef<PaperCopyRow>('PaperCopy').implement({
  description:
    'The paper copies of an accepted declaration. The cover sheet: /documents/paper-cover/<declaration>.pdf.',
  fields: (t) => ({
    id: t.id({ resolve: ({ declarationId }) => declarationId }),
    declarationId: t.id({ resolve: ({ declarationId }) => declarationId }),
    kind: t.field({ type: KindEnum, resolve: kindOf }),
    version: t.exposeInt('version'),
    formNo: t.exposeString('formNo'),
    contentHash: t.exposeString('contentHash'),
    status: t.field({ type: StatusEnum, resolve: ({ status }) => oneOf(paperCopyTable.states, status, 'status') }),
    expectedOn: t.field({
      type: 'Date',
      description: 'The day of acceptance.',
      resolve: ({ expectedOn }) => expectedOn,
    }),
    dueOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Null while the working-day calendar of its year is not published.',
      resolve: ({ dueOn }) => dueOn,
    }),
    late: t.boolean({
      resolve: ({ status, dueOn }, _args, { platform }) =>
        status === 'AWAITED' && dueOn !== null && dueOn < platform.clock.today(),
    }),
    keepUntil: t.field({ type: 'Date', resolve: ({ keepUntil }) => keepUntil }),
    receivedOn: t.field({ type: 'Date', nullable: true, resolve: ({ receivedOn }) => receivedOn }),
    receivedBy: t.string({
      nullable: true,
      description: 'The name of the member of staff who took it.',
      resolve: async ({ receivedBy }, _args, { platform }) =>
        (receivedBy === null ? undefined : await findReceiverName(platform, receivedBy)) ?? null,
    }),
    pages: t.exposeInt('pages', { nullable: true }),
    came: t.stringList({ description: 'Codes of the checklist that came.', resolve: ({ materials }) => materials }),
    materials: t.field({
      type: [MaterialType],
      description: 'The checklist of its kind.',
      resolve: async (copy, _args, { platform }) => [...(await findPaperRule(platform, kindOf(copy))).materials],
    }),
    consequence: t.field({
      type: ConsequenceEnum,
      resolve: async (copy, _args, { platform }) => (await findPaperRule(platform, kindOf(copy))).consequence,
    }),
  }),
})

const ListedType = builder.objectRef<ListedPaper>('ListedPaper').implement({
  fields: (t) => ({
    employerName: t.exposeString('employerName'),
    receiverName: t.exposeString('receiverName', { nullable: true }),
    declarationId: t.id({ resolve: ({ declarationId }) => declarationId }),
    employerId: t.id({ resolve: ({ employerId }) => employerId }),
    kind: t.field({ type: KindEnum, resolve: kindOf }),
    formNo: t.exposeString('formNo'),
    version: t.exposeInt('version'),
    status: t.field({ type: StatusEnum, resolve: ({ status }) => oneOf(paperCopyTable.states, status, 'status') }),
    dueOn: t.field({ type: 'Date', nullable: true, resolve: ({ dueOn }) => dueOn }),
    receivedOn: t.field({ type: 'Date', nullable: true, resolve: ({ receivedOn }) => receivedOn }),
    pages: t.exposeInt('pages', { nullable: true }),
  }),
})
const ListedConnection = builder.connectionObject({ type: ListedType, name: 'ListedPaperConnection' })

const CountsType = builder.objectRef<PaperCounts>('PaperCounts').implement({
  fields: (t) => ({ late: t.exposeInt('late'), awaited: t.exposeInt('awaited') }),
})

const ScannedType = builder.objectRef<ScannedPaper>('ScannedPaper').implement({
  description:
    'What was put under the scanner. When `version` is not that of the copy, the paper is of another version.',
  fields: (t) => ({
    hash: t.exposeString('hash'),
    version: t.exposeInt('version'),
    copy: t.field({ type: CopyType, resolve: ({ copy }) => copy }),
    employerName: t.string({
      resolve: async ({ copy }, _args, { platform }) => (await findEmployer(platform, copy.employerId))?.name ?? '',
    }),
  }),
})

type Done = Extract<ReceiveOutcome, { kind: 'done' }>
type Refused = Extract<ReceiveOutcome, { kind: 'refused' }>
const DoneType = builder.objectRef<Done>('PaperReceived').implement({
  description: 'Taken; or, of another version of an inspection, gone back with the declaration, which its status says.',
  fields: (t) => ({ declaration: t.field({ type: DeclarationType, resolve: ({ declaration }) => declaration }) }),
})
const RefusedType = builder.objectRef<Refused>('PaperRefused').implement({
  fields: (t) => ({
    code: t.exposeString('code', {
      description:
        'VERSION_CHANGED, ILLEGAL_TRANSITION, ROLE_NOT_ALLOWED, PAPER_DIFFERS, SEAL_MISSING or MATERIALS_MISSING.',
    }),
  }),
})
const ReceiveResult = builder.unionType('ReceivePaperResult', {
  types: [DoneType, RefusedType],
  resolveType: ({ kind }: ReceiveOutcome) => (kind === 'done' ? DoneType : RefusedType),
})

const ReceiveInput = builder.inputType('ReceivePaperInput', {
  fields: (t) => ({
    declarationId: t.id({ required: true }),
    version: t.int({ required: true, description: 'Of the copy that was looked at.' }),
    scanned: t.string({ required: true, description: 'What the scanner typed.' }),
    receivedOn: t.field({ type: 'Date', required: true }),
    pages: t.int({ required: true }),
    sealOk: t.boolean({ required: true }),
    signatureOk: t.boolean({ required: true }),
    materials: t.stringList({ required: true, description: 'Codes of the checklist that came.' }),
  }),
})
const MaterialInput = builder.inputType('PaperMaterialInput', {
  fields: (t) => ({
    code: t.string({ required: true }),
    zh: t.string({ required: true }),
    en: t.string({ required: true }),
    required: t.boolean({ required: true }),
  }),
})
const RuleInput = builder.inputType('PaperRuleInput', {
  fields: (t) => ({
    workingDays: t.int({ required: true }),
    remindDays: t.int({ required: true }),
    keepYears: t.int({ required: true }),
    consequence: t.field({ type: ConsequenceEnum, required: true }),
    materials: t.field({ type: [MaterialInput], required: true }),
  }),
})

builder.queryFields((t) => ({
  paperCopies: t.field({
    type: [CopyType],
    authScopes: { may: 'paper:hand-in' },
    complexity: 50,
    description: 'What the asker’s employer has to hand in or has handed in, the latest 50.',
    resolve: (_root, _args, { platform, viewer }) => {
      const clerk = requireMay(viewer, 'paper:hand-in')
      if (clerk.kind !== 'EMPLOYER') throw notFound('employer')
      return listPaperCopiesOf(platform, clerk.employerId)
    },
  }),
  paperList: t.field({
    type: ListedConnection,
    authScopes: { may: 'paper:list' },
    description:
      'Paper copies of all employers, by the last day, the longest late first; 50 at a time unless `first` (1-100) says otherwise.',
    args: {
      filter: t.arg({ type: FilterEnum, required: true }),
      kind: t.arg({ type: KindEnum }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    complexity: pageComplexity,
    resolve: async (_root, { filter, kind, ...args }, { platform }) => {
      const cursor = decodeCursor(args, 2)
      const after = cursor ? ([String(cursor[0]), String(cursor[1])] as const) : undefined
      const rows = await listPapersFor(platform, { filter, kind: kind ?? undefined }, after, pageSize(args) + 1)
      return keysetPage(rows, args, ({ dueOn, declarationId }) => [dueOn ?? '9999-12-31', declarationId])
    },
  }),
  paperCounts: t.field({
    type: CountsType,
    authScopes: { may: 'paper:list' },
    description: 'How many paper copies are awaited, and how many of them are late.',
    resolve: (_root, _args, { platform }) => countPapers(platform),
  }),
  scannedPaper: t.field({
    type: ScannedType,
    authScopes: { may: 'paper:register' },
    description: 'Which awaited paper a scanned code belongs to. Changes nothing.',
    args: { text: t.arg.string({ required: true, description: 'What the scanner typed, or the hash as printed.' }) },
    resolve: (_root, { text }, { platform }) => findScanned(platform, text),
  }),
  paperRule: t.field({
    type: RuleType,
    authScopes: { may: 'paper:list' },
    description: 'What the office asks of the paper copies of a kind of declaration.',
    args: { kind: t.arg({ type: KindEnum, required: true }) },
    resolve: (_root, { kind }, { platform }) => findPaperRule(platform, kind),
  }),
}))

builder.mutationFields((t) => ({
  receivePaper: t.field({
    type: ReceiveResult,
    authScopes: { may: 'paper:register' },
    description:
      'Enters papers that came. Of an inspection, paper of another version than the one filed goes back with the declaration; of a month it is refused.',
    args: { input: t.arg({ type: ReceiveInput, required: true }) },
    resolve: (_root, { input: { scanned, ...input } }, { platform, viewer, origin }) =>
      receivePaper(platform, requireMay(viewer, 'paper:register'), {
        ...input,
        declarationId: requireUuid(input.declarationId, 'declaration'),
        hash: scanned,
        origin,
      }),
  }),
  changePaperRule: t.field({
    type: RuleType,
    authScopes: { may: 'paper:change-rule' },
    description: 'Sets what the office asks from now on; days that employers were told stay.',
    args: { kind: t.arg({ type: KindEnum, required: true }), rule: t.arg({ type: RuleInput, required: true }) },
    resolve: (_root, { kind, rule }, { platform, viewer, origin }) =>
      changePaperRule(platform, viewer, { kind, rule, origin }),
  }),
}))
