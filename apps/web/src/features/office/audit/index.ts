/** What other features use of `office/audit`: the words of what stands in the trail. */
export { actionWords } from '@shebao/kernel/trail-words'
