/** What other features use of `filing/stop-outlook`: what stopping somebody breaks. */
export { StopOutlook } from './stop-outlook.tsx'
export { BriefStopOutlook, StopOutlooksSum } from './brief-outlook.tsx'
export { StopOutlookDocument, StopOutlooksDocument } from './stop-outlook.generated.ts'
export { useStopOutlooks } from './use-stop-outlooks.ts'
export type { AskedStop, StopOutlooks } from './use-stop-outlooks.ts'
