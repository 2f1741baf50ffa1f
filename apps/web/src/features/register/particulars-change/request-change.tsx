import { NativeSelect } from '@mantine/core'
import { civilDateAt } from '@shebao/kernel'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import {
  DateField,
  FilesField,
  filesError,
  idsOf,
  SelectField,
  TextareaField,
  TextField,
  useFilesCheck,
} from '../../../shared/forms/index.ts'
import type { GivenFile } from '../../../shared/forms/index.ts'
import { useDistricts } from '../../../shared/case/use-districts.ts'
import type { Keeping } from '../../../shared/drafts/keeping.ts'
import { RestoredNotice } from '../../../shared/drafts/restored-notice.tsx'
import { useKeptForm } from '../../../shared/drafts/use-kept-form.ts'
import { WithKept } from '../../../shared/drafts/with-kept.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { DutyButton } from '../../../shared/ui/duty-button.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { ParticularsChangesDocument, RequestParticularsChangeDocument } from './change.generated.ts'
import type { ParticularsChangeField, ParticularsChangeKind } from './change.generated.ts'
import style from './change.module.css'
import { messages } from './messages.ts'

const fieldsOf: Readonly<Record<ParticularsChangeKind, readonly ParticularsChangeField[]>> = {
  NAME: ['NAME'],
  ADDRESS: ['REGISTERED_ADDRESS', 'DISTRICT'],
  LEGAL_REPRESENTATIVE: ['LEGAL_REP_NAME', 'LEGAL_REP_ID_NUMBER', 'LEGAL_REP_PHONE'],
  BANK_ACCOUNT: ['BANK_NAME', 'BANK_ACCOUNT_NAME', 'BANK_ACCOUNT_NUMBER'],
  CONTACT: ['CONTACT_NAME', 'CONTACT_PHONE'],
}
const what = { kind: 'PARTICULARS', of: '', path: '/employer/changes' } as const
const kinds = ['NAME', 'ADDRESS', 'LEGAL_REPRESENTATIVE', 'BANK_ACCOUNT', 'CONTACT'] as const

type Values = Record<Exclude<ParticularsChangeField, 'DISTRICT'>, string> & {
  DISTRICT: string | null
  validFrom: string | null
  reason: string
  files: readonly GivenFile[]
}
/** Of the address and its district either may stay as it is. */
const mayStay = (field: ParticularsChangeField, given: Values): boolean =>
  field === 'DISTRICT' || (field === 'REGISTERED_ADDRESS' && (given.DISTRICT ?? '') !== '')
const blank = (): Values => ({
  NAME: '',
  REGISTERED_ADDRESS: '',
  DISTRICT: '',
  LEGAL_REP_NAME: '',
  LEGAL_REP_ID_NUMBER: '',
  LEGAL_REP_PHONE: '',
  BANK_NAME: '',
  BANK_ACCOUNT_NAME: '',
  BANK_ACCOUNT_NUMBER: '',
  CONTACT_NAME: '',
  CONTACT_PHONE: '',
  validFrom: civilDateAt(new Date()),
  reason: '',
  files: [],
})

/** What is to change, from when, and on what evidence. What was typed stays until the office has it. */
export function RequestChange({ onRequested }: { onRequested: (number: string) => void }) {
  return (
    <WithKept<Values> draft="particulars" what={what}>
      {(keeping) => <RequestForm keeping={keeping} onRequested={onRequested} />}
    </WithKept>
  )
}

interface RequestFormProps {
  keeping: Keeping<Values>
  onRequested: (number: string) => void
}

function RequestForm({ keeping, onRequested }: RequestFormProps) {
  const t = useMessages(messages)
  const filesWrong = useFilesCheck()
  const { options: districts } = useDistricts()
  const [kind, setKind] = useState<ParticularsChangeKind>(
    () => kinds.find((one) => one === keeping.found?.beside) ?? 'ADDRESS',
  )
  const [problem, setProblem] = useState<string>()
  const [request, { loading }] = useMutation(RequestParticularsChangeDocument, {
    refetchQueries: [ParticularsChangesDocument],
  })
  const [start] = useState(blank)
  const { control, handleSubmit, setError, reset, restored, discard, forget } = useKeptForm<Values>({
    keeping,
    blank: start,
    beside: kind,
    errors: (given) => ({
      ...Object.fromEntries(
        fieldsOf[kind]
          .filter((field) => (given[field] ?? '').trim() === '' && !mayStay(field, given))
          .map((field) => [field, { type: 'value', message: t('REQUIRED') }]),
      ),
      ...(given.validFrom === null ? { validFrom: { type: 'value', message: t('validFromWrong') } } : {}),
      ...([...given.reason.trim()].length < 4 ? { reason: { type: 'value', message: t('reasonHint') } } : {}),
      ...filesError(given.files.length === 0 ? t('refusedEVIDENCE_MISSING') : filesWrong(given.files)),
    }),
  })
  const send = handleSubmit(async (given) => {
    if (given.validFrom === null) return
    setProblem(undefined)
    const values = fieldsOf[kind].map((field) => ({ field, value: given[field] ?? '' }))
    const input = { kind, values, validFrom: given.validFrom, reason: given.reason, files: idsOf(given.files) }
    const { data } = await request({ variables: { input } }).catch(() => ({ data: undefined }))
    const outcome = data?.requestParticularsChange
    if (!outcome) return setProblem(t('failed'))
    if (outcome.__typename === 'ParticularsChange') {
      reset(start)
      await forget()
      return onRequested(outcome.number)
    }
    setProblem(t(`refused${outcome.reason}`))
    for (const { field, code } of outcome.problems) setError(field, { message: t(code) }, { shouldFocus: true })
  })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void send(event)}>
      <RestoredNotice typedAt={restored} onDiscard={discard} />
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <NativeSelect
        label={t('kind')}
        {...(kind === 'BANK_ACCOUNT' ? { description: t('accountHint') } : {})}
        {...(kind === 'ADDRESS' && districts.length > 0 ? { description: t('addressHint') } : {})}
        value={kind}
        onChange={(event) => setKind(kinds.find((one) => one === event.currentTarget.value) ?? kind)}
        data={kinds.map((value) => ({ value, label: t(value) }))}
      />
      {fieldsOf[kind].map((field) =>
        field !== 'DISTRICT' ? (
          <TextField
            key={field}
            control={control}
            name={field}
            label={t(`field${field}`)}
            autoComplete="off"
            maxLength={200}
          />
        ) : districts.length > 0 ? (
          <SelectField
            key={field}
            control={control}
            name={field}
            label={t('fieldDISTRICT')}
            hint={t('districtHint')}
            options={districts}
          />
        ) : null,
      )}
      <DateField control={control} name="validFrom" label={t('validFrom')} hint={t('validFromHint')} />
      <TextareaField
        control={control}
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        rows={2}
        maxLength={500}
      />
      <FilesField control={control} name="files" label={t('files')} hint={t('filesHint')} />
      <div>
        <DutyButton duty="SUBMIT" type="submit" loading={loading}>
          {t('send')}
        </DutyButton>
      </div>
    </form>
  )
}
