import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import style from './month-input.module.css'
import { monthMessages } from './month-messages.ts'
import { monthAfter } from './month-steps.ts'

interface MonthSheetProps {
  /** What is chosen, YYYY-MM; anything else counts as nothing. */
  chosen: string
  /** This month in China. */
  current: string
  onChoose: (month: string) => void
  /** How far from the field it begins, to stay on a narrow screen. */
  left: number
  /** The button that opens and closes it. */
  opener: RefObject<HTMLElement | null>
  /** Somebody went on elsewhere. */
  onClose: () => void
  /** Somebody gave up choosing: back to where they came from. */
  onLeave: () => void
}

/** The months of a year to press. Arrow keys move, Page Up and Page Down turn the year, Escape leaves it as it was. */
export function MonthSheet({ chosen, current, left, opener, onChoose, onClose, onLeave }: MonthSheetProps) {
  const t = useMessages(monthMessages)
  const format = useFormat()
  const [cursor, setCursor] = useState(chosen || current)
  const sheet = useRef<HTMLDialogElement>(null)
  const turns = useRef<HTMLDivElement>(null)
  const year = cursor.slice(0, 4)

  useEffect(() => {
    // Whoever turns years by their button goes on turning.
    if (!turns.current?.contains(document.activeElement))
      sheet.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [cursor])
  useEffect(() => {
    const outside = (event: Event) => {
      const to = event instanceof FocusEvent ? event.relatedTarget : event.target
      if (to instanceof Node && !sheet.current?.contains(to) && !opener.current?.contains(to)) onClose()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusout', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusout', outside)
    }
  }, [onClose, opener])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // A dialog around the field stays open.
      event.preventDefault()
      event.stopPropagation()
      return onLeave()
    }
    const next = monthAfter(cursor, event.key)
    if (!next) return undefined
    event.preventDefault()
    return setCursor(next)
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the months inside it
    <dialog ref={sheet} className={style.sheet} style={{ left }} open aria-label={t('pickMonth')} onKeyDown={onKeyDown}>
      <div ref={turns} className={style.year}>
        <button
          type="button"
          aria-label={t('yearBefore')}
          onClick={() => setCursor(monthAfter(cursor, 'PageUp') ?? cursor)}
        >
          <IconChevronLeft size={20} aria-hidden />
        </button>
        <strong aria-live="polite">{year}</strong>
        <button
          type="button"
          aria-label={t('yearAfter')}
          onClick={() => setCursor(monthAfter(cursor, 'PageDown') ?? cursor)}
        >
          <IconChevronRight size={20} aria-hidden />
        </button>
      </div>
      <div className={style.months}>
        {Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`).map((month) => (
          <button
            key={month}
            type="button"
            tabIndex={month === cursor ? 0 : -1}
            aria-label={format.period(month)}
            aria-pressed={month === chosen}
            {...(month === current ? { 'aria-current': 'date' as const } : {})}
            onClick={() => onChoose(month)}
          >
            {format.month(Number(month.slice(5)))}
          </button>
        ))}
      </div>
    </dialog>
  )
}
