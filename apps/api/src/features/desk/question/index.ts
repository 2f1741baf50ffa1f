/** What other rooms use of `desk/question`: what insured people ask the office. */
export { askQuestion } from './ask-question.ts'
export type { QuestionInput } from './ask-question.ts'
export { ensureArticles } from './articles.ts'
export { answerQuestion, closeQuestion, handOverQuestion, rateQuestion } from './step-question.ts'
export { addQuestionTransfers } from './question.route.ts'
export { questionAudit } from './question.audit.ts'
export { questionCase } from './question-case.ts'
export { questionJobs } from './question-jobs.ts'
