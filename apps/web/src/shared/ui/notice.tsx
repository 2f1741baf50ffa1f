import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import style from './notice.module.css'

const icons = { refused: IconCircleX, warning: IconAlertTriangle, done: IconCircleCheck, info: IconInfoCircle }

/** A message in the page. `refused` is read out at once, the others when the reader pauses. */
export function Notice({ tone, children }: { tone: keyof typeof icons; children: ReactNode }) {
  const Icon = icons[tone]
  return (
    <div className={style.notice} data-tone={tone} role={tone === 'refused' ? 'alert' : 'status'}>
      <Icon size={20} stroke={1.8} aria-hidden />
      <div>{children}</div>
    </div>
  )
}
