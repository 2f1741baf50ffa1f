import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { MonthlyContext } from '@shebao/declaration-rules'
import type { Keeping } from '../../../shared/drafts/keeping.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { ChangeEditor } from './change-editor.tsx'
import type { ChangeForm, ChangeKind } from './change-form.ts'
import { changeMessages } from './change-messages.ts'
import style from './change-panel.module.css'
import type { MonthlyChangeRowFragment } from './declaration.generated.ts'
import { isChosenPerson, type ChosenPerson } from './chosen-person.ts'
import { PersonChoice } from './person-choice.tsx'

interface ChangePanelProps {
  declarationId: string
  keeping: Keeping<ChangeForm>
  revision: number
  context: MonthlyContext
  kind: ChangeKind
  /** Undefined for a change that is begun. */
  row: MonthlyChangeRowFragment | undefined
  /** What the office wrote to this row when it came back. */
  notes: ReactNode
  onClose: () => void
  onSaved: (rowNo: number | undefined) => void
}

/** One change, written beside the list. Closing with something unsaved asks first; leaving otherwise keeps what was typed. */
export function ChangePanel(props: ChangePanelProps) {
  const { declarationId, keeping, revision, context, kind, row, notes, onClose, onSaved } = props
  const t = useMessages(changeMessages)
  const heading = useRef<HTMLHeadingElement>(null)
  const [person, setPerson] = useState<ChosenPerson | null>(() => {
    const beside = keeping.found?.beside
    return isChosenPerson(beside) ? beside : null
  })
  const [dirty, setDirty] = useState(false)
  const [asking, setAsking] = useState(false)
  useEffect(() => heading.current?.focus(), [])
  const close = () => (dirty ? setAsking(true) : onClose())
  const discard = () => {
    void keeping.forget()
    onClose()
  }
  const chooses = row === undefined && kind !== 'join' && person === null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the controls inside bubble up to here
    <section
      className={style.panel}
      aria-label={t(`new${kind}`)}
      onKeyDown={(event) => {
        // While an input method composes, Escape is its own; in the question, the dialog's.
        if (event.nativeEvent.isComposing || asking) return
        if (event.key === 'Escape' && !event.defaultPrevented) close()
      }}
    >
      <header className={style.head}>
        <h2 ref={heading} tabIndex={-1}>
          {t(`new${kind}`)}
        </h2>
        {row ? <span className="quiet">{t('row', { row: String(row.rowNo) })}</span> : null}
        <button type="button" className={style.close} aria-label={t('close')} onClick={close}>
          <IconX size={20} aria-hidden />
        </button>
      </header>
      {chooses ? (
        <PersonChoice onChoose={setPerson} />
      ) : (
        <ChangeEditor
          key={person?.individualId ?? kind}
          of={{ declarationId, keeping, kind, context, row, person }}
          revision={revision}
          notes={notes}
          onDirty={setDirty}
          onOther={() => {
            void keeping.forget()
            setDirty(false)
            setPerson(null)
          }}
          onSaved={onSaved}
        />
      )}
      <ConfirmDialog
        opened={asking}
        title={t('unsavedTitle')}
        consequence={<p>{t('unsavedText')}</p>}
        verb={t('discard')}
        grave
        onConfirm={discard}
        onCancel={() => setAsking(false)}
      />
    </section>
  )
}
