export type { Issue, IssueCode, IssueParams, Severity } from './issue.ts'
export { ISSUE_CODES } from './issue.ts'
export { readIssues } from './read-issues.ts'
export type { CompleteVerdict, Verdict } from './verdict.ts'
export { COMPLETE_VERDICTS, VERDICTS, verdictOf, verdictOfCounts } from './verdict.ts'
export type { Rule, RuleScope } from './rule.ts'
export { describeRuleSet, findRule, hashOfRuleSet, RULE_SET_VERSION, RULES, ruleSetHash } from './registry.ts'
export { householdAgainstId } from './household-of-id.ts'
export { isBlank } from './blank.ts'

export type { BaseLimits, PersonnelContext, PreparedContext, RowReading } from './personnel-context.ts'
export { MINIMUM_AGE_YEARS, preparePersonnelContext } from './personnel-context.ts'
export { baseLimitsOf, personnelContextOf } from './policy-context.ts'
export { withDerivedAverage } from './derived-average.ts'
export type { PersonnelRow } from './personnel-row.ts'
export { personnelRowOf } from './personnel-row.ts'
export { checkPersonnelRow } from './check-personnel-row.ts'
export type { Progress } from './personnel-checker.ts'
export { PersonnelChecker } from './personnel-checker.ts'

export type { UnitSection } from './unit-choices.ts'
export {
  OPTIONAL_REGISTRATION_FIELDS,
  readRegistration,
  REGISTRATION_FIELDS,
  REGISTRATION_PROBLEMS,
} from './registration-form.ts'
export type { RegistrationField, RegistrationProblem, RegistrationValues } from './registration-form.ts'
export { BENEFIT_STATUSES, INDUSTRIES, PAYMENT_STATUSES, UNIT_SECTIONS, UNIT_TYPES } from './unit-choices.ts'
export type { BranchDraft, UnitFieldName } from './unit-form.ts'
export { UnitDraft } from './unit-form.ts'
export type { UnitField, UnitFieldKind } from './unit-fields.ts'
export { findUnitField, paidDiffers, SHORTEST_EXPLANATION, UNIT_FIELDS } from './unit-fields.ts'
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
export type { Completion } from './completion.ts'
export { NotComplete } from './completion.ts'
export type { CompletePerson, DeclaredWage, NumberedPerson, PersonFacts } from './complete-person.ts'
export { completePerson, readCompletePerson } from './complete-person.ts'
export type { CompleteUnit } from './complete-unit.ts'
export { completeUnit, readCompleteUnit } from './complete-unit.ts'
export type { ComparedDeclaration, CompleteDeclaration } from './complete-declaration.ts'
export { complete, completing, readCompleteDeclaration } from './complete-declaration.ts'
export { identityKeyOf } from './identity-key.ts'

export type { ChangeType, InfoField, RawField, StopType } from './monthly-rules/monthly-change.ts'
export {
  CHANGE_TYPES,
  INFO_FIELDS,
  isAdd,
  isStop,
  MonthlyChangeDraft,
  RAW_FIELDS,
  STOP_TYPES,
} from './monthly-rules/monthly-change.ts'
export type { ChangeConsequences, MonthlyContext, RegisteredPerson } from './monthly-rules/monthly-context.ts'
export { consequencesOf, firstOpenPeriod } from './monthly-rules/monthly-context.ts'
export { identityOfChange, personOfChange } from './monthly-rules/person-of-change.ts'
export { readStoredChange } from './monthly-rules/read-stored-change.ts'
export { changeKeysOf, checkMonthlyChanges } from './monthly-rules/check-changes.ts'
export type {
  ChangeFacts,
  CompleteAdd,
  CompleteBase,
  CompleteChange,
  CompleteInfo,
  CompleteMonthly,
  CompleteStop,
  NumberedChange,
} from './monthly-rules/complete-change.ts'
export type { ChangeColumn } from './monthly-file/change-columns.ts'
export { CHANGE_COLUMNS, changeColumnWords } from './monthly-file/change-columns.ts'
export { changeTypeWords, infoFieldWords } from './monthly-file/change-words.ts'
export type { ProposalKind, ProposedChange, ProposedChanges } from './monthly-file/propose-changes.ts'
export { PROPOSAL_KINDS, proposeChanges } from './monthly-file/propose-changes.ts'
export type { MonthOfList } from './monthly-file/month-of-list.ts'
export { monthOfList } from './monthly-file/month-of-list.ts'
export { rowsOfClosedMonths } from './monthly-file/closed-rows.ts'
export type { ChangeColumns, ChangesReading } from './monthly-file/read-changes.ts'
export { changesFromFile, findChangeColumns } from './monthly-file/read-changes.ts'
export { writeChangesXlsx } from './monthly-file/write-changes.ts'
export type { PersonStanding } from './monthly-rules/change-effect.ts'
export { effectOf } from './monthly-rules/change-effect.ts'
export type { OutlookStep, StopOutlook, StopQuestion } from './monthly-rules/stop-outlook.ts'
export { stopOutlook } from './monthly-rules/stop-outlook.ts'
export { issueOfRule } from './monthly-rules/issue-of-rule.ts'
export { completeMonthly, readCompleteChange } from './monthly-rules/complete-change.ts'

export type { BlockCode, Step, StepFacts, StepId, StepState } from './steps.ts'
export { nextStep, STEP_IDS, stepOfIssue, stepsOf } from './steps.ts'
export type { AnnualState } from './annual-states.ts'
export { ANNUAL_STATES } from './annual-states.ts'
export type { AnnualEvent, AnnualGuard, AnnualStanding } from './annual-lifecycle.ts'
export { annualLifecycle } from './annual-lifecycle.ts'
export type { MonthlyEvent, MonthlyGuard, MonthlyStanding } from './monthly-lifecycle.ts'
export { monthlyLifecycle } from './monthly-lifecycle.ts'
export type { MonthlyState, MonthNotice } from './monthly-states.ts'
export { MONTHLY_STATES, monthlyStateOf } from './monthly-states.ts'

export type { Language } from './messages/field-names.ts'
export { answerName, sectionName } from './messages/answer-words.ts'
export { fieldName, insuranceName, LANGUAGES } from './messages/field-names.ts'
export { ruleWording, messageOf } from './messages/message.ts'
export type { OpenNote } from './cross-rules/note-rules.ts'
export { checkNotes } from './cross-rules/note-rules.ts'
