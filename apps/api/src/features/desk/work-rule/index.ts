/** What other rooms use of `desk/work-rule`: its lifecycle, its contract over the kinds of work, and for the demo its deeds. */
export { workRuleCase } from './work-rule-case.ts'
export { workRuleAudit } from './work-rule.audit.ts'
export { addWorkRules } from './work-rule.schema.ts'
export { proposeWorkRule, stepWorkRule } from './propose-work-rule.ts'
