import type { PersonnelDraft } from '@shebao/roster'
import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { ConflictPanel } from '../../../shared/drafts/conflict-panel.tsx'
import type { Keeping } from '../../../shared/drafts/keeping.ts'
import { RestoredNotice } from '../../../shared/drafts/restored-notice.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { messages } from './later-messages.ts'
import { PersonFields } from './person-fields.tsx'
import type { PersonForm } from './person-form.ts'
import type { ListedRow } from './personnel-list.ts'
import type { RulesOfList } from './roster-protocol.ts'
import { useDeclarationWindow } from './use-declaration-window.ts'
import type { SavePerson } from './use-personnel-changes.ts'
import { usePersonWords } from './use-person-words.ts'
import { WindowFoot } from './window-foot.tsx'
import { WindowHead } from './window-head.tsx'
import style from './declaration-window.module.css'

/** What leaving breaks comes with the first leave date. */
const StopOutlook = lazy(async () => ({ default: (await import('../stop-outlook/index.ts')).StopOutlook }))

interface DeclarationWindowProps {
  declarationId: string
  rules: RulesOfList
  /** Undefined for somebody new. */
  person: ListedRow | undefined
  /** What is to be known of this person before anything is typed. */
  above?: ReactNode
  /** Place in the list as it is filtered now, from 1. */
  position: { index: number; total: number } | undefined
  keeping: Keeping<PersonForm>
  onSave: SavePerson
  onMove: (step: 1 | -1) => void
  onClose: () => void
}

/**
 * The declaration window: one person, edited beside the list. It cannot be confirmed while a rule finds an error, and says exactly what is
 * missing. Moving on to the next person keeps what was typed; closing with unsaved changes asks first and never saves by itself.
 */
export function DeclarationWindow({
  declarationId,
  rules,
  person,
  above,
  position,
  keeping,
  onSave,
  onMove,
  onClose,
}: DeclarationWindowProps) {
  const t = useMessages(messages)
  const edited = useDeclarationWindow({ declarationId, rules, person, keeping, onSave, onConfirmed: () => onMove(1) })
  const { before, leave, confirm, typed } = edited
  const answerWords = usePersonWords()
  const name = before.name ?? t('unnamed')
  const [asking, setAsking] = useState(false)
  const close = () => (edited.dirty ? setAsking(true) : onClose())
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the controls inside bubble up to here
    <section
      className={style.window}
      aria-label={person ? t('windowTitle', { name }) : t('windowNew')}
      onKeyDown={(event) => {
        // While an input method composes, Escape and Enter are its own; in the question, the dialog's.
        if (event.nativeEvent.isComposing || asking) return
        if (event.key === 'Escape' && !event.defaultPrevented) close()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void confirm()
      }}
    >
      <WindowHead
        title={person ? name : t('windowNew')}
        row={person?.row}
        position={position}
        onMove={(step) => void leave(() => onMove(step))}
        onClose={close}
      />
      <form
        className={style.windowBody}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void confirm()
        }}
      >
        {above}
        {typed.start.restored !== undefined && edited.dirty && !typed.question ? (
          <RestoredNotice typedAt={typed.start.restored} onDiscard={edited.restart} />
        ) : null}
        {typed.question ? (
          <ConflictPanel
            {...typed.question}
            lead={t(typed.question.own ? 'ownWindows' : 'colleague')}
            show={answerWords}
            onChosen={edited.choose}
          />
        ) : null}
        {edited.message ? <Notice tone="refused">{edited.message}</Notice> : null}
        <PersonFields
          control={edited.control}
          form={edited.form}
          before={before}
          issues={edited.issues}
          totals={edited.totals}
          rules={rules}
          onAllYes={edited.setAllYes}
        />
        <Leaving draft={edited.draft} />
      </form>
      <WindowFoot
        missing={edited.missing}
        attempted={edited.attempted}
        saved={edited.saved}
        dirty={edited.dirty}
        confirmWord={person ? t('confirm') : t('confirmNew')}
        onSave={() => void edited.save(false)}
        onConfirm={() => void confirm()}
      />
      <ConfirmDialog
        opened={asking}
        title={t('unsavedTitle')}
        consequence={<p>{t('unsavedText')}</p>}
        verb={t('discard')}
        grave
        onConfirm={() => {
          void typed.forget()
          onClose()
        }}
        onCancel={() => setAsking(false)}
      />
    </section>
  )
}

/** Somebody who has a leave date is stopped once the list is accepted: what that breaks, before it is confirmed. */
function Leaving({ draft: { leaveDate, idNumber, retirementCategory } }: { draft: PersonnelDraft }) {
  if (leaveDate === undefined || idNumber === undefined) return null
  return (
    <Suspense fallback={<Skeleton lines={4} />}>
      <StopOutlook person={{ idNumber }} reason="NOT_ASKED" leaveDate={leaveDate} category={retirementCategory} />
    </Suspense>
  )
}
