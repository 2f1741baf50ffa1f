/** What other features show of `desk/hotline-script`: what an agent says, with what holds today put in. */
export { ScriptBody } from './script-body.tsx'
export { matterWords } from './matter-words.ts'
