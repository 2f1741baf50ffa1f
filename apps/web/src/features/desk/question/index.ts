export { AnswerTerm } from './answer-term.tsx'
export { questionWords } from './messages.ts'
export { topics } from './topics.ts'
