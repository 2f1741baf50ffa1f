import { FIVE_INSURANCES, oneOf } from '@shebao/kernel'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { markOf } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { beneath, notedInClear, shown } from '../../../graphql/personal.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { procedure, procedureOf } from '../../../graphql/procedure.ts'
import { PremiumPaymentType } from '../../money/month/index.ts'
import { AttachmentType, filesOf } from '../../register/attachment/index.ts'
import { findNoticeOfPerson, NoticeType } from '../../register/notification/index.ts'
import { ArticleType, QuestionTopicEnum } from './article.schema.ts'
import { findArticle } from './article.repository.ts'
import { questionCase } from './question-case.ts'
import { answerTermOf } from './question-days.ts'
import type { AnswerTerm } from './question-days.ts'
import { questionTable } from './question.lifecycle.ts'
import { findAsker, findHolder, listEntries } from './question.repository.ts'
import type { AskerRow, DeskRow, QuestionEntryRow, QuestionRow } from './question.repository.ts'
import { entryKinds, questionKinds, questionSubjects, questionTopics } from './question-rule.ts'
import { readCallBack, readDesk, readOwnQuestions, readQuestion, readQuestionMonth } from './read-questions.ts'

const StateEnum = builder.enumType('QuestionState', {
  description:
    'ANSWERED: the person may open it again for some days, after which it is CLOSED. HANDED_OVER: another office is competent and has it.',
  values: questionTable.states,
})
export const QuestionKindEnum = builder.enumType('QuestionKind', {
  description: 'CORRECTION: something in the record is wrong; it says what would be right, with evidence.',
  values: questionKinds,
})
export const QuestionSubjectEnum = builder.enumType('QuestionSubject', {
  description:
    'The record it is about: one month of the person’s own, their card, a message of their inbox, or nothing of it.',
  values: questionSubjects,
})

const EntryType = builder.objectRef<QuestionEntryRow>('QuestionEntry').implement({
  personal: beneath,
  description: 'What one side wrote.',
  fields: (t) => ({
    kind: t.field({
      type: builder.enumType('QuestionEntryKind', { values: entryKinds }),
      resolve: ({ kind }) => kind,
    }),
    at: t.expose('writtenAt', { type: 'DateTime' }),
    text: t.exposeString('text'),
    proposed: t.string({
      nullable: true,
      description: 'What would be right, of a correction.',
      resolve: ({ proposed }) => proposed ?? null,
    }),
    correctedIn: t.string({
      nullable: true,
      description: 'Where it was corrected, of the answer to one.',
      resolve: ({ correctedIn }) => correctedIn ?? null,
    }),
  }),
})

const AskerType = builder.objectRef<AskerRow>('QuestionAsker').implement({
  personal: beneath,
  description: 'An insured person who asks, masked.',
  fields: (t) => ({ nameMasked: t.exposeString('nameMasked'), idMasked: t.exposeString('idMasked') }),
})

const TermType = builder.objectRef<AnswerTerm>('AnswerTerm').implement({
  description: 'Why a question is answered by its day: the office’s figure QUESTION_ANSWER_DAYS.',
  fields: (t) => ({
    workingDays: t.exposeInt('value', { description: 'As it held when the question was asked.' }),
    countedFrom: t.expose('countedFrom', { type: 'Date', description: 'The day it was asked, which is not counted.' }),
    validFrom: t.expose('validFrom', {
      type: 'Date',
      nullable: true,
      description: 'Since when the figure holds. Null: it came with the release.',
    }),
    documentNo: t.exposeString('documentNo', { nullable: true, description: 'What the figure rests on, if anything.' }),
  }),
})

const topicOf = ({ topic }: { topic: string }) => oneOf(questionTopics, topic, 'topic')
const kindOf = ({ kind }: { kind: string }) => oneOf(questionKinds, kind, 'kind')
const stateOf = ({ status }: { status: string }) => oneOf(questionTable.states, status, 'state')

