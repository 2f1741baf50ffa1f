import type { ReactNode } from 'react'
import { Link } from 'react-router'
import style from './choices.module.css'

interface Option {
  id: string
  text: ReactNode
  /** How many there are behind it. */
  count?: ReactNode
}

interface ChoicesProps {
  /** What is chosen here, for those who do not see it. */
  label: string
  chosen: string
}

/** Buttons beside each other, of which one is pressed: which part of a list is shown. */
export function Choices<Id extends string>({
  label,
  chosen,
  options,
  onChoose,
}: ChoicesProps & { options: readonly (Option & { id: Id })[]; onChoose: (id: Id) => void }) {
  return (
    <fieldset className={style.choices}>
      <legend className="visually-hidden">{label}</legend>
      {options.map(({ id, text, count }) => (
        <button key={id} type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          {text}
          {count === undefined ? null : <span> {count}</span>}
        </button>
      ))}
    </fieldset>
  )
}

/** The same where the choice stands in the address. */
export function ChoiceLinks({
  label,
  chosen,
  options,
}: ChoicesProps & { options: readonly (Option & { to: string })[] }) {
  return (
    <nav aria-label={label} className={style.choices}>
      {options.map(({ id, to, text, count }) => (
        <Link key={id} to={to} preventScrollReset {...(id === chosen ? { 'aria-current': 'page' as const } : {})}>
          {text}
          {count === undefined ? null : <span> {count}</span>}
        </Link>
      ))}
    </nav>
  )
}
