import { Button } from '@mantine/core'
import { insuranceName, isStop, messageOf } from '@shebao/declaration-rules'
import type { MonthlyChangeDraft } from '@shebao/declaration-rules'
import { parsePeriod } from '@shebao/kernel'
import { useEffect, useState, type ReactNode } from 'react'
import { ConflictPanel } from '../../../shared/drafts/conflict-panel.tsx'
import { RestoredNotice } from '../../../shared/drafts/restored-notice.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ErrorSummary } from '../../../shared/ui/error-summary.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { SavedIndicator } from '../../../shared/ui/saved-indicator.tsx'
import { StopOutlook } from '../stop-outlook/index.ts'
import { ChangeFields } from './change-fields.tsx'
import { missingIn } from './change-form.ts'
import { changeMessages } from './change-messages.ts'
import style from './change-panel.module.css'
import { useAnswerWords } from './use-answer-words.ts'
import type { Edited } from './use-change-editor.ts'
import { useChangeEditor } from './use-change-editor.ts'
import { useChangeSaving } from './use-change-saving.ts'
import type { NotSaved } from './use-save-change.ts'

interface ChangeEditorProps {
  of: Edited
  revision: number
  notes: ReactNode
  onDirty: (dirty: boolean) => void
  /** Somebody else is meant. */
  onOther: () => void
  onSaved: (rowNo: number | undefined) => void
}

/** The form of one change, what follows from it, and the buttons that save it. */
export function ChangeEditor({ of, revision, notes, onDirty, onOther, onSaved }: ChangeEditorProps) {
  const t = useMessages(changeMessages)
  const { language } = useLanguage()
  const answerWords = useAnswerWords()
  const { kind, context, row, person } = of
  const editing = useChangeEditor(of)
  const { dirty, issues, draft, typed } = editing
  const saving = useChangeSaving({ of, revision, editing, onSaved })
  const { reason } = saving
  const individualId = person?.individualId ?? row?.individualId ?? undefined
  const [attempt, setAttempt] = useState(0)
  useEffect(() => onDirty(dirty), [dirty, onDirty])
  const missing = missingIn(issues)
  const known = person !== null || (row !== undefined && kind !== 'join' && row.individualId !== null)
  const confirm = async () => {
    if (missing.length === 0) return saving.save()
    await editing.trigger()
    setAttempt((before) => before + 1)
  }
  const errors = issues.filter(({ severity }) => severity === 'error')
  const summary = attempt > 0 ? errors.map((issue) => ({ field: issue.field, text: messageOf(issue, language) })) : []
  return (
    <form
      className={style.body}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void confirm()
      }}
    >
      <div className={style.scroll}>
        {notes}
        {typed.start.restored !== undefined && dirty && !typed.question ? (
          <RestoredNotice typedAt={typed.start.restored} onDiscard={editing.restart} />
        ) : null}
        {reason ? <NotSavedNotice reason={reason} onSaveAsNew={saving.saveAsNew} /> : null}
        {typed.question ? (
          <ConflictPanel
            {...typed.question}
            lead={t(typed.question.own ? 'ownWindows' : 'colleague')}
            show={answerWords}
            onChosen={saving.choose}
          />
        ) : null}
        <ErrorSummary errors={summary} attempt={attempt} />
        {known ? <Who of={of} onOther={onOther} /> : null}
        <ChangeFields kind={kind} editing={editing} context={context} known={known} />
        {editing.late ? <Notice tone="warning">{t('late')}</Notice> : null}
        {kind === 'stop' && individualId !== undefined ? <Outlook individualId={individualId} draft={draft} /> : null}
      </div>
      <footer className={style.foot}>
        <SavedIndicator state={saving.state} />
        {missing.length > 0 ? <output>{t('missing', { count: missing.length })}</output> : null}
        {missing.length > 0 ? (
          <Button variant="default" disabled={saving.busy || !dirty} onClick={() => void saving.save()}>
            {t('saveUnfinished')}
          </Button>
        ) : null}
        <Button type="submit" loading={saving.busy} disabled={typed.question !== undefined}>
          {t(`confirm${kind}`)}
        </Button>
      </footer>
    </form>
  )
}

function NotSavedNotice({ reason, onSaveAsNew }: { reason: NotSaved; onSaveAsNew: () => void }) {
  const t = useMessages(changeMessages)
  return (
    <Notice tone="refused">
      <p>{t(`notSaved${reason}`)}</p>
      {reason === 'GONE' ? (
        <Button size="compact-sm" variant="default" onClick={onSaveAsNew}>
          {t('saveAsNew')}
        </Button>
      ) : null}
    </Notice>
  )
}

/** What the stop breaks, as soon as its reason and its last month are said. */
function Outlook({ individualId, draft }: { individualId: string; draft: MonthlyChangeDraft }) {
  const { changeType, lastPayablePeriod, leaveDate } = draft
  const lastPayable = parsePeriod(lastPayablePeriod ?? '')
  const reason = lastPayable !== undefined && changeType !== undefined && isStop(changeType) ? changeType : undefined
  return <StopOutlook person={{ individualId }} reason={reason} lastPayable={lastPayable} leaveDate={leaveDate} />
}

/** Whom it is about, as the register has them. */
function Who({ of: { row, person }, onOther }: { of: Edited; onOther: () => void }) {
  const t = useMessages(changeMessages)
  const { language } = useLanguage()
  const format = useFormat()
  const insurances = person?.insurances ?? row?.before?.insurances ?? []
  const wage = person?.averageWage ?? row?.before?.wage ?? null
  return (
    <div className={style.who}>
      <strong>{person?.name ?? row?.name}</strong>
      <span>{person?.idNumber ?? row?.idNumber}</span>
      {person ? (
        <Button size="compact-sm" variant="subtle" onClick={onOther}>
          {t('otherPerson')}
        </Button>
      ) : null}
      {wage === null ? null : (
        <p className="quiet">
          {t('nowInsured', {
            insurances: insurances.map((one) => insuranceName(one, language)).join(language === 'zh-CN' ? '、' : ', '),
            wage: format.yuan(wage),
          })}
        </p>
      )}
    </div>
  )
}
