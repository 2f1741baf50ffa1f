/** Public service of the employer feature: the register of units and their office. */
export { EmployerType } from './employer-type.ts'
export { findEmployer } from './employer.repository.ts'
export type { EmployerRow, OfficeRow } from './employer.repository.ts'
export { findRegisteredEmployer, getOfficeOf } from './register.ts'
export type { RegisteredEmployer } from './register.ts'
