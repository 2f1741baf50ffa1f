import type { Deed } from './plan-changes.ts'

/** What is asked for before many people are changed. */
export type Asking = { kind: 'BULK' | 'TAKE' | 'REMOVE' } | { kind: 'PASTE'; deed: Extract<Deed, { kind: 'PASTE' }> }

/** What stands over the grid: one of these, the keys, or what is kept as it is. */
export type Asked = Asking | 'KEYS' | 'KEEP'
