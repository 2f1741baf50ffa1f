import type { SavedState } from '../ui/saved-indicator.tsx'
import type { KeptState } from './keeping.ts'

interface Standing {
  /** What the office said last. */
  saved: SavedState
  kept: KeptState
  conflicts: number
  /** Something is typed that waits for somebody to save it. */
  dirty?: boolean
}

/** Where what is typed is, in one word: with the office, on this device, or in this page alone. */
export function shownState({ saved, kept, conflicts, dirty = false }: Standing): SavedState {
  if (conflicts > 0) return { kind: 'conflict', count: conflicts }
  if (saved.kind === 'saving' || (saved.kind !== 'failed' && !dirty)) return saved
  if (kept === 'kept') return { kind: 'kept' }
  return kept === 'failed' || saved.kind === 'failed' ? { kind: 'failed' } : { kind: 'untouched' }
}
