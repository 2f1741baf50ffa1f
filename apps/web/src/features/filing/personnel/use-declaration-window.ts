import { messageOf } from '@shebao/declaration-rules'
import type { PersonnelDraft } from '@shebao/roster'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Resolver } from 'react-hook-form'
import type { Keeping } from '../../../shared/drafts/keeping.ts'
import { shownState } from '../../../shared/drafts/shown-state.ts'
import { useOnReturn, useTyped } from '../../../shared/drafts/use-typed.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { focusField } from '../../../shared/ui/error-summary.tsx'
import type { SavedState } from '../../../shared/ui/saved-indicator.tsx'
import { messages } from './messages.ts'
import { errorsOf, missingControls, toDraft, toForm } from './person-form.ts'
import type { PersonForm } from './person-form.ts'
import { judge } from './personnel-list.ts'
import type { ListedRow, SameNumber } from './personnel-list.ts'
import type { RulesOfList } from './roster-protocol.ts'
import type { SavePerson } from './use-personnel-changes.ts'
import { useSameNumber } from './use-same-number.ts'

interface WindowOf {
  declarationId: string
  rules: RulesOfList
  /** Undefined for somebody new. */
  person: ListedRow | undefined
  keeping: Keeping<PersonForm>
  onSave: SavePerson
  onConfirmed: () => void
}

const noDraft: PersonnelDraft = {}
const mostTries = 4

/** One person being edited: the form, the rules' word on it as it stands, and its saving. */
export function useDeclarationWindow({ declarationId, rules, person, keeping, onSave, onConfirmed }: WindowOf) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const before = person?.draft ?? noDraft
  const row = person?.row
  const [message, setMessage] = useState<string>()
  const [saved, setSaved] = useState<SavedState>({ kind: 'untouched' })
  const [attempted, setAttempted] = useState(false)
  /** What was sent and not answered. */
  const [waits, setWaits] = useState<{ confirmed: boolean }>()
  /** The list's, when another clerk was quicker. */
  const revision = useRef<number>(undefined)
  const same = useRef<SameNumber>(undefined)
  const resolver = useMemo<Resolver<PersonForm>>(
    () => (form) => {
      const { issues } = judge(rules, toDraft(form, before), person, same.current)
      return { values: {}, errors: errorsOf(issues, (issue) => messageOf(issue, language)) }
    },
    [rules, before, person, language],
  )
  const typed = useTyped(keeping, toForm(before))
  const { control, getValues, trigger, reset, setValue } = useForm<PersonForm>({
    defaultValues: typed.start.form,
    resolver,
    mode: 'onTouched',
  })
  const form = useWatch({ control }) as PersonForm
  const draft = useMemo(() => toDraft(form, before), [form, before])
  const bearer = useSameNumber(declarationId, rules.today, draft, person)
  const { row: firstRow, activeElsewhere = false } = bearer ?? {}
  const { issues, totals } = useMemo(
    () => judge(rules, draft, person, firstRow === undefined ? undefined : { row: firstRow, activeElsewhere }),
    [rules, draft, person, firstRow, activeElsewhere],
  )
  const missing = missingControls(issues)
  const dirty = typed.differs(form)

  // What a file got wrong is shown at once; somebody new is not greeted with errors, but with a number that is on the list already.
  useEffect(() => {
    same.current = firstRow === undefined ? undefined : { row: firstRow, activeElsewhere }
    if (row !== undefined) void trigger()
    else if (firstRow !== undefined) void trigger('idNumber')
  }, [row, firstRow, activeElsewhere, trigger])

  const { keep } = typed
  useEffect(() => keep(form), [keep, form])

  const attempt = async (confirmed: boolean, tries = 0): Promise<boolean> => {
    const sent = getValues()
    const outcome = await onSave(toDraft(sent, before), confirmed, revision.current)
    const { met } = outcome
    if (met && tries < mostTries) {
      revision.current = met.revision
      // Somebody new takes nothing from anybody.
      const merged = met.theirs === undefined ? undefined : typed.meet(getValues(), toForm(met.theirs), met.who)
      if (merged) reset(merged.form)
      if (!merged || merged.conflicts.length === 0) return attempt(confirmed, tries + 1)
      setSaved({ kind: 'untouched' })
      return false
    }
    setWaits(outcome.lost === true ? { confirmed } : undefined)
    setMessage(met ? t('conflict') : outcome.message)
    setSaved(outcome.saved ? { kind: 'saved', at: new Date().toISOString() } : { kind: 'failed' })
    if (outcome.saved) {
      revision.current = undefined
      await typed.saved(sent)
      // What was typed while it was sent is kept.
      keep(getValues())
    }
    return outcome.saved
  }
  const save = async (confirmed: boolean): Promise<boolean> => {
    if (typed.question) return false
    setSaved({ kind: 'saving' })
    setMessage(undefined)
    return attempt(confirmed)
  }
  useOnReturn(waits !== undefined, () => {
    const confirmed = waits?.confirmed === true
    void save(confirmed).then((done) => {
      if (done && confirmed) onConfirmed()
    })
  })
  const choose = (answers: Readonly<Record<string, unknown>>) => {
    reset(typed.choose(getValues(), answers))
    setSaved({ kind: 'saving' })
    void attempt(false)
  }
  const confirm = async () => {
    setAttempted(true)
    const [first] = missing
    if (first !== undefined) {
      await trigger()
      return focusField(first)
    }
    if (await save(true)) onConfirmed()
  }
  /** Nothing typed is lost by going elsewhere. */
  const leave = async (go: () => void) => {
    if (!dirty || (await save(false))) go()
  }
  const setAllYes = (values: PersonForm['participation']) =>
    setValue('participation', values, { shouldDirty: true, shouldTouch: true })

  const shown = shownState({ saved, kept: typed.kept, conflicts: typed.question?.conflicts.length ?? 0, dirty })
  return {
    before,
    draft,
    control,
    form,
    issues,
    totals,
    missing,
    message,
    saved: shown,
    typed,
    choose,
    restart: () => reset(toForm(before)),
    attempted,
    dirty,
    save,
    confirm,
    leave,
    setAllYes,
  }
}
