import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './later-messages.ts'
import sheet from './personnel.module.css'
import style from './window-head.module.css'

interface WindowHeadProps {
  title: string
  /** Row in the file; undefined for somebody new, who has none. */
  row: number | undefined
  /** Place in the list as it is filtered now, from 1. */
  position: { index: number; total: number } | undefined
  onMove: (step: 1 | -1) => void
  onClose: () => void
}

/** Who it is, and the way to the one before and the one after. It takes the cursor when somebody is opened. */
export function WindowHead({ title, row, position, onMove, onClose }: WindowHeadProps) {
  const t = useMessages(messages)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [row])
  return (
    <header className={style.windowHead}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {row === undefined ? null : <span className={sheet.soft}>{t('rowNumber', { row: String(row) })}</span>}
      <div className={style.windowTools}>
        {position ? (
          <>
            <IconButton label={t('previous')} disabled={position.index <= 1} onPress={() => onMove(-1)}>
              <IconChevronLeft size={20} aria-hidden />
            </IconButton>
            <span className={sheet.soft}>{t('position', position)}</span>
            <IconButton label={t('nextPerson')} disabled={position.index >= position.total} onPress={() => onMove(1)}>
              <IconChevronRight size={20} aria-hidden />
            </IconButton>
          </>
        ) : null}
        <IconButton label={t('close')} onPress={onClose}>
          <IconX size={20} aria-hidden />
        </IconButton>
      </div>
    </header>
  )
}

interface IconButtonProps {
  label: string
  disabled?: boolean
  onPress: () => void
  children: ReactNode
}

function IconButton({ label, disabled = false, onPress, children }: IconButtonProps) {
  return (
    <button type="button" className={style.iconButton} aria-label={label} disabled={disabled} onClick={onPress}>
      {children}
    </button>
  )
}
