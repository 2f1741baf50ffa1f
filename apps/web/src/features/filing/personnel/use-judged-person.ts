import { messageOf } from '@shebao/declaration-rules'
import type { PersonnelDraft } from '@shebao/roster'
import { useEffect, useMemo, useRef } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Resolver } from 'react-hook-form'
import type { Keeping } from '../../../shared/drafts/keeping.ts'
import { useTyped } from '../../../shared/drafts/use-typed.ts'
import { useLanguage } from '../../../shared/lib/language-context.tsx'
import { errorsOf, toDraft, toForm } from './person-form.ts'
import type { PersonForm } from './person-form.ts'
import { judge } from './judge-person.ts'
import type { SameNumber } from './judge-person.ts'
import type { ListedRow } from './personnel-list.ts'
import type { RulesOfList } from './roster-protocol.ts'
import { useSameNumber } from './use-same-number.ts'

export interface JudgedPerson {
  declarationId: string
  rules: RulesOfList
  /** Undefined for somebody new. */
  person: ListedRow | undefined
  keeping: Keeping<PersonForm>
}

const noDraft: PersonnelDraft = {}

/** The form of one person, kept as it is typed, and the rules' word on it as it stands. */
export function useJudgedPerson({ declarationId, rules, person, keeping }: JudgedPerson) {
  const { language } = useLanguage()
  const before = person?.draft ?? noDraft
  const row = person?.row
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
  // What a file got wrong is shown at once; somebody new is not greeted with errors, but with a number that is on the list already.
  useEffect(() => {
    same.current = firstRow === undefined ? undefined : { row: firstRow, activeElsewhere }
    if (row !== undefined) void trigger()
    else if (firstRow !== undefined) void trigger('idNumber')
  }, [row, firstRow, activeElsewhere, trigger])
  const { keep } = typed
  useEffect(() => keep(form), [keep, form])
  return { before, typed, control, getValues, trigger, reset, setValue, form, draft, issues, totals }
}
