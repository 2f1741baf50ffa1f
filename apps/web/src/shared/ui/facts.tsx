import { Fragment, type ReactNode } from 'react'
import style from './facts.module.css'

/** Names and values, one fact a line. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={style.facts}>
      {facts.map(([name, value], place) => (
        <Fragment key={`${place} ${name}`}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
