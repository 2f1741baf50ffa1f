import type { Proposal } from './settlement.ts'

/** What was compared and settled so far, kept for this tab: a reload or an expired session loses nothing of it. */
export interface KeptSettling {
  fileName: string
  same: number
  already: number
  unread: number[]
  /** Of more than can be settled here, these are the first. */
  found: number
  proposals: Proposal[]
}

const keyOf = (declarationId: string) => `shebao.monthly-compare.${declarationId}`

export function readSettling(declarationId: string): KeptSettling | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(declarationId)) ?? 'null')
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

export function keepSettling(declarationId: string, kept: KeptSettling | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(keyOf(declarationId))
    else sessionStorage.setItem(keyOf(declarationId), JSON.stringify(kept))
  } catch {
    // Storage can be full or switched off; the page itself still holds what was said.
  }
}

const isKept = (value: unknown): value is KeptSettling =>
  typeof value === 'object' && value !== null && 'proposals' in value && Array.isArray(value.proposals)
