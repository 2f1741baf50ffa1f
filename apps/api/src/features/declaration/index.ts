/** Public service of the declaration feature: what roster, billing, staff and employer may use of it. */
export { editRefusals, maySeeDeclaration } from './declaration.policy.ts'
export type { EditRefusal } from './declaration.policy.ts'
export {
  findByYear as findInspection, findDeclaration, incrementPersonnelRevision as bumpPersonnelRevision,
} from './declaration.repository.ts'
export type { DeclarationRow } from './declaration.repository.ts'
export { requireEditableDeclaration } from './require-editable.ts'
export type { EditableDeclaration } from './require-editable.ts'
