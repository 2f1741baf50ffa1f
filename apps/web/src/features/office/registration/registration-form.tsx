import { Button } from '@mantine/core'
import { answerName, INDUSTRIES, OPTIONAL_REGISTRATION_FIELDS, readRegistration } from '@shebao/declaration-rules'
import { REGISTRATION_FIELDS, UNIT_TYPES } from '@shebao/declaration-rules'
import type { RegistrationField, RegistrationValues } from '@shebao/declaration-rules'
import { civilDateAt, FILE_LIMITS } from '@shebao/kernel'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useForm, useWatch, type Control, type FieldErrors } from 'react-hook-form'
import { registrationWords } from '../../../shared/case/registration-words.ts'
import { FilesField, filesError, idsOf, SelectField, TextField, useFilesCheck } from '../../../shared/forms/index.ts'
import type { GivenFile } from '../../../shared/forms/index.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { sendOperation } from '../../../shared/lib/send-operation.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { Application } from './application.ts'
import { keepDraft, keptDraft, type ApplicationKey } from './kept-application.ts'
import { messages } from './messages.ts'
import { SubmitRegistrationDocument } from './registration.generated.ts'
import style from './registration.module.css'
import { useRefusalWords } from './use-refusal-words.ts'
import { useDistrictChoice } from './use-district-choice.ts'
import { handInLicence } from './hand-in-licence.ts'

type Values = Partial<Record<RegistrationField, string | null>> & { files: readonly GivenFile[] }
type Notes = Application['versions'][number]['fieldNotes']

interface RegistrationFormProps {
  opens: ApplicationKey
  application: Application
  notes: Notes
  onSent: (application: Application) => void
}

const textOf = (given: Partial<Values>): RegistrationValues =>
  Object.fromEntries(REGISTRATION_FIELDS.map((field) => [field, given[field] ?? '']))

/** Everything at once, checked by the rules the office checks it by. What was typed survives a reload of the tab. */
export function RegistrationForm({ opens, application, notes, onSent }: RegistrationFormProps) {
  const t = useMessages(messages)
  const words = useRefusalWords()
  const filesWrong = useFilesCheck()
  const [problem, setProblem] = useState<string>()
  const [sending, setSending] = useState(false)
  const begun = useMemo(() => blankOf(application), [application])
  const first = application.version === 0
  const { control, handleSubmit, setError, setValue } = useForm<Values>({
    defaultValues: begun,
    resolver: (given) => {
      const { problems } = readRegistration(textOf(given), civilDateAt(new Date()))
      const errors: FieldErrors<Values> = {
        ...Object.fromEntries(problems.map(({ field, code }) => [field, { type: 'value', message: t(code) }])),
        ...filesError(first && given.files.length === 0 ? t('refusedLICENCE_MISSING') : filesWrong(given.files)),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: given, errors: {} }
    },
  })
  const typed = useWatch({ control })
  const propose = useCallback((district: string) => setValue('district', district), [setValue])
  const districts = useDistrictChoice(typed.creditCode, typed.district, propose)
  useEffect(() => {
    const { files: _files, ...values } = typed
    keepDraft(textOf(values))
  }, [typed])
  const send = handleSubmit(async (given) => {
    setSending(true)
    setProblem(undefined)
    try {
      const values = REGISTRATION_FIELDS.map((field) => ({ field, value: given[field] ?? '' }))
      const variables = { key: opens, values, files: idsOf(given.files) }
      const { submitRegistration: outcome } = await sendOperation(SubmitRegistrationDocument, variables)
      if (outcome.__typename === 'RegistrationApplication') return onSent(outcome)
      setProblem(words(outcome))
      for (const { field, code } of outcome.problems) setError(field, { message: t(code) }, { shouldFocus: true })
    } catch {
      setProblem(t('failed'))
    }
    setSending(false)
  })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void send(event)}>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      {REGISTRATION_FIELDS.map((field) => (
        <Field
          key={field}
          field={field}
          control={control}
          districts={districts}
          note={notes.find((one) => one.field === field)?.note}
        />
      ))}
      <FilesField
        control={control}
        name="files"
        label={t('licence')}
        hint={t('licenceHint')}
        handIn={(file, on) => handInLicence(opens, file, on)}
        most={FILE_LIMITS.ofVisitor}
      />
      <div>
        <Button type="submit" loading={sending}>
          {t(first ? 'submit' : 'resubmit')}
        </Button>
      </div>
    </form>
  )
}

function blankOf({ values }: Application): Values {
  const kept = keptDraft() ?? {}
  const of = (field: RegistrationField) => kept[field] ?? values.find((one) => one.field === field)?.value ?? ''
  return { ...Object.fromEntries(REGISTRATION_FIELDS.map((field) => [field, of(field)])), files: [] }
}

const hints: Partial<Record<RegistrationField, 'districtHint' | 'actualAddressHint' | 'emailHint'>> = {
  district: 'districtHint',
  actualAddress: 'actualAddressHint',
  email: 'emailHint',
}

interface FieldProps {
  field: RegistrationField
  control: Control<Values>
  /** What the office found wrong with it. */
  note: string | undefined
  /** Of the agency's region. */
  districts: readonly { value: string; label: string }[]
}

function Field({ field, control, note, districts }: FieldProps) {
  const t = useMessages(messages)
  const word = useMessages(registrationWords)
  const { language } = useLanguage()
  const own = hints[field]
  const shared = {
    control,
    name: field,
    label: OPTIONAL_REGISTRATION_FIELDS.includes(field) ? `${word(field)} (${t('optional')})` : word(field),
    ...(own ? { hint: t(own) } : {}),
    ...(note ? { warning: t('officeNote', { note }) } : {}),
  }
  if (field === 'unitType' || field === 'industry') {
    const list = field === 'unitType' ? UNIT_TYPES : INDUSTRIES
    return (
      <SelectField {...shared} options={list.map((value) => ({ value, label: answerName(field, value, language) }))} />
    )
  }
  if (field === 'district') return districts.length > 0 ? <SelectField {...shared} options={districts} /> : null
  return <TextField {...shared} autoComplete="off" maxLength={200} />
}
