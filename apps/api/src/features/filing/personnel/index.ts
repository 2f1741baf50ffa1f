/** What other features use of `filing/personnel`: the people of a declaration. */
export { loadKeysActiveElsewhere } from './active-elsewhere.ts'
export { checkForStorage } from './check-for-storage.ts'
export { freezeRows, loadDraftRows } from './declared-rows.ts'
export { loadFrozenVersion } from './frozen-version.ts'
export { loadRows, loadRowsAt, loadRowsBehind } from './load-rows.repository.ts'
export { loadInspectionPolicy, loadPersonnelContext } from './personnel-context.ts'
export { openRow, personIdHash } from './personnel-row-codec.ts'
export type { NumberedRow } from './personnel-row-codec.ts'
export { personnelAudit } from './personnel.audit.ts'
export {
  DRAFT_VERSION,
  countPersonnel,
  deleteDraftRows,
  findPersonnelRow,
  hasMoreThan,
  upsertDraftRows,
} from './personnel.repository.ts'
export { MAX_PEOPLE, savePersonnel } from './save-personnel.ts'
export type { SaveOutcome } from './save-personnel.ts'
export { savePersonnelRecord } from './save-personnel-record.ts'
export { signPersonnelList } from './sign-personnel-list.ts'
export { EmploymentFormEnum, HouseholdTypeEnum, IdTypeEnum, SexEnum } from './personnel.schema.ts'
export { readDraftInput } from './draft-input.ts'
export { PersonnelRowInput, SavePersonnelResult } from './personnel-mutations.schema.ts'
