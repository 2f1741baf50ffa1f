import type { Deed } from './plan-changes.ts'

/** What is asked for before many people are changed. */
export type Asking = { kind: 'BULK' | 'TAKE' | 'REMOVE' } | { kind: 'PASTE'; deed: Extract<Deed, { kind: 'PASTE' }> }
