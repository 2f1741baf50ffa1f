/** What other features use of `filing/inspection`: the annual inspection. */
export { declarationInFull } from './declaration-view.ts'
export { evaluateDeclaration } from './evaluate-declaration.ts'
export { inspectionAudit } from './inspection.audit.ts'
export { addInspectionDocuments } from './inspection.routes.ts'
export { printInspection } from './print-inspection.ts'
export { saveUnitForm } from './save-unit-form.ts'
export { submitDeclaration } from './submit-declaration.ts'
export { NextBillType } from './check.schema.ts'
