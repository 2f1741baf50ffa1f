/** Public service of the billing feature. */
export { assessDeclaration } from './assess-declaration.ts'
export type { AssessedDeclaration } from './assess-declaration.ts'
