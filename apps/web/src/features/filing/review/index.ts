/** What other features use of `filing/review`: how a difference between list and roster was settled. */
export { SettledRow } from './settled-row.tsx'
