/** What other features use of `register/online-filing`: that the tax authority lets a unit file online. */
export { decideOnlineFiling } from './decide-online-filing.ts'
export { onlineFilingAudit } from './online-filing.audit.ts'
export { onlineFilingCase } from './online-filing-case.ts'
export { giveOnlineFiling } from './open-online-filing.ts'
