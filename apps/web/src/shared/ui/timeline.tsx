import type { ReactNode } from 'react'
import { useFormat } from '../lib/use-format.ts'
import style from './timeline.module.css'

export interface TimelineEntry {
  id: string
  title: string
  /** A civil date 'YYYY-MM-DD' or an instant. Missing for what has no date yet. */
  at?: string
  /** What is behind us is solid, the next step hollow, later steps faint. */
  phase: 'past' | 'next' | 'later'
  /** Who acted, or must act; a note. */
  detail?: ReactNode
}

/** Cases, declarations and cards: what happened, and the next step with its date and who must act. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  const format = useFormat()
  return (
    <ol className={style.timeline} aria-label={label}>
      {entries.map(({ id, title, at, phase, detail }) => (
        <li
          key={id}
          className={style.entry}
          data-phase={phase}
          {...(phase === 'next' ? { 'aria-current': 'step' as const } : {})}
        >
          <span className={style.title}>{title}</span>
          {at ? <time dateTime={at}>{at.length === 10 ? format.date(at) : format.instant(at)}</time> : null}
          {detail ? <div className={style.detail}>{detail}</div> : null}
        </li>
      ))}
    </ol>
  )
}
