/** What other features use of `filing/review`: words for what the comparison settled. */
export { settledWords } from './settled-words.ts'
