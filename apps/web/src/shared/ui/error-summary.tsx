import { useEffect, useRef } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import style from './error-summary.module.css'
import { messages } from './messages.ts'

export interface SummarisedError {
  /** The `name` of the field, or the id of the element, that the link leads to. */
  field: string
  /** What is wrong and what would be right. */
  text: string
}

export function focusField(field: string): void {
  const element = document.getElementById(field) ?? document.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`)
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'center' })
}

/** Stands on top of a form that was refused. It takes the focus each time `attempt` changes, and leads to every field. */
export function ErrorSummary({ errors, attempt }: { errors: readonly SummarisedError[]; attempt: number }) {
  const t = useMessages(messages)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  if (errors.length === 0) return null
  return (
    <div ref={box} className={style.summary} role="alert" tabIndex={-1}>
      <h2>{t('errorSummaryTitle', { count: errors.length })}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault()
                focusField(field)
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** For a control that is not one of shared/forms; give it `aria-describedby={id}`. */
export function FieldError({ id, children }: { id: string; children: string | undefined }) {
  if (!children) return null
  return (
    <p id={id} className={style.fieldError}>
      {children}
    </p>
  )
}
