export type { Issue, IssueCode, IssueParams, Severity } from './issue.ts'
export { ISSUE_CODES } from './issue.ts'
export type { Verdict } from './verdict.ts'
export { VERDICTS, verdictOf, verdictOfCounts } from './verdict.ts'
export type { Rule, RuleScope } from './rule.ts'
export { describeRuleSet, findRule, hashOfRuleSet, RULE_SET_VERSION, RULES, ruleSetHash } from './registry.ts'
export { isBlank } from './blank.ts'

export type { BaseLimits, PersonnelContext, PreparedContext, RowReading } from './personnel-context.ts'
export { MINIMUM_AGE_YEARS, preparePersonnelContext } from './personnel-context.ts'
export { baseLimitsOf, personnelContextOf } from './policy-context.ts'
export type { PersonnelRow } from './personnel-row.ts'
export { personnelRowOf } from './personnel-row.ts'
export { checkPersonnelRow } from './check-personnel-row.ts'
export type { Progress } from './personnel-checker.ts'
export { PersonnelChecker } from './personnel-checker.ts'

export type { BranchDraft, UnitFieldName, UnitSection } from './unit-form.ts'
export {
  BENEFIT_STATUSES,
  INDUSTRIES,
  PAYMENT_STATUSES,
  UNIT_SECTIONS,
  UNIT_TYPES,
  UnitComplete,
  UnitDraft,
} from './unit-form.ts'
export type { UnitField, UnitFieldKind } from './unit-fields.ts'
export { findUnitField, SHORTEST_EXPLANATION, UNIT_FIELDS } from './unit-fields.ts'
export { answerField, listAnswers, readAnswer, writeAnswer } from './unit-answers.ts'
export type { UnitContext } from './unit-rules/check-figures.ts'
export { checkUnitForm } from './check-unit-form.ts'
export type { UnitFigures } from './cross-rules/unit-figures.ts'
export { figuresOf } from './cross-rules/unit-figures.ts'
export type { PersonnelTotals } from './cross-rules/personnel-totals.ts'
export type { Comparison } from './cross-rules/comparison-rules.ts'
export { checkComparison } from './cross-rules/comparison-rules.ts'
export type { StatedTotal } from './cross-rules/file-totals.ts'
export { checkFileTotals } from './cross-rules/file-totals.ts'

export type { CheckResult, Declaration, DeclarationContext, PaidPerson } from './check-declaration.ts'
export { checkDeclaration, checkDeclarationParts, checkPersonnel } from './check-declaration.ts'
export { identityKeyOf } from './identity-key.ts'

export type { ChangeType } from './monthly-rules/monthly-change.ts'
export { CHANGE_TYPES, INFO_FIELDS, isAdd, isStop, MonthlyChangeDraft } from './monthly-rules/monthly-change.ts'
export type { ChangeConsequences, MonthlyContext } from './monthly-rules/check-changes.ts'
export { changeKeysOf, checkMonthlyChanges, consequencesOf, firstOpenPeriod } from './monthly-rules/check-changes.ts'

export type { BlockCode, Step, StepFacts, StepId, StepState } from './steps.ts'
export { nextStep, STEP_IDS, stepOfIssue, stepsOf } from './steps.ts'
export type { AnnualState } from './annual-states.ts'
export { ANNUAL_STATES } from './annual-states.ts'
export type { AnnualEvent, AnnualGuard, AnnualStanding } from './annual-lifecycle.ts'
export { annualLifecycle } from './annual-lifecycle.ts'
export { monthlyLifecycle } from './monthly-lifecycle.ts'

export type { Language } from './messages/field-names.ts'
export { answerName, sectionName } from './messages/answer-words.ts'
export { fieldName, insuranceName, LANGUAGES } from './messages/field-names.ts'
export { messageOf } from './messages/message.ts'
