/** What other features use of `office/letter`: letters of the office with a secret for one person. */
export type { Bilingual, Letter, LetterPrinter } from './letter.ts'
export { getLetterhead } from './letterhead.repository.ts'
export { sendLetter } from './send-letter.ts'
