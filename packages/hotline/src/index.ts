/** The hotline 12333 as its desk and its server both need it: how calls end, and what an agent says. Pure. */
export { callOutcomeNames, callOutcomes, noteLength, withoutNote, withQuestion, wrapUps } from './call-outcomes.ts'
export type { CallOutcome, WrapUp } from './call-outcomes.ts'
export { scriptMatterNames, scriptMatters } from './script-matters.ts'
export type { ScriptMatter } from './script-matters.ts'
export {
  checkScript,
  scriptFields,
  scriptLength,
  scriptParts,
  scriptProblemCodes,
  sourceLength,
} from './script-text.ts'
export type { ScriptField, ScriptProblem, ScriptProblemCode, ScriptText } from './script-text.ts'
export { callerPlaceholders, figurePlaceholders, placeholderNames } from './placeholders.ts'
export type { FigurePlaceholder, Placeholder } from './placeholders.ts'
