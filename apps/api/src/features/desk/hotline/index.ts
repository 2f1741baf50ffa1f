/** What other rooms use of `desk/hotline`: the dialogue of 12333, its agents' desk and its words for the trail. */
export { hotlineAudit } from './hotline.audit.ts'
export { hotlineJobs } from './hotline-jobs.ts'
export { checkCaller, endCall, takeCall } from './hotline-desk.ts'
export { addHotline } from './hotline.routes.ts'
export { answerCall, beginCall, hangUp, takeName } from './run-dialogue.ts'
export { takeDownForCaller } from './work-for-caller.ts'
export type { TicketForCaller } from './work-for-caller.ts'
