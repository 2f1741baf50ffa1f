import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconClockExclamation,
  IconCornerUpLeft,
  IconHourglassEmpty,
  type Icon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import style from './status.module.css'

/** What a status means to the reader; the word beside it says which status it is. */
export type StatusTone = 'idle' | 'open' | 'waiting' | 'warning' | 'done' | 'overdue' | 'refused'

const icons: Record<StatusTone, Icon> = {
  idle: IconCircleDashed,
  open: IconCircle,
  waiting: IconHourglassEmpty,
  warning: IconAlertTriangle,
  done: IconCircleCheck,
  overdue: IconClockExclamation,
  refused: IconCornerUpLeft,
}

/** A status is never colour alone: an icon and a word. */
export function StatusBadge({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  const Icon = icons[tone]
  return (
    <span className={style.badge} data-tone={tone}>
      <Icon size={16} stroke={2} aria-hidden />
      {children}
    </span>
  )
}
