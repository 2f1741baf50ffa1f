import { useWatch, type Control } from 'react-hook-form'
import { Link, useNavigate, useParams } from 'react-router'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { OutlookNotice } from '../../../shared/case/outlook-notice.tsx'
import {
  CheckField,
  DateField,
  FilesField,
  idsOf,
  MonthField,
  SelectField,
  TextareaField,
  TextField,
  useFilesCheck,
} from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { messages } from './messages.ts'
import { blankProposal, inputOf, useWrong } from './proposal.ts'
import type { Proposal } from './proposal.ts'
import { ProposeWaiverDocument, UnitToExceptDocument } from './waiver.generated.ts'
import type { UnitToExceptQuery } from './waiver.generated.ts'
import style from './waiver.module.css'

type Bill = UnitToExceptQuery['employerById']['notices']['edges'][number]['node']

/** An exception for one unit: what for, on which grounds, from when to when. */
export function ProposePage() {
  const t = useMessages(messages)
  const { employerId = '' } = useParams()
  const { data, error } = useQuery(UnitToExceptDocument, { variables: { id: employerId }, fetchPolicy: 'network-only' })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  const { employerById: unit, waiverOutlook } = data
  return (
    <>
      <PageHeader
        title={t('propose')}
        above={<Link to={`/staff/employers/${unit.id}`}>{unit.name}</Link>}
        lead={t('proposeLead')}
      />
      <section className={desk.section}>
        <OutlookNotice outlook={waiverOutlook} />
        {waiverOutlook.mayOpen ? (
          <Propose employerId={unit.id} bills={unit.notices.edges.map(({ node }) => node)} />
        ) : null}
      </section>
    </>
  )
}

function Propose({ employerId, bills }: { employerId: string; bills: readonly Bill[] }) {
  const t = useMessages(messages)
  const navigate = useNavigate()
  const [propose] = useMutation(ProposeWaiverDocument)
  const filesWrong = useFilesCheck()
  const wrong = useWrong()
  const take = async (form: Proposal): Promise<readonly string[]> => {
    const input = inputOf(employerId, form)
    if (!input) return []
    const { data } = await propose({ variables: { input: { ...input, files: idsOf(form.files) } } })
    const outcome = data?.proposeWaiver
    if (outcome?.__typename === 'WaiverRefused') return [t(outcome.reason)]
    if (outcome?.__typename === 'Waiver') await navigate(`/staff/exceptions/${outcome.id}`)
    return []
  }
  return (
    <StepForm<Proposal, string>
      blank={blankProposal}
      fields={(control) => <Fields control={control} bills={bills} />}
      wrong={(form) => ({ ...wrong(form), files: filesWrong(form.files) })}
      verb={t('propose')}
      take={take}
      problems={([refusal]) => (refusal ? <Notice tone="refused">{refusal}</Notice> : null)}
    />
  )
}

function Fields({ control, bills }: { control: Control<Proposal>; bills: readonly Bill[] }) {
  const t = useMessages(messages)
  const [kind, ground] = useWatch({ control, name: ['kind', 'ground'] })
  return (
    <>
      <SelectField
        control={control}
        name="kind"
        label={t('whatKind')}
        options={(['LATE_FEE', 'FILING_DEADLINE'] as const).map((value) => ({ value, label: t(value) }))}
      />
      {kind === 'LATE_FEE' ? <FeeFields control={control} bills={bills} /> : null}
      {kind === 'FILING_DEADLINE' ? (
        <>
          <MonthField control={control} name="period" label={t('month')} hint={null} />
          <DateField control={control} name="untilOn" label={t('untilDay')} />
        </>
      ) : null}
      <SelectField
        control={control}
        name="ground"
        label={t('ground')}
        hint={ground ? t(`law${ground}`) : undefined}
        options={(['FORCE_MAJEURE', 'AGENCY_ERROR', 'POLICY'] as const).map((value) => ({ value, label: t(value) }))}
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
      <FilesField control={control} name="files" label={t('files')} hint={t('filesHint')} />
    </>
  )
}

function FeeFields({ control, bills }: { control: Control<Proposal>; bills: readonly Bill[] }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (bills.length === 0) return <Notice tone="info">{t('noNotices')}</Notice>
  return (
    <>
      <fieldset className={style.notices}>
        <legend>{t('notices')}</legend>
        {bills.map((bill) => (
          <CheckField
            key={bill.id}
            control={control}
            name={`notices.${bill.id}`}
            label={t('noticeLine', {
              period: format.period(bill.period),
              number: bill.number,
              due: format.date(bill.dueOn),
              fee: format.yuan(bill.lateFee),
            })}
          />
        ))}
      </fieldset>
      <DateField control={control} name="fromOn" label={t('fromOn')} />
      <DateField control={control} name="toOn" label={t('toOn')} />
    </>
  )
}
