import { LANGUAGES, oneOf } from '@shebao/kernel'
import { decodeCursor, keysetPage, pageComplexity, pageSize } from '../../../access/keyset.ts'
import { badInput } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { builder } from '../../../graphql/builder.ts'
import { askPrintRun, cancelPrintRun, mostPapers, requireClerk, requirePrintRun } from './ask-print-run.ts'
import type { AskOutcome } from './ask-print-run.ts'
import { keyOf, listPapers, listPaperYears, printableKinds } from './papers.repository.ts'
import type { Paper, PaperKey } from './papers.repository.ts'
import { printRunTable } from './print-run.lifecycle.ts'
import { itemProblems, listFailedItems, listPrintRuns } from './print-run.repository.ts'
import type { PrintItemRow, PrintRunRow } from './print-run.repository.ts'

const KindEnum = builder.enumType('PrintableKind', {
  description: 'Papers that an employer can have printed; UNIT_CERTIFICATE for a whole year.',
  values: printableKinds,
})
const StatusEnum = builder.enumType('PrintRunStatus', {
  description:
    'FAILED: too large for one file, or none of the papers could be printed. REMOVED: it was ready for seven days.',
  values: printRunTable.states,
})
const ProblemEnum = builder.enumType('PrintItemProblem', {
  description:
    'NOT_FOUND: no longer valid, or no longer the asker’s to see. NOTHING_RECORDED: there is nothing to certify. UNPRINTABLE: it could not be typeset.',
  values: itemProblems,
})

const PaperType = builder.objectRef<Paper>('PrintablePaper').implement({
  description: 'One paper of an employer; its own file stands at /documents/….',
  fields: (t) => ({
    kind: t.field({ type: KindEnum, resolve: ({ kind }) => kind }),
    subjectId: t.exposeID('subjectId'),
    version: t.exposeInt('version', { description: 'Of a form; of a certificate the year; else 1.' }),
    number: t.exposeString('number', { description: 'Empty of a certificate: it gets one when it is printed.' }),
    concerning: t.exposeString('concerning', { description: 'Year, month or day.' }),
    day: t.exposeString('day', { description: 'When it was issued; of a certificate the last notice in it.' }),
  }),
})
const PaperConnection = builder.connectionObject({ type: PaperType, name: 'PrintablePaperConnection' })

const FailedType = builder.objectRef<PrintItemRow>('PrintItemFailed').implement({
  fields: (t) => ({
    kind: t.field({ type: KindEnum, resolve: ({ kind }) => oneOf(printableKinds, kind, 'kind of paper') }),
    number: t.exposeString('number'),
    version: t.exposeInt('version'),
    problem: t.field({ type: ProblemEnum, resolve: ({ problem }) => oneOf(itemProblems, problem ?? '', 'problem') }),
  }),
})
const RunType = builder.objectRef<PrintRunRow>('PrintRun').implement({
  description: 'Papers asked for as one file. While READY it is at /documents/papers/<id>.pdf.',
  fields: (t) => ({
    id: t.exposeID('id'),
    status: t.field({ type: StatusEnum, resolve: ({ status }) => oneOf(printRunTable.states, status, 'status') }),
    language: t.exposeString('language'),
    papers: t.exposeInt('papers'),
    done: t.exposeInt('done', { description: 'Looked at, whether printed or not.' }),
    failed: t.exposeInt('failed'),
    bytes: t.exposeInt('bytes'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    finishedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ finishedAt }) => finishedAt }),
    failures: t.field({
      type: [FailedType],
      complexity: 20,
      resolve: ({ id, failed }, _args, { platform }) => (failed === 0 ? [] : listFailedItems(platform, id)),
    }),
  }),
})

const AskedType = builder.objectRef<Extract<AskOutcome, { kind: 'ASKED' }>>('PrintRunAsked').implement({
  fields: (t) => ({ run: t.field({ type: RunType, resolve: ({ run }) => run }) }),
})
const PrintingType = builder
  .objectRef<Extract<AskOutcome, { kind: 'ALREADY_PRINTING' }>>('PrintRunAlreadyPrinting')
  .implement({
    description: 'One file at a time: this one is being made.',
    fields: (t) => ({ run: t.field({ type: RunType, resolve: ({ run }) => run }) }),
  })
