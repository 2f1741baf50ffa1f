import { Button } from '@mantine/core'
import { civilDateAt, fen } from '@shebao/kernel'
import { useEffect, useState } from 'react'
import { useForm, useWatch, type FieldErrors } from 'react-hook-form'
import { Link, useNavigate } from 'react-router'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import type { Keeping } from '../../../shared/drafts/keeping.ts'
import { RestoredNotice } from '../../../shared/drafts/restored-notice.tsx'
import { useTyped } from '../../../shared/drafts/use-typed.ts'
import { WithKept } from '../../../shared/drafts/with-kept.tsx'
import {
  FilesField,
  filesError,
  idsOf,
  MoneyField,
  MonthField,
  SelectField,
  TextareaField,
  TextField,
  useFilesCheck,
} from '../../../shared/forms/index.ts'
import type { GivenFile } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { reportWords } from '../report/index.ts'
import { messages } from './messages.ts'
import { HandInReportDocument, MyEmployersDocument, type EmployerReportKind } from './watch.generated.ts'
import style from './watch.module.css'

const otherUnit = 'OTHER'
const kinds: readonly EmployerReportKind[] = ['UNDERPAID', 'UNREGISTERED', 'WRONG_BASE']

interface Values {
  kind: EmployerReportKind | null
  unit: string | null
  unitName: string
  creditCode: string
  from: string
  to: string
  saidBase: number | string | null
  words: string
  files: readonly GivenFile[]
}
const blank: Values = {
  kind: null,
  unit: null,
  unitName: '',
  creditCode: '',
  from: '',
  to: '',
  saidBase: null,
  words: '',
  files: [],
}
const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

const what = { kind: 'REPORT', of: '', path: '/me/reports/new' } as const

/** A report about an employer, in one step. The same press twice is one report; what is typed stays on this device until it is one. */
export function ReportFormPage() {
  const t = useMessages(messages)
  const { data, error } = useQuery(MyEmployersDocument)
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  return (
    <>
      <PageHeader title={t('report')} lead={t('formLead')} above={<Link to="/me/employer">{t('back')}</Link>} />
      <WithKept<Values> draft="report" what={what}>
        {(keeping) => <ReportForm keeping={keeping} employers={data.myEmployers} />}
      </WithKept>
    </>
  )
}

interface ReportFormProps {
  keeping: Keeping<Values>
  employers: readonly { id: string; name: string }[]
}

function ReportForm({ keeping, employers }: ReportFormProps) {
  const t = useMessages(messages)
  const words = useMessages(reportWords)
  const navigate = useNavigate()
  const check = useValuesCheck()
  const [requestKey] = useState(() => crypto.randomUUID())
  const [problem, setProblem] = useState<string>()
  const [handIn, { loading }] = useMutation(HandInReportDocument, { refetchQueries: [MyEmployersDocument] })
  const [fresh, setFresh] = useState(false)
  const typed = useTyped(keeping, blank)
  const { control, handleSubmit, reset, subscribe } = useForm<Values>({
    defaultValues: typed.start.form,
    resolver: check,
  })
  const { keep } = typed
  useEffect(
    // Chosen files are chosen anew.
    () => subscribe({ formState: { values: true }, callback: ({ values }) => keep({ ...values, files: [] }) }),
    [subscribe, keep],
  )
  const [kind, unit] = useWatch({ control, name: ['kind', 'unit'] })
  const own = employers.map(({ id, name }) => ({ value: id, label: name }))
  const units = kind === 'UNREGISTERED' ? [...own, { value: otherUnit, label: t('otherUnit') }] : own
  const send = handleSubmit(async (form) => {
    if (!form.kind || loading) return
    setProblem(undefined)
    const { data } = await handIn({ variables: { input: { ...inputOf(form, form.kind), requestKey } } }).catch(() => ({
      data: undefined,
    }))
    const outcome = data?.handInReport
    if (outcome?.__typename === 'OwnReport') {
      await typed.forget()
      await navigate(`/me/reports/${outcome.id}`, { state: { sent: true } })
    } else setProblem(outcome?.__typename === 'OwnReportRefused' ? t(outcome.reason) : t('failed'))
  })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void send(event)}>
      {typed.start.restored === undefined || fresh ? null : (
        <RestoredNotice
          typedAt={typed.start.restored}
          onDiscard={() => {
            reset(blank)
            setFresh(true)
          }}
        />
      )}
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <SelectField
        control={control}
        name="kind"
        label={t('kind')}
        options={kinds.map((value) => ({ value, label: words(value) }))}
      />
      <SelectField control={control} name="unit" label={t('unit')} options={units} />
      {unit === otherUnit && kind === 'UNREGISTERED' ? (
        <>
          <TextField control={control} name="unitName" label={t('unitName')} hint={t('unitNameHint')} maxLength={120} />
          <TextField control={control} name="creditCode" label={t('creditCode')} autoComplete="off" maxLength={18} />
        </>
      ) : null}
      <MonthField control={control} name="from" label={t('from')} />
      <MonthField control={control} name="to" label={t('to')} />
      {kind === 'WRONG_BASE' ? (
        <MoneyField control={control} name="saidBase" label={t('saidBase')} hint={t('saidBaseHint')} />
      ) : null}
      <TextareaField
        control={control}
        name="words"
        label={t('words')}
        hint={t('wordsHint')}
        rows={4}
        maxLength={1000}
      />
      <FilesField control={control} name="files" label={t('files')} hint={t('filesHint')} />
      <p className={style.soft}>{t('sheet')}</p>
      <div>
        <Button type="submit" loading={loading}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}

function inputOf({ unit, unitName, creditCode, from, to, saidBase, words, files }: Values, kind: EmployerReportKind) {
  const other = unit === otherUnit
  return {
    kind,
    from,
    to,
    words,
    files: idsOf(files),
    employerId: other ? null : unit,
    unitName: other ? unitName : null,
    creditCode: other && creditCode.trim() !== '' ? creditCode : null,
    saidBase: kind === 'WRONG_BASE' && typeof saidBase === 'number' ? fen(saidBase) : null,
  }
}

/** What is not right in the form, by field, with what would be. */
function useValuesCheck() {
  const t = useMessages(messages)
  const filesWrong = useFilesCheck()
  return (form: Values) => {
    const wrong = (message: string) => ({ type: 'value', message })
    const running = civilDateAt(new Date()).slice(0, 7)
    const inOrder = form.from <= form.to && form.to <= running
    const chosen = form.unit !== null && (form.unit !== otherUnit || form.kind === 'UNREGISTERED')
    const errors: FieldErrors<Values> = {
      ...(form.kind ? {} : { kind: wrong(t('kindWrong')) }),
      ...(chosen ? {} : { unit: wrong(t('unitWrong')) }),
      ...(form.unit !== otherUnit || form.unitName.trim().length >= 2 ? {} : { unitName: wrong(t('unitNameWrong')) }),
      ...(isMonth(form.from) ? {} : { from: wrong(t('monthWrong')) }),
      ...(!isMonth(form.to) ? { to: wrong(t('monthWrong')) } : inOrder ? {} : { to: wrong(t('orderWrong')) }),
      ...(form.kind !== 'WRONG_BASE' || (typeof form.saidBase === 'number' && form.saidBase > 0)
        ? {}
        : { saidBase: wrong(t('saidBaseWrong')) }),
      ...(isText(form.words) ? {} : { words: wrong(t('wordsHint')) }),
      ...filesError(filesWrong(form.files)),
    }
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: form, errors: {} }
  }
}
