import type { ReactNode } from 'react'
import style from './empty-state.module.css'

/** Nothing here yet: says why, and gives the next step. */
export function EmptyState({ title, children, next }: { title: string; children?: ReactNode; next?: ReactNode }) {
  return (
    <div className={style.empty}>
      <p className={style.title}>{title}</p>
      {children ? <div className={style.text}>{children}</div> : null}
      {next ? <div className={style.next}>{next}</div> : null}
    </div>
  )
}
