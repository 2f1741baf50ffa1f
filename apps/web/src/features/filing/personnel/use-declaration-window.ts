import { messageOf } from '@shebao/declaration-rules'
import type { PersonnelDraft } from '@shebao/roster'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Resolver } from 'react-hook-form'
import { useLanguage } from '../../../shared/lib/language-context.tsx'
import { focusField } from '../../../shared/ui/error-summary.tsx'
import type { SavedState } from '../../../shared/ui/saved-indicator.tsx'
import { errorsOf, missingControls, toDraft, toForm } from './person-form.ts'
import type { PersonForm } from './person-form.ts'
import { judge } from './personnel-list.ts'
import type { ListedRow, SameNumber } from './personnel-list.ts'
import type { RulesOfList } from './roster-protocol.ts'
import type { ChangeOutcome } from './use-personnel-changes.ts'
import { useSameNumber } from './use-same-number.ts'

interface WindowOf {
  declarationId: string
  rules: RulesOfList
  /** Undefined for somebody new. */
  person: ListedRow | undefined
  onSave: (draft: PersonnelDraft, confirm: boolean) => Promise<ChangeOutcome>
  onConfirmed: () => void
}

const noDraft: PersonnelDraft = {}

/** One person being edited: the form, the rules' word on it as it stands, and its saving. */
export function useDeclarationWindow({ declarationId, rules, person, onSave, onConfirmed }: WindowOf) {
  const { language } = useLanguage()
  const before = person?.draft ?? noDraft
  const row = person?.row
  const [message, setMessage] = useState<string>()
  const [saved, setSaved] = useState<SavedState>({ kind: 'untouched' })
  const [attempted, setAttempted] = useState(false)
  const same = useRef<SameNumber>(undefined)
  const resolver = useMemo<Resolver<PersonForm>>(
    () => (form) => {
      const { issues } = judge(rules, toDraft(form, before), person, same.current)
      return { values: {}, errors: errorsOf(issues, (issue) => messageOf(issue, language)) }
    },
    [rules, before, person, language],
  )
  const { control, formState, getValues, trigger, reset, setValue } = useForm<PersonForm>({
    defaultValues: toForm(before),
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

  // What a file got wrong is shown at once; somebody new is not greeted with errors, but with a number that is on the list already.
  useEffect(() => {
    same.current = firstRow === undefined ? undefined : { row: firstRow, activeElsewhere }
    if (row !== undefined) void trigger()
    else if (firstRow !== undefined) void trigger('idNumber')
  }, [row, firstRow, activeElsewhere, trigger])

  const save = async (confirmed: boolean): Promise<boolean> => {
    setSaved({ kind: 'saving' })
    setMessage(undefined)
    const outcome = await onSave(toDraft(getValues(), before), confirmed)
    setMessage(outcome.message)
    setSaved(outcome.saved ? { kind: 'saved', at: new Date().toISOString() } : { kind: 'failed' })
    if (outcome.saved) reset(getValues())
    return outcome.saved
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
    if (!formState.isDirty || (await save(false))) go()
  }
  const setAllYes = (values: PersonForm['participation']) =>
    setValue('participation', values, { shouldDirty: true, shouldTouch: true })

  const dirty = formState.isDirty
  return {
    before,
    draft,
    control,
    form,
    issues,
    totals,
    missing,
    message,
    saved,
    attempted,
    dirty,
    save,
    confirm,
    leave,
    setAllYes,
  }
}
