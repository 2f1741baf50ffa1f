export type ReadingPhase = 'OPENING' | 'READING'

/** Called now and then with the share done, 0 to 1. */
export type ProgressListener = (phase: ReadingPhase, share: number) => void
