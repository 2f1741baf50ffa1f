import { useMutation, useQuery } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useForm, type FieldErrors } from 'react-hook-form'
import { Link, useNavigate, useParams } from 'react-router'
import { SelectField, TextareaField, TextField } from '../../shared/forms/index.ts'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { useFormat } from '../../shared/lib/use-format.ts'
import { useDeriveNotice } from '../../shared/lib/use-derivations.ts'
import { DerivationPopover } from '../../shared/ui/derivation-popover.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { messages } from './messages.ts'
import { NoticeToWriteOffDocument, RequestWriteOffDocument } from './write-off.generated.ts'
import type { NoticeToWriteOffQuery, WriteOffGround, WriteOffRefusal } from './write-off.generated.ts'
import style from './write-off.module.css'

interface RequestForm {
  ground: WriteOffGround | null
  documentNo: string
  explanation: string
}

const blank: RequestForm = { ground: null, documentNo: '', explanation: '' }
const grounds: readonly WriteOffGround[] = ['DEBTOR_ENDED', 'DECISION_REVOKED', 'COURT_RULING']
const lengthOf = (text: string) => [...text.trim()].length

/** One overdue notice: what is owed, on which document it shall be given up. */
export function RequestPage() {
  const t = useMessages(messages)
  const { noticeId = '' } = useParams()
  const { data, error } = useQuery(NoticeToWriteOffDocument, { variables: { id: noticeId } })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  return (
    <>
      <PageHeader title={t('request')} above={<Link to="/staff/write-offs">{t('title')}</Link>} />
      <Facts notice={data.paymentNotice} />
      <Request noticeId={noticeId} />
    </>
  )
}

function Facts({ notice }: { notice: NoticeToWriteOffQuery['paymentNotice'] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const derive = useDeriveNotice()
  return (
    <dl className={style.facts}>
      <dt>{t('unit')}</dt>
      <dd>{notice.employerName}</dd>
      <dt>{t('notice')}</dt>
      <dd>
        {notice.number} · {format.period(notice.period)}
      </dd>
      <dt>{t('due')}</dt>
      <dd>{format.date(notice.dueOn)}</dd>
      <dt>{t('people')}</dt>
      <dd>{format.count(notice.people)}</dd>
      <dt>{t('owed')}</dt>
      <dd>
        <DerivationPopover fen={notice.total} size="total" sign explanation={derive(notice.id)} />
      </dd>
      <dt>{t('lateFee')}</dt>
      <dd>
        <DerivationPopover fen={notice.lateFee} sign explanation={derive(notice.id, { label: 'LATE_FEE' })} />
      </dd>
    </dl>
  )
}

function Request({ noticeId }: { noticeId: string }) {
  const t = useMessages(messages)
  const navigate = useNavigate()
  const [request, { loading }] = useMutation(RequestWriteOffDocument)
  const [refusal, setRefusal] = useState<WriteOffRefusal | 'failed'>()
  const { control, handleSubmit } = useForm<RequestForm>({
    defaultValues: blank,
    resolver: (form) => {
      const errors: FieldErrors<RequestForm> = {
        ...(form.ground ? {} : { ground: { type: 'value', message: t('groundWrong') } }),
        ...(lengthOf(form.documentNo) >= 2 ? {} : { documentNo: { type: 'value', message: t('documentNoWrong') } }),
        ...(lengthOf(form.explanation) >= 4 ? {} : { explanation: { type: 'value', message: t('explanationWrong') } }),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: form, errors: {} }
    },
  })
  const submit = handleSubmit(async ({ ground, documentNo, explanation }) => {
    if (!ground) return
    try {
      const { data } = await request({ variables: { input: { noticeId, ground, documentNo, explanation } } })
      const outcome = data?.requestWriteOff
      if (outcome?.__typename === 'WriteOffStepTaken')
        await navigate('/staff/write-offs', { state: { requested: outcome.writeOff.noticeNumber } })
      else setRefusal(outcome?.reason ?? 'failed')
    } catch {
      setRefusal('failed')
    }
  })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void submit(event)}>
      {refusal ? <Notice tone="refused">{t(refusal)}</Notice> : null}
      <SelectField
        control={control}
        name="ground"
        label={t('ground')}
        options={grounds.map((value) => ({ value, label: t(value) }))}
      />
      <TextField
        control={control}
        name="documentNo"
        label={t('documentNo')}
        hint={t('documentNoHint')}
        autoComplete="off"
        maxLength={100}
      />
      <TextareaField
        control={control}
        name="explanation"
        label={t('explanation')}
        hint={t('explanationHint')}
        maxLength={500}
      />
      <div>
        <Button type="submit" loading={loading}>
          {t('request')}
        </Button>
      </div>
    </form>
  )
}
