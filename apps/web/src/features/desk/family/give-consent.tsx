import { Button } from '@mantine/core'
import { checkPersonIdentifier, checkPersonName, permitNumberOnRecord } from '@shebao/identifiers'
import { civilDateAt, lastConsentDay } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { useState } from 'react'
import { useForm, type FieldErrors } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { DateField, SelectField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import {
  FamilyDocument,
  GiveRecordConsentDocument,
  type ConsentFactsFragment,
  type RecordConsentRefusal,
  type RecordConsentRelation,
} from './family.generated.ts'
import style from './family.module.css'
import { messages } from './messages.ts'

interface Values {
  number: string
  name: string
  relation: RecordConsentRelation | null
  validTo: string | null
}

const relations = ['SPOUSE', 'PARENT', 'CHILD', 'OTHER'] as const
const nothing: Values = { number: '', name: '', relation: null, validTo: null }

/** Where each refusal is said. */
const fieldOf = {
  NUMBER_WRONG: 'number',
  OWN_NUMBER: 'number',
  ALREADY_GIVEN: 'number',
  TOO_MANY: 'number',
  NAME_WRONG: 'name',
  DATE_WRONG: 'validTo',
  DATE_PAST: 'validTo',
  DATE_TOO_FAR: 'validTo',
} as const satisfies Record<RecordConsentRefusal, keyof Values>

/** By the office's own rules, so that a number that cannot be is said beside the fields that are blank. */
const isNumber = (number: string, today: CivilDate) =>
  checkPersonIdentifier(undefined, permitNumberOnRecord(number), today).ok

/** What was typed stays until it is given. */
export function GiveConsent({ onGiven }: { onGiven: (consent: Omit<ConsentFactsFragment, ' $fragmentName'>) => void }) {
  const t = useMessages(messages)
  const [give, { loading }] = useMutation(GiveRecordConsentDocument, { refetchQueries: [FamilyDocument] })
  const [failed, setFailed] = useState(false)
  const [today] = useState(() => civilDateAt(new Date()))
  const { control, handleSubmit, setError, reset } = useForm<Values>({
    defaultValues: nothing,
    resolver: (given) => {
      const wrong = (message: string) => ({ type: 'value', message })
      const { number, name, relation, validTo } = given
      const errors: FieldErrors<Values> = {
        ...(isNumber(number, today) ? {} : { number: wrong(t('NUMBER_WRONG')) }),
        ...(checkPersonName(name).ok ? {} : { name: wrong(t('NAME_WRONG')) }),
        ...(relation === null ? { relation: wrong(t('relationWrong')) } : {}),
        ...(validTo === null
          ? { validTo: wrong(t('DATE_WRONG')) }
          : validTo < today
            ? { validTo: wrong(t('DATE_PAST')) }
            : validTo > lastConsentDay(today)
              ? { validTo: wrong(t('DATE_TOO_FAR')) }
              : {}),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: given, errors: {} }
    },
  })
  const send = handleSubmit(async ({ number, name, relation, validTo }) => {
    if (relation === null || validTo === null) return
    setFailed(false)
    const variables = { number, name, relation, validTo }
    const { data } = await give({ variables }).catch(() => ({ data: undefined }))
    const outcome = data?.giveRecordConsent
    if (!outcome) return setFailed(true)
    if (outcome.__typename === 'RecordConsentRefused')
      return setError(fieldOf[outcome.refusal], { message: t(outcome.refusal) }, { shouldFocus: true })
    reset(nothing)
    return onGiven(outcome.consent)
  })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void send(event)}>
      {failed ? <Notice tone="refused">{t('failed')}</Notice> : null}
      <TextField
        control={control}
        name="number"
        label={t('number')}
        autoComplete="off"
        spellCheck={false}
        maxLength={24}
      />
      <TextField
        control={control}
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="off"
        maxLength={60}
      />
      <SelectField
        control={control}
        name="relation"
        label={t('relation')}
        options={relations.map((value) => ({ value, label: t(value) }))}
      />
      <DateField control={control} name="validTo" label={t('validTo')} hint={t('validToHint')} />
      <div>
        <Button type="submit" loading={loading}>
          {t('give')}
        </Button>
      </div>
    </form>
  )
}
