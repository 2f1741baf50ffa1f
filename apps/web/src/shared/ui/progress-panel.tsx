import { Progress } from '@mantine/core'
import '@mantine/core/styles/Progress.css'
import type { ReactNode } from 'react'
import { roundedTimeLeft } from '../lib/format.ts'
import { useMessages } from '../lib/language-context.tsx'
import { messages } from './table-messages.ts'
import style from './progress-panel.module.css'

interface ProgressPanelProps {
  title: string
  done: number
  /** Undefined while it is not known yet. */
  total: number | undefined
  /** Rows a second, measured by the caller. */
  rate?: number
  /** How the rate reads where it does not count rows. */
  rateWords?: string
  /** Stopping, leaving and coming back. */
  actions?: ReactNode
}

/** Long work: how much is done, how fast it goes, how long it still takes. */
export function ProgressPanel({ title, done, total, rate, rateWords, actions }: ProgressPanelProps) {
  const t = useMessages(messages)
  const share = total === undefined || total === 0 ? 0 : Math.min(100, (done / total) * 100)
  const left = rate && total !== undefined && total > done ? roundedTimeLeft((total - done) / rate) : undefined
  const facts = [
    total === undefined ? t('rows', { count: done }) : t('progressCount', { done, total }),
    ...(rate ? [rateWords ?? t('progressRate', { rate: Math.round(rate) })] : []),
    ...(left
      ? [
          left.unit === 'minute'
            ? t('progressMinutes', { value: left.value })
            : t('progressSeconds', { value: left.value }),
        ]
      : []),
  ]
  return (
    <section className={style.panel} aria-label={title}>
      <h2>{title}</h2>
      <Progress value={share} size="lg" aria-label={title} transitionDuration={120} />
      <p className={style.facts}>{facts.join(' · ')}</p>
      {actions ? <div className={style.actions}>{actions}</div> : null}
    </section>
  )
}
