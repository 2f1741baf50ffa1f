/** What others use of `desk/home`: the list of what is due. */
export { DueList } from './due-list.tsx'
