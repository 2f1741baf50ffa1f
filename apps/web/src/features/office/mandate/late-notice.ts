import { later } from '../../../shared/lib/later.ts'

/** Only when a mandate ends under somebody's hands. */
export const MandateEnded = later(async () => (await import('./mandate-ended.tsx')).MandateEnded)
