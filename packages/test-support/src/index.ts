export * from './identifiers.ts'
export * from './premium.ts'
