/** What other features use of `register/office`: the office of the installation and where its money goes. */
export { changeOffice, createOffice } from './create-office.ts'
export type { ChangeOfficeOutcome, OfficeChanges, PayeePeople } from './create-office.ts'
export { checkParticular, particularNames } from './office-particulars.ts'
export type { OfficeParticulars, ParticularName, ParticularProblem } from './office-particulars.ts'
export { officeAudit } from './office.audit.ts'
export { findOffice } from './office.repository.ts'
export { demonstrationPayee, findPayee, findPayeeOn, payeeOf } from './payee.ts'
export type { Payee } from './payee.ts'
