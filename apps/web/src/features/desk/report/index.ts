/** What others use of `desk/report`: the words for what is reported and how far it has come. */
export { reportTones, reportWords } from './report-words.ts'
