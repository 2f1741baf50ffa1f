/** Dated parameters: rows, files, proposals, their simulation. */
export type { BaseStanding, Cause, Causes, Moment, SimulatedLine, SimulatedLines } from './simulation-causes.ts'
export type {
  BilledMonth,
  ChangeBin,
  EmployerChange,
  ExampleReason,
  ShareTally,
  SimulatedPerson,
  SimulatedPolicies,
  SimulationTally,
} from './simulation.ts'
export type { Closing, ProposalContext, PublicationPlan, ReachedMonth } from './proposal-plan.ts'
export type { Overlap, ParameterProblem, Resolution, ResolvedParameter, ResolvedParameters } from './parameters.ts'
export type { ParameterDraft, ParameterUnit } from './parameter-draft.ts'
export type { ParameterKey, ParameterName } from './parameter-range.ts'
export type { ParameterField, RowConflict } from './parameter-row.ts'
export type {
  ParameterFileProblem,
  ParameterFileProblemCode,
  ParameterFileReading,
  ParameterRowReading,
} from './parameter-file.ts'
export type { ProposalCheck, ProposalProblem, ProposalProblemCode } from './proposal.ts'
export { PROPOSAL_WARNINGS } from './proposal-warnings.ts'
export type { ProposalWarning } from './proposal-warnings.ts'
export {
  AVERAGE_ROUNDINGS,
  CARRIED_OVER_PARAMETERS,
  COLLECTOR_TYPES,
  DECLARATION_MODES,
  LATE_FEE_CAPS,
  LATE_FEE_RULES,
  MATERNITY_MODES,
  PARAMETER_NAMES,
  parameterKey,
} from './parameter-range.ts'
export {
  LARGEST_PARAMETER_FILE,
  PARAMETER_FILE_FORMAT,
  PARAMETER_VALUES,
  ParameterFile,
  ParameterRow,
  findRowConflicts,
  parameterRowShape,
} from './parameter-row.ts'
export {
  BASE_STANDINGS,
  ChargedPeople,
  MOMENTS,
  SHARES,
  addCauses,
  countAsBilled,
  emptyCauses,
  sharePlace,
} from './simulation-causes.ts'
export { BEIJING, beijingRows } from './beijing.ts'
export { EMPLOYERS_SHOWN, addToTally, emptyTally, finishTally, fixedElsewhere } from './simulation.ts'
export { INJURY_CLASS_BASE_PPM, injuryClassCategory } from './shipped-row.ts'
export { LARGEST_PROPOSAL, checkProposal, warningKey } from './proposal.ts'
export {
  PARAMETER_FIELDS,
  compareRows,
  readParameterFile,
  readParameterRow,
  writeParameterFile,
} from './parameter-file.ts'
export {
  PARAMETER_UNITS,
  draftOfRow,
  isParameterName,
  parameterChoices,
  readParameterDraft,
  rowCandidate,
} from './parameter-draft.ts'
export { SHANGHAI, shanghaiRows } from './shanghai.ts'
export { SHIPPED_PARAMETER_ROWS } from './shipped.ts'
export { answerIn, firstMonthOfPaymentYear, monthsReached, planPublication, rulesOf } from './proposal-plan.ts'
export { findOverlaps, listRegions, resolveParameters } from './parameters.ts'
export { parameterFileSchema } from './parameter-file-schema.ts'
export { parameterProblemReason, parameterProblemText } from './parameter-problem-words.ts'
export { prepareSimulatedPolicy } from './simulation-policy.ts'
export { restsOnDocument } from './rests-on-document.ts'
