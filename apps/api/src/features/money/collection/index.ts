/** What other features use of `money/collection`: what is proposed to the collection office. */
export { collectionAudit } from './collection.audit.ts'
export { collectionGrounds } from './collection-codes.ts'
export type { CollectionGround } from './collection-codes.ts'
export { proposeCollectionCase } from './propose-collection.ts'
