import type { RecordShown } from './record-view.tsx'

/** Counts up when what a record is shown by changes: an older one is then not shown wrongly, but not at all. */
const shape = 2

interface Kept {
  shape: number
  shown: RecordShown
}

export function writeKept({ record, rightsSummary, pensionOutlooks }: RecordShown): string {
  const kept: Kept = { shape, shown: { record, rightsSummary, pensionOutlooks } }
  return JSON.stringify(kept)
}

/** What this application wrote itself: the cipher proves that nobody changed it since. */
export function readKept(text: string): RecordShown | undefined {
  const kept: Kept = JSON.parse(text)
  return kept.shape === shape ? kept.shown : undefined
}
