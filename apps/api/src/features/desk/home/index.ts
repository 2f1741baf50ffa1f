/** What others use of `desk/home`: what an employer has to do, and by when. */
export { dueKinds } from './due-item.ts'
export { listDueItems } from './due-items.ts'
export type { DueItem, DueKind } from './due-item.ts'