const AskResult = builder.unionType('PrintRunResult', {
  types: [AskedType, PrintingType],
  resolveType: ({ kind }) => (kind === 'ASKED' ? AskedType : PrintingType),
})

const PaperInput = builder.inputType('PrintablePaperInput', {
  fields: (t) => ({
    kind: t.field({ type: KindEnum, required: true }),
    subjectId: t.id({ required: true }),
    version: t.int({ required: true }),
  }),
})

const cursorLength = 5
const shownRuns = 10

function paperKey(values: ReturnType<typeof decodeCursor>): PaperKey | undefined {
  if (!values) return undefined
  const [day, kind, number, subjectId, version] = values
  return [String(day), String(kind), String(number), String(subjectId), Number(version)]
}

builder.queryFields((t) => ({
  papers: t.field({
    type: PaperConnection,
    authScopes: { may: 'papers:print' },
    description:
      'What the asker’s employer can have printed, newest first, 50 at a time unless `first` (1-100) says otherwise.',
    args: {
      first: t.arg.int(),
      after: t.arg.string(),
      kinds: t.arg({ type: [KindEnum], description: 'All without.' }),
      year: t.arg.int({ description: 'Issued in this year.' }),
    },
    complexity: pageComplexity,
    resolve: async (_root, { kinds, year, ...args }, { platform, viewer }) => {
      const { employerId } = requireClerk(viewer)
      const filter = {
        kinds: kinds ?? printableKinds,
        year: year === null || year === undefined ? undefined : String(year),
      }
      const after = paperKey(decodeCursor(args, cursorLength))
      return keysetPage(await listPapers(platform, employerId, filter, after, pageSize(args) + 1), args, keyOf)
    },
  }),
  paperYears: t.stringList({
    authScopes: { may: 'papers:print' },
    description: 'Years in which something was issued to the asker’s employer, newest first.',
    resolve: (_root, _args, { platform, viewer }) => listPaperYears(platform, requireClerk(viewer).employerId),
  }),
  printRuns: t.field({
    type: [RunType],
    authScopes: { may: 'papers:print' },
    description: `The last ${shownRuns} files that the asker’s employer asked for.`,
    resolve: (_root, _args, { platform, viewer }) =>
      listPrintRuns(platform, requireClerk(viewer).employerId, shownRuns),
  }),
  printRun: t.field({
    type: RunType,
    authScopes: { may: 'papers:print' },
    description: 'One file that the asker’s employer asked for; another’s behaves as if it did not exist.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => requirePrintRun(platform, viewer, requireUuid(id, 'print run')),
  }),
}))

builder.mutationFields((t) => ({
  printPapers: t.field({
    type: AskResult,
    authScopes: { may: 'papers:print' },
    description: `Has 1 to ${mostPapers} papers of the asker’s employer printed as one file, the oldest first.`,
    args: {
      papers: t.arg({ type: [PaperInput], required: true }),
      language: t.arg.string({ required: true, description: 'zh-CN or en.' }),
    },
    resolve: (_root, { papers, language }, { platform, viewer, origin }) => {
      const known = LANGUAGES.find((one) => one === language)
      if (!known) throw badInput('language', 'zh-CN or en.')
      return askPrintRun(platform, viewer, {
        papers: papers.map((paper) => ({ ...paper, subjectId: requireUuid(paper.subjectId, 'paper') })),
        language: known,
        origin,
      })
    },
  }),
  cancelPrintRun: t.field({
    type: RunType,
    authScopes: { may: 'papers:print' },
    args: { id: t.arg.id({ required: true }) },
    description: 'Stops printing. A run that is over already is answered as it is.',
    resolve: (_root, { id }, { platform, viewer, origin }) =>
      cancelPrintRun(platform, viewer, { id: requireUuid(id, 'print run'), origin }),
  }),
}))
