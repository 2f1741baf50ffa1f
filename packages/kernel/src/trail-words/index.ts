/** What the audit trail says, in words: on its page and in its file alike. Pure. */
export { actionWords } from './action-words.ts'
export { keyWords } from './key-words.ts'
export { recordWords } from './record-words.ts'
export { sideWords } from './side-words.ts'
export { rolesInWords, roleWords } from './staff-role-words.ts'
export { valueInWords, valueWords } from './value-words.ts'
