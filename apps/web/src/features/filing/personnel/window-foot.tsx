import { Button } from '@mantine/core'
import { fieldName } from '@shebao/declaration-rules'
import { useId } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { focusField } from '../../../shared/ui/error-summary.tsx'
import { SavedIndicator } from '../../../shared/ui/saved-indicator.tsx'
import type { SavedState } from '../../../shared/ui/saved-indicator.tsx'
import { messages } from './later-messages.ts'
import style from './window-foot.module.css'

interface WindowFootProps {
  /** Controls with an error, in the order of the form. */
  missing: readonly string[]
  /** Confirming was tried while something was missing. */
  attempted: boolean
  saved: SavedState
  dirty: boolean
  confirmWord: string
  onSave: () => void
  onConfirm: () => void
}

/** What is still missing, each a way to its field, and the buttons that save. */
export function WindowFoot({ missing, attempted, saved, dirty, confirmWord, onSave, onConfirm }: WindowFootProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const whyBlocked = useId()
  const blocked = missing.length > 0
  return (
    <footer className={style.windowFoot}>
      {blocked ? (
        <p id={whyBlocked} className={style.missing} data-attempted={attempted}>
          <strong>{t('missingList', { count: missing.length })}</strong>{' '}
          {missing.map((control, index) => (
            <span key={control}>
              {index > 0 ? '、' : ''}
              <button type="button" className={style.jump} onClick={() => focusField(control)}>
                {fieldName(control, language)}
              </button>
            </span>
          ))}
        </p>
      ) : null}
      <div className={style.windowActions}>
        <SavedIndicator state={saved} />
        <Button variant="default" disabled={!dirty} onClick={onSave}>
          {t('saveDraft')}
        </Button>
        <Button
          onClick={onConfirm}
          aria-disabled={blocked}
          data-blocked={blocked || undefined}
          className={style.confirm ?? ''}
          {...(blocked ? { 'aria-describedby': whyBlocked } : {})}
        >
          {confirmWord}
        </Button>
      </div>
    </footer>
  )
}
