/** What others use of `desk/watch`: the words for what a month is to whom it was withheld from. */
export { watchWords } from './watch-words.ts'
