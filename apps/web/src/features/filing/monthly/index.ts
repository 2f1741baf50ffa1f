/** What other features use of `filing/monthly`: what is missing in a month's declaration. */
export { IssueList } from './check-issues.tsx'
