import type { ReactNode } from 'react'
import style from './run.module.css'

export interface Figure {
  label: string
  value: ReactNode
  /** What the page is about. */
  main?: boolean
}

/** The numbers of a run, the most important first. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className={style.figures}>
      {figures.map(({ label, value, main }) => (
        <div key={label} {...(main ? { 'data-main': 'true' } : {})}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
