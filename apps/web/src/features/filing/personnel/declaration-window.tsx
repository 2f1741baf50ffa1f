import { Button } from '@mantine/core'
import { fieldName, messageOf } from '@shebao/declaration-rules'
import type { Issue } from '@shebao/declaration-rules'
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { FieldErrors, Resolver } from 'react-hook-form'
import type { PersonnelDraft } from '@shebao/roster'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { focusField } from '../../../shared/ui/error-summary.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { SavedIndicator } from '../../../shared/ui/saved-indicator.tsx'
import type { SavedState } from '../../../shared/ui/saved-indicator.tsx'
import { messages } from './messages.ts'
import { controlOf, toDraft, toForm } from './person-form.ts'
import type { PersonForm } from './person-form.ts'
import { PersonFields } from './person-fields.tsx'
import type { ListedRow, PersonnelList } from './personnel-list.ts'
import style from './personnel.module.css'

export interface WindowOutcome {
  saved: boolean
  /** Worded already: a refusal, a conflict. */
  message?: string
}

interface DeclarationWindowProps {
  list: PersonnelList
  /** Undefined for somebody new. */
  person: ListedRow | undefined
  /** Place in the list as it is filtered now, from 1. */
  position: { index: number; total: number } | undefined
  onSave: (draft: PersonnelDraft, confirm: boolean) => Promise<WindowOutcome>
  onMove: (step: 1 | -1) => void
  onClose: () => void
}

/**
 * The declaration window: one person, edited beside the list. It cannot be confirmed while a rule finds an error, and says exactly what is
 * missing; whatever else happens, moving on or closing keeps what was typed.
 */
export function DeclarationWindow({ list, person, position, onSave, onMove, onClose }: DeclarationWindowProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const before = person?.draft ?? noDraft
  const heading = useRef<HTMLHeadingElement>(null)
  const whyBlocked = useId()
  const [message, setMessage] = useState<string>()
  const [saved, setSaved] = useState<SavedState>({ kind: 'untouched' })
  const [attempted, setAttempted] = useState(false)
  const row = person?.row
  const resolver = useMemo<Resolver<PersonForm>>(
    () => (form) => {
      const { issues } = list.judge(toDraft(form, before), row)
      return { values: {}, errors: errorsOf(issues, (issue) => messageOf(issue, language)) }
    },
    [list, before, row, language],
  )
  const { control, formState, getValues, trigger, reset, setValue } = useForm<PersonForm>({
    defaultValues: toForm(before),
    resolver,
    mode: 'onTouched',
  })
  const form = useWatch({ control }) as PersonForm
  const { issues, totals } = useMemo(() => list.judge(toDraft(form, before), row), [list, form, before, row])
  const errors = issues.filter(({ severity }) => severity === 'error')
  const missing = [
    ...new Map(errors.map((issue) => [controlOf(issue), fieldName(controlOf(issue), language)])).entries(),
  ]

  useEffect(() => {
    heading.current?.focus()
    // What a file got wrong is shown at once; somebody new is not greeted with errors.
    if (row !== undefined) void trigger()
  }, [row, trigger])

  const save = async (confirm: boolean): Promise<boolean> => {
    setSaved({ kind: 'saving' })
    setMessage(undefined)
    const outcome = await onSave(toDraft(getValues(), before), confirm)
    setMessage(outcome.message)
    setSaved(outcome.saved ? { kind: 'saved', at: new Date().toISOString() } : { kind: 'failed' })
    if (outcome.saved) reset(getValues())
    return outcome.saved
  }
  const confirm = async () => {
    setAttempted(true)
    if (errors.length > 0) {
      await trigger()
      const [first] = missing
      if (first) focusField(first[0])
      return
    }
    if (await save(true)) onMove(1)
  }
  /** Nothing typed is lost by going elsewhere. */
  const leave = async (go: () => void) => {
    if (!formState.isDirty || (await save(false))) go()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the controls inside bubble up to here
    <section
      className={style.window}
      aria-label={person ? t('windowTitle', { name: before.name ?? t('unnamed') }) : t('windowNew')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) void leave(onClose)
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void confirm()
      }}
    >
      <header className={style.windowHead}>
        <h2 ref={heading} tabIndex={-1}>
          {person ? (before.name ?? t('unnamed')) : t('windowNew')}
        </h2>
        {row === undefined ? null : <span className={style.soft}>{t('rowNumber', { row: String(row) })}</span>}
        <div className={style.windowTools}>
          {position ? (
            <>
              <button
                type="button"
                className={style.iconButton}
                aria-label={t('previous')}
                disabled={position.index <= 1}
                onClick={() => void leave(() => onMove(-1))}
              >
                <IconChevronLeft size={20} aria-hidden />
              </button>
              <span className={style.soft}>{t('position', position)}</span>
              <button
                type="button"
                className={style.iconButton}
                aria-label={t('nextPerson')}
                disabled={position.index >= position.total}
                onClick={() => void leave(() => onMove(1))}
              >
                <IconChevronRight size={20} aria-hidden />
              </button>
            </>
          ) : null}
          <button
            type="button"
            className={style.iconButton}
            aria-label={t('close')}
            onClick={() => void leave(onClose)}
          >
            <IconX size={20} aria-hidden />
          </button>
        </div>
      </header>
      <form
        className={style.windowBody}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void confirm()
        }}
      >
        {message ? <Notice tone="refused">{message}</Notice> : null}
        <PersonFields
          control={control}
          form={form}
          before={before}
          issues={issues}
          totals={totals}
          rules={list.rules}
          onAllYes={(values) => setValue('participation', values, { shouldDirty: true, shouldTouch: true })}
        />
      </form>
      <footer className={style.windowFoot}>
        {missing.length > 0 ? (
          <p id={whyBlocked} className={style.missing} data-attempted={attempted}>
            <strong>{t('missingList', { count: missing.length })}</strong>{' '}
            {missing.map(([control_, label], index) => (
              <span key={control_}>
                {index > 0 ? '、' : ''}
                <button type="button" className={style.jump} onClick={() => focusField(control_)}>
                  {label}
                </button>
              </span>
            ))}
          </p>
        ) : null}
        <div className={style.windowActions}>
          <SavedIndicator state={saved} />
          <Button variant="default" disabled={!formState.isDirty} onClick={() => void save(false)}>
            {t('saveDraft')}
          </Button>
          <Button
            onClick={() => void confirm()}
            aria-disabled={missing.length > 0}
            data-blocked={missing.length > 0 || undefined}
            className={style.confirm ?? ''}
            {...(missing.length > 0 ? { 'aria-describedby': whyBlocked } : {})}
          >
            {person ? t('confirm') : t('confirmNew')}
          </Button>
        </div>
      </footer>
    </section>
  )
}

const noDraft: PersonnelDraft = {}

function errorsOf(issues: readonly Issue[], word: (issue: Issue) => string): FieldErrors<PersonForm> {
  const errors: Record<string, unknown> = {}
  for (const issue of issues) {
    if (issue.severity !== 'error') continue
    const [field = '', part] = controlOf(issue).split('.')
    const error = { type: issue.code, message: word(issue) }
    if (part === undefined) errors[field] ??= error
    else errors[field] = { [part]: error, ...(errors[field] as object | undefined) }
  }
  return errors as FieldErrors<PersonForm>
}
