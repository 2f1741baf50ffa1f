import type { ReactNode } from 'react'
import style from './tick-box.module.css'

interface TickBoxProps {
  label: ReactNode
  checked: boolean
  disabled?: boolean
  /** As large as the fields of a form are. */
  large?: boolean
  id?: string
  name?: string
  onChange: (checked: boolean) => void
}

/** A box to tick, with its words, for pages that many people open first. */
export function TickBox({ label, checked, disabled = false, large = false, id, name, onChange }: TickBoxProps) {
  return (
    <label className={style.tick} data-large={large}>
      <input
        type="checkbox"
        id={id}
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  )
}