export const QuestionType = builder.objectRef<QuestionRow>('Question').implement({
  personal: shown('READ_QUESTION', ({ individualId }) => individualId),
  description: 'What an insured person asks the office.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a step of it.',
      resolve: (row, _args, { platform }) => markOf(platform, questionCase, row),
    }),
    kind: t.field({ type: QuestionKindEnum, resolve: kindOf }),
    state: t.field({ type: StateEnum, resolve: stateOf }),
    topic: t.field({ type: QuestionTopicEnum, resolve: topicOf }),
    about: t.field({
      type: QuestionSubjectEnum,
      resolve: ({ about }) => oneOf(questionSubjects, about, 'subject'),
    }),
    period: t.expose('period', { type: 'Period', nullable: true }),
    notice: t.field({
      type: NoticeType,
      nullable: true,
      description: 'What the person was told and asks about; null where it is about something else, or no longer kept.',
      resolve: async ({ individualId, noticeId }, _args, { platform }) =>
        noticeId === null ? null : ((await findNoticeOfPerson(platform, individualId, noticeId)) ?? null),
    }),
    insurance: t.field({
      type: InsuranceEnum,
      nullable: true,
      resolve: ({ insurance }) => (insurance === null ? null : oneOf(FIVE_INSURANCES, insurance, 'insurance')),
    }),
    article: t.field({
      type: ArticleType,
      nullable: true,
      description: 'The article it was asked from, as it stands now.',
      resolve: async ({ articleId }, _args, { platform }) =>
        articleId === null ? null : ((await findArticle(platform, articleId)) ?? null),
    }),
    askedAt: t.expose('askedAt', { type: 'DateTime', description: 'The last time, where it was opened again.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'By when it is answered.' }),
    term: t.field({
      type: TermType,
      description: 'Why by that day.',
      resolve: (row, _args, { platform }) => answerTermOf(platform, row),
    }),
    overdue: t.boolean({
      resolve: ({ status, dueOn }, _args, { platform }) => status === 'OPEN' && dueOn < platform.clock.today(),
    }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true }),
    reopenUntil: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day on which the person may open it again.',
      resolve: ({ status, reopenUntil }) => (status === 'ANSWERED' ? reopenUntil : null),
    }),
    handedTo: t.exposeString('handedTo', { nullable: true, description: 'The office that has it now (SIL 82).' }),
    handedToAddress: t.exposeString('handedToAddress', { nullable: true }),
    rating: t.exposeInt('rating', { nullable: true, description: '1 to 5.' }),
    asker: t.field({
      type: AskerType,
      description: 'Who asks, masked.',
      resolve: async ({ individualId }, _args, { platform }) => findAsker(platform, individualId),
    }),
    holderName: t.string({
      nullable: true,
      description: 'Whose work it is, for staff.',
      resolve: async (row, _args, { platform, viewer }) =>
        viewer?.kind === 'STAFF' ? ((await findHolder(platform, row))?.name ?? null) : null,
    }),
    mine: t.boolean({
      description: 'It is the asker’s own work.',
      resolve: async (row, _args, { platform, viewer }) =>
        viewer?.kind === 'STAFF' && (await findHolder(platform, row))?.accountId === viewer.accountId,
    }),
    byPhone: t.boolean({
      description: 'Said on the telephone to 12333, and written down by an agent.',
      resolve: ({ callId }) => callId !== null,
    }),
    callBackWanted: t.boolean({
      description: 'The person wants to be called.',
      resolve: ({ callBack }) => callBack !== null,
    }),
    callBack: t.string({
      personal: notedInClear(
        { to: 'question:answer', reason: { en: 'The person wants to be called.', zh: '本人要求回电。' } },
        'READ_CALL_BACK_NUMBER',
      ),
      nullable: true,
      description: 'Where, for the member of staff whose work it is while it waits; that they looked is noted.',
      resolve: async (row, _args, { platform, viewer, origin }) =>
        (await readCallBack(platform, viewer, { origin }, row)) ?? null,
    }),
    month: t.field({
      type: [PremiumPaymentType],
      nullable: true,
      description:
        'The month it is about, for the member of staff whose work it is while it waits; that they looked is noted with the person.',
      resolve: async (row, _args, { platform, viewer, origin }) =>
        (await readQuestionMonth(platform, viewer, { origin }, row)) ?? null,
    }),
    entries: t.field({
      type: [EntryType],
      complexity: 10,
      description: 'What was written, in order.',
      resolve: ({ id }, _args, { platform }) => listEntries(platform, id),
    }),
    files: t.field({
      type: [AttachmentType],
      description: 'What the person handed in.',
      resolve: async (row, _args, { platform }) => [...(await filesOf(platform, 'QUESTION', row))],
    }),
    procedure: t.field({ ...procedure, resolve: procedureOf(questionCase) }),
  }),
})

const DeskQuestionType = builder.objectRef<DeskRow>('DeskQuestion').implement({
  personal: shown('READ_QUESTION', ({ individualId }) => individualId),
  description: 'A question as a line of the desk.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    kind: t.field({ type: QuestionKindEnum, resolve: kindOf }),
    topic: t.field({ type: QuestionTopicEnum, resolve: topicOf }),
    state: t.field({ type: StateEnum, resolve: stateOf }),
    askedAt: t.expose('askedAt', { type: 'DateTime' }),
    dueOn: t.expose('dueOn', { type: 'Date' }),
    overdue: t.boolean({
      resolve: ({ status, dueOn }, _args, { platform }) => status === 'OPEN' && dueOn < platform.clock.today(),
    }),
    rating: t.exposeInt('rating', { nullable: true }),
    personMasked: t.exposeString('personMasked'),
    holderName: t.exposeString('holderName', { nullable: true, description: 'Whose work it is.' }),
    mine: t.boolean({
      resolve: ({ holderId }, _args, { viewer }) => holderId !== null && holderId === viewer?.accountId,
    }),
  }),
})

const QuestionConnection = builder.connectionObject({ type: QuestionType, name: 'QuestionConnection' })
const DeskQuestionConnection = builder.connectionObject({ type: DeskQuestionType, name: 'DeskQuestionConnection' })

builder.queryFields((t) => ({
  question: t.field({
    type: QuestionType,
    authScopes: { may: 'question:read' },
    description: 'One question: the person’s own, or any for staff.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => readQuestion(platform, viewer, id),
  }),
  myQuestions: t.field({
    type: QuestionConnection,
    authScopes: { may: 'question:ask' },
    description: 'What the signed-in person asked, newest first, 50 at a time unless `first` (1-100) says otherwise.',
    args: { first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform, viewer }) =>
      keysetPage(await readOwnQuestions(platform, viewer, args), args, ({ id }) => [id]),
  }),
  questions: t.field({
    type: DeskQuestionConnection,
    authScopes: { may: 'question:list' },
    description:
      'Questions in one state, what is due first at the top, 50 at a time unless `first` (1-100) says otherwise.',
    args: { state: t.arg({ type: StateEnum, required: true }), first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform, viewer }) =>
      keysetPage(await readDesk(platform, viewer, args), args, ({ dueOn, id }) => [dueOn, id]),
  }),
}))
