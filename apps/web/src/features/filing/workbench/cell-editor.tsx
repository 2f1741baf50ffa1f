import type { CellField } from '@shebao/roster'
import { useId, useState } from 'react'
import { useLanguage } from '../../../shared/lib/language-context.tsx'
import { wordsOfColumn } from './workbench-columns.ts'
import style from './workbench-grid.module.css'

interface CellEditorProps {
  field: CellField
  label: string
  /** What stands there when the editing begins: the answer, or the first letter typed. */
  text: string
  onKeep: (text: string, then: 'DOWN' | 'RIGHT' | 'STAY') => void
  onGiveUp: () => void
}

/** One cell while it is typed in. Leaving it keeps what was typed; Escape alone gives it up. */
export function CellEditor({ field, label, text, onKeep, onGiveUp }: CellEditorProps) {
  const { language } = useLanguage()
  const [typed, setTyped] = useState(text)
  const list = useId()
  const words = wordsOfColumn(field, language)
  return (
    <>
      <input
        className={style.editor}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it appears because the person has just begun to type
        autoFocus
        aria-label={label}
        value={typed}
        list={words.length > 0 ? list : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => onKeep(typed, 'STAY')}
        onKeyDown={(event) => {
          // While an input method composes, Enter and Escape are its own.
          if (event.nativeEvent.isComposing) return
          const then = event.key === 'Enter' ? 'DOWN' : event.key === 'Tab' && !event.shiftKey ? 'RIGHT' : undefined
          if (then === undefined && event.key !== 'Escape') return event.stopPropagation()
          event.preventDefault()
          event.stopPropagation()
          if (then === undefined) onGiveUp()
          else onKeep(typed, then)
        }}
        onPaste={(event) => event.stopPropagation()}
        onCopy={(event) => event.stopPropagation()}
      />
      {words.length > 0 ? (
        <datalist id={list}>
          {words.map((word) => (
            <option key={word} value={word}>
              {word}
            </option>
          ))}
        </datalist>
      ) : null}
    </>
  )
}
