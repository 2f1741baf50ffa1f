/** What other features use of `filing/stop-outlook`: what stopping somebody breaks. */
export { StopOutlook } from './stop-outlook.tsx'
export { StopOutlookDocument } from './stop-outlook.generated.ts'
