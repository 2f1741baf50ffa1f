/** What others use of `desk/intake`: its words for the trail, its case, its routes. */
export { importAudit } from './import.audit.ts'
export { importCase } from './import-case.ts'
export { addImportRoutes } from './import.routes.ts'
