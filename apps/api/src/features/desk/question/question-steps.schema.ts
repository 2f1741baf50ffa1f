import { orStale } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn } from '../../../graphql/decision.ts'
import { stepResult } from '../../../graphql/step-result.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { QuestionTopicEnum } from './article.schema.ts'
import { askQuestion, questionRefusals } from './ask-question.ts'
import { QuestionKindEnum, QuestionSubjectEnum, QuestionType } from './question.schema.ts'
import { answerQuestion, closeQuestion, handOverQuestion, rateQuestion, reopenQuestion } from './step-question.ts'

const { ResultType, shaped } = stepResult('Question', QuestionType, {
  description:
    'TOO_MANY_OPEN: earlier ones wait for an answer. EVIDENCE_MISSING: a correction needs a paper. TOO_LATE: the days for opening it again have passed. ENDED: it is no longer in a state for this.',
  values: questionRefusals,
})

const AskInputType = builder.inputType('AskQuestionInput', {
  fields: (t) => ({
    askingKey: t.id({
      required: true,
      description: 'A UUID that the screen draws for one press: it makes one question.',
    }),
    kind: t.field({ type: QuestionKindEnum, required: true }),
    topic: t.field({ type: QuestionTopicEnum, required: true }),
    about: t.field({ type: QuestionSubjectEnum, required: true }),
    period: t.field({ type: 'Period', description: 'Where it is about a month.' }),
    noticeId: t.id({ description: 'Of the person’s own inbox, where it is about a message of it.' }),
    insurance: t.field({ type: InsuranceEnum }),
    articleId: t.id({ description: 'The article that did not answer it.' }),
    text: t.string({ required: true, description: '4 to 2000 characters.' }),
    proposed: t.string({ description: 'What would be right, of a correction; up to 300 characters.' }),
    files: t.idList({ required: true, description: 'Papers, handed in with POST /attachments.' }),
  }),
})

const text = { required: true, description: '4 to 2000 characters; the person reads it.' } as const

builder.mutationFields((t) => ({
  askQuestion: t.field({
    type: ResultType,
    authScopes: { may: 'question:ask' },
    description: 'Asks the office something, or for a correction of one’s record.',
    args: { input: t.arg({ type: AskInputType, required: true }) },
    resolve: async (_root, { input }, { platform, viewer, origin }) =>
      shaped(await askQuestion(platform, viewer, origin, input)),
  }),
  reopenQuestion: t.field({
    type: ResultType,
    authScopes: { may: 'question:reopen' },
    description: 'Says that an answer does not answer it: it waits again.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      text: t.arg.string({ required: true, description: '4 to 2000 characters.' }),
    },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shaped(await orStale(reopenQuestion(platform, viewer, origin, decision))),
  }),
  closeQuestion: t.field({
    type: ResultType,
    authScopes: { may: 'question:close' },
    description: 'Says that this is all.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shaped(await orStale(closeQuestion(platform, viewer, origin, decision))),
  }),
  rateQuestion: t.field({
    type: ResultType,
    authScopes: { may: 'question:rate' },
    description: 'Rates the answer.',
    args: {
      id: t.arg.id({ required: true }),
      rating: t.arg.int({ required: true, description: '1 to 5.' }),
      word: t.arg.string({ description: 'Up to 300 characters.' }),
    },
    resolve: async (_root, given, { platform, viewer, origin }) =>
      shaped(await rateQuestion(platform, viewer, origin, given)),
  }),
  answerQuestion: t.field({
    type: ResultType,
    authScopes: { may: 'question:answer' },
    description: 'Answers in writing; the person is told.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      text: t.arg.string(text),
      correctedIn: t.arg.string({ description: 'Where it was corrected, if a correction is accepted.' }),
    },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shaped(await orStale(answerQuestion(platform, viewer, origin, decision))),
  }),
  handOverQuestion: t.field({
    type: ResultType,
    authScopes: { may: 'question:hand-over' },
    description: 'Hands it over in writing to the office that is competent (SIL 82); the person is told which.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      office: t.arg.string({ required: true, description: '4 to 200 characters.' }),
      address: t.arg.string({ required: true, description: '4 to 200 characters.' }),
      reason: t.arg.string({ required: true, description: '4 to 500 characters; the person reads it.' }),
    },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shaped(await orStale(handOverQuestion(platform, viewer, origin, decision))),
  }),
}))
