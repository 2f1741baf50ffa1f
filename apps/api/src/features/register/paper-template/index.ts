/** What other features use of `register/paper-template`: the words of papers, which the office may make its own. */
export { definePaperWords, wordsInForce } from './paper-words.ts'
export type { PaperWords } from './paper-words.ts'
export { paperTemplateCase } from './paper-template-case.ts'
export { paperTemplateAudit } from './paper-template.audit.ts'
