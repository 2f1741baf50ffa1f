import type { StatusTone } from '../../../shared/ui/status-badge.tsx'
import type { ImportState } from './intake.generated.ts'

export const stateTones: Readonly<Record<ImportState, StatusTone>> = {
  CHECKED: 'waiting',
  APPLIED: 'done',
  DISCARDED: 'idle',
  TAKEN_BACK: 'refused',
}
