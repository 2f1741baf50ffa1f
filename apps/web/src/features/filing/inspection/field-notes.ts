import type { ReactNode } from 'react'

export interface FieldNotes {
  /** What staff noted at a path, and warnings of the rules. */
  at(path: string): ReactNode
}
