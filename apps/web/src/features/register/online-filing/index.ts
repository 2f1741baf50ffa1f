/** What other features use of `register/online-filing`: that the tax authority lets an employer file online. */
export { EmployerBarNotice } from './late-notice.ts'
export { useEmployerBar } from './use-employer-bar.ts'
export { OnlineFilingSection } from './online-filing-section.tsx'
