/** What other rooms use of `desk/hotline-script`: what agents of 12333 say, by matter. */
export { hotlineScriptAudit } from './hotline-script.audit.ts'
export { hotlineScriptCase } from './hotline-script-case.ts'
export { proposeScript, ScriptRefused, stepScript } from './propose-script.ts'
export type { ScriptProposal } from './propose-script.ts'
export { ensureScripts } from './read-scripts.ts'
