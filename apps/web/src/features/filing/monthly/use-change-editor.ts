import { consequencesOf, messageOf } from '@shebao/declaration-rules'
import type { Issue, MonthlyContext } from '@shebao/declaration-rules'
import { FIVE_INSURANCES } from '@shebao/kernel'
import { useEffect, useMemo, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Resolver } from 'react-hook-form'
import type { Keeping } from '../../../shared/drafts/keeping.ts'
import { useTyped } from '../../../shared/drafts/use-typed.ts'
import { useLanguage } from '../../../shared/lib/language-context.tsx'
import { draftOf, errorsOf, formOf, issuesOf, newForm, rawOf } from './change-form.ts'
import type { ChangeForm, ChangeKind } from './change-form.ts'
import type { MonthlyChangeRowFragment } from './declaration.generated.ts'
import type { ChosenPerson } from './chosen-person.ts'
import { firstMonth, lastMonthOwed } from './month-rules.ts'
import { fromServer } from './server-issue.ts'

export interface Edited {
  declarationId: string
  keeping: Keeping<ChangeForm>
  kind: ChangeKind
  context: MonthlyContext
  row: MonthlyChangeRowFragment | undefined
  person: ChosenPerson | null
}

const nothingUnread: Readonly<Record<string, string>> = {}

/** One change being written: its form, the rules' word on it as it stands, and its keeping until it is saved. */
export function useChangeEditor({ keeping, kind, context, row, person }: Edited) {
  const { language } = useLanguage()
  const [saved] = useState(() => {
    const month = kind === 'stop' ? lastMonthOwed(context) : firstMonth(context)
    return row ? formOf(row) : newForm(kind, month, person?.insurances ?? FIVE_INSURANCES)
  })
  const typed = useTyped(keeping, saved, person)
  const unread = useMemo(() => (row ? rawOf(row.raw) : nothingUnread), [row])
  const judge = useMemo(() => {
    const said = row?.issues.map(fromServer) ?? []
    const known = { context, chosen: person !== null, said, saved: row && draftOf(formOf(row), unread) }
    return (form: ChangeForm) => issuesOf(draftOf(form, unread), known)
  }, [context, person, row, unread])
  const resolver = useMemo<Resolver<ChangeForm>>(
    () => (form) => {
      const errors = errorsOf(judge(form), (issue) => messageOf(issue, language))
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: form, errors: {} }
    },
    [judge, language],
  )
  const { control, getValues, reset, setValue, trigger } = useForm<ChangeForm>({
    defaultValues: typed.start.form,
    resolver,
    mode: 'onTouched',
  })
  const form = useWatch({ control }) as ChangeForm
  const dirty = typed.differs(form)
  // What was read from a file or saved unfinished is said at once; who begins is not greeted with errors.
  useEffect(() => {
    if (row) void trigger()
  }, [row, trigger])
  const { keep } = typed
  useEffect(() => keep(form), [keep, form])
  const issues: readonly Issue[] = useMemo(() => judge(form), [judge, form])
  const draft = useMemo(() => draftOf(form, unread), [form, unread])
  return {
    control,
    form,
    draft,
    issues,
    unread,
    dirty,
    typed,
    late: consequencesOf(draft, context.today).lateRegistration,
    getValues,
    setValue,
    trigger,
    /** As it was before anything was typed. */
    restart: () => reset(saved),
    fill: (next: ChangeForm) => reset(next),
  }
}

export type ChangeEditing = ReturnType<typeof useChangeEditor>
