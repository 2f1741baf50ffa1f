import { Link, useNavigate, useParams } from 'react-router'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { FilesField, idsOf, SelectField, TextareaField, TextField, useFilesCheck } from '../../../shared/forms/index.ts'
import type { GivenFile } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useDeriveNotice } from '../notice/index.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import desk from '../../../shared/ui/desk.module.css'
import { Facts } from '../../../shared/ui/facts.tsx'
import { OutlookNotice } from '../../../shared/case/outlook-notice.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { messages } from './messages.ts'
import { OverdueNoticeFragmentDoc } from './request-page.generated.ts'
import type { OverdueNoticeFragment } from './request-page.generated.ts'
import { NoticeToWriteOffDocument, RequestWriteOffDocument } from './write-off.generated.ts'
import type { WriteOffGround } from './write-off.generated.ts'

interface RequestForm {
  ground: WriteOffGround | null
  documentNo: string
  explanation: string
  files: readonly GivenFile[]
}

const blank: RequestForm = { ground: null, documentNo: '', explanation: '', files: [] }
const grounds: readonly WriteOffGround[] = ['DEBTOR_ENDED', 'DECISION_REVOKED', 'COURT_RULING']

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
      <Owed notice={data.paymentNotice} />
      <section className={desk.section}>
        <OutlookNotice outlook={data.writeOffOutlook} />
        {data.writeOffOutlook.mayOpen ? <Request noticeId={noticeId} /> : null}
      </section>
    </>
  )
}

function Owed({ notice: ref }: { notice: FragmentType<OverdueNoticeFragment> }) {
  const notice = useOwnFields(OverdueNoticeFragmentDoc, ref)
  const t = useMessages(messages)
  const format = useFormat()
  const derive = useDeriveNotice()
  return (
    <Facts
      facts={[
        [t('unit'), notice.employerName],
        [t('notice'), `${notice.number} · ${format.period(notice.period)}`],
        [t('due'), format.date(notice.dueOn)],
        [t('people'), format.count(notice.people)],
        [
          t('owed'),
          <DerivationPopover key="owed" fen={notice.total} size="total" sign explanation={derive(notice.id)} />,
        ],
        [
          t('lateFee'),
          <DerivationPopover
            key="lateFee"
            fen={notice.lateFee}
            sign
            explanation={derive(notice.id, { label: 'LATE_FEE' })}
          />,
        ],
      ]}
    />
  )
}

function Request({ noticeId }: { noticeId: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  const navigate = useNavigate()
  const [request] = useMutation(RequestWriteOffDocument)
  const filesWrong = useFilesCheck()
  const take = async ({ ground, documentNo, explanation, files }: RequestForm): Promise<readonly string[]> => {
    if (!ground) return []
    const input = { noticeId, ground, documentNo, explanation, files: idsOf(files) }
    const { data } = await request({ variables: { input } })
    const outcome = data?.requestWriteOff
    if (outcome?.__typename === 'WriteOffRefused') {
      const { reason, insured, earliestOn } = outcome
      if (insured !== null) return [t('runningNow', { count: insured })]
      return [earliestOn ? t('notBefore', { date: format.date(earliestOn) }) : t(reason)]
    }
    await navigate('/staff/write-offs', { state: { requested: outcome?.writeOff.noticeNumber } })
    return []
  }
  return (
    <StepForm
      blank={blank}
      fields={(control) => (
        <>
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
          <FilesField control={control} name="files" label={t('files')} hint={t('filesHint')} />
          <TextareaField
            control={control}
            name="explanation"
            label={t('explanation')}
            hint={t('explanationHint')}
            maxLength={500}
          />
        </>
      )}
      wrong={({ ground, documentNo, explanation, files }) => ({
        ...(ground ? {} : { ground: t('groundWrong') }),
        ...(documentNo.trim().length >= 2 ? {} : { documentNo: t('documentNoWrong') }),
        files: filesWrong(files, { required: true }),
        ...(isText(explanation) ? {} : { explanation: t('explanationWrong') }),
      })}
      verb={t('request')}
      take={take}
      problems={([refusal]) => (refusal ? <Notice tone="refused">{refusal}</Notice> : null)}
    />
  )
}
