/** What other features use of `register/employer`: the register of units and their office. */
export { EmployerType } from './employer-type.ts'
export { countRosterVersionUp, findEmployer, findEmployerByCode, renameEmployer } from './employer.repository.ts'
export type { EmployerRow, OfficeRow } from './employer.repository.ts'
export { endEmployer } from './end-employer.ts'
export { heldClass, joinHeldClass } from './held-class.repository.ts'
export {
  findOnlineFiling,
  findOpenOnlineFilings,
  insertOnlineFiling,
  listOnlineFilings,
  lockOnlineFiling,
  onlineFilingSources,
  setOnlineFiling,
} from './online-filing.repository.ts'
export type { OnlineFilingRow } from './online-filing.repository.ts'
export { lockEmployer } from './particulars.repository.ts'
export { insertParticulars } from './particulars.repository.ts'
export type { DatedParticulars, Particulars } from './particulars.repository.ts'
export { countRosterVersionsUp, removeEmployers } from './remove-employers.repository.ts'
export { findHeldDetails, recordParticulars } from './record-particulars.ts'
export type { StatedParticulars } from './record-particulars.ts'
export { registerEmployers } from './register-employers.ts'
export type { NewEmployer } from './register-employers.ts'
export { registerJobs } from './register-jobs.ts'
export { registerSources } from './register-source.ts'
export type { RegisterSource } from './register-source.ts'
export { findOfficeFor, findRegisteredEmployer, getOfficeOf } from './register.ts'
export type { RegisteredEmployer } from './register.ts'
