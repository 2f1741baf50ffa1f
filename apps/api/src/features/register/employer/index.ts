/** What other features use of `register/employer`: the register of units and their office. */
export { EmployerType } from './employer-type.ts'
export { countRosterVersionUp, findEmployer } from './employer.repository.ts'
export type { EmployerRow, OfficeRow } from './employer.repository.ts'
export { findOfficeFor, findRegisteredEmployer, getOfficeOf } from './register.ts'
export type { RegisteredEmployer } from './register.ts'
