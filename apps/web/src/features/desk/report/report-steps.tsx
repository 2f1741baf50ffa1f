import { useMutation } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { WhoMayAct } from '../../../shared/case/who-may-act.tsx'
import { SelectField, TextareaField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import desk from '../../../shared/ui/desk.module.css'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import {
  CheckReportDocument,
  DecideReportDocument,
  NoteReportFindingDocument,
  type EmployerReportDecision,
  type EmployerReportRefusal,
  type StaffReportFragment,
} from './reports.generated.ts'

interface StepsProps {
  report: StaffReportFragment
  renew: () => Promise<unknown>
}

/** What the asker may do with the report now; where that is nothing, who may. */
export function ReportSteps({ report, renew }: StepsProps) {
  const may = (event: string) => report.procedure.some((step) => step.event === event && step.standing === 'MAY')
  if (report.state === 'RECEIVED')
    return may('CHECK') ? <Check report={report} renew={renew} /> : <WhoMayAct steps={report.procedure} />
  if (report.state !== 'CHECKING') return null
  return (
    <>
      {report.held ? <Finding report={report} renew={renew} /> : null}
      {report.finding !== null && may('SUBSTANTIATE') ? (
        <Decide report={report} renew={renew} />
      ) : report.held ? null : (
        <WhoMayAct steps={report.procedure} />
      )}
    </>
  )
}

function Problem({ reason }: { reason: EmployerReportRefusal | undefined }) {
  const t = useMessages(messages)
  return reason ? <Notice tone="refused">{t(reason)}</Notice> : null
}

function Check({ report: { id, mark: decidedOn }, renew }: StepsProps) {
  const t = useMessages(messages)
  const [check] = useMutation(CheckReportDocument)
  return (
    <section className={desk.section}>
      <p>{t('checkText')}</p>
      <StepForm
        blank={{}}
        verb={t('check')}
        renew={renew}
        take={async () => {
          const outcome = (await check({ variables: { id, decidedOn } })).data?.checkReport
          if (outcome?.__typename === 'StaleDecision') return outcome
          if (outcome?.__typename === 'EmployerReportRefused') return [outcome.reason]
          await renew()
          return []
        }}
        problems={([reason]: readonly EmployerReportRefusal[]) => <Problem reason={reason} />}
      />
    </section>
  )
}

function Finding({ report: { id, mark: decidedOn, finding }, renew }: StepsProps) {
  const t = useMessages(messages)
  const [note] = useMutation(NoteReportFindingDocument)
  return (
    <section className={desk.section}>
      <StepForm<{ finding: string }, EmployerReportRefusal>
        blank={{ finding: finding ?? '' }}
        verb={t('note')}
        renew={renew}
        fields={(control) => (
          <TextareaField
            control={control}
            name="finding"
            label={t('finding')}
            hint={t('findingHint')}
            rows={4}
            maxLength={1000}
          />
        )}
        wrong={(form) => (isText(form.finding) ? {} : { finding: t('findingHint') })}
        take={async (form) => {
          const { data } = await note({ variables: { id, decidedOn, ...form } })
          const outcome = data?.noteReportFinding
          if (outcome?.__typename === 'StaleDecision') return outcome
          if (outcome?.__typename === 'EmployerReportRefused') return [outcome.reason]
          await renew()
          return []
        }}
        problems={([reason]) => <Problem reason={reason} />}
      />
    </section>
  )
}

interface DecideForm {
  decision: EmployerReportDecision | null
  answer: string
  handedTo: string
  letterNo: string
}
const decisions = ['SUBSTANTIATE', 'NOT_SUBSTANTIATE', 'HAND_OVER'] as const

function Decide({ report: { id, number, mark: decidedOn }, renew }: StepsProps) {
  const t = useMessages(messages)
  const [decide] = useMutation(DecideReportDocument)
  return (
    <section className={desk.section}>
      <StepForm<DecideForm, EmployerReportRefusal>
        blank={{ decision: null, answer: '', handedTo: '', letterNo: '' }}
        verb={t('decide')}
        grave
        renew={renew}
        fields={(control) => (
          <>
            <SelectField
              control={control}
              name="decision"
              label={t('decision')}
              options={decisions.map((value) => ({ value, label: t(value) }))}
            />
            <TextareaField
              control={control}
              name="answer"
              label={t('answer')}
              hint={t('answerHint')}
              rows={4}
              maxLength={1000}
            />
            <TextField control={control} name="handedTo" label={t('handedTo')} hint={t('HAND_OVER')} maxLength={120} />
            <TextField control={control} name="letterNo" label={t('letterNo')} hint={t('HAND_OVER')} maxLength={100} />
          </>
        )}
        wrong={(form) => ({
          ...(form.decision ? {} : { decision: t('decisionWrong') }),
          ...(isText(form.answer) ? {} : { answer: t('answerHint') }),
          ...(form.decision !== 'HAND_OVER' || form.handedTo.trim().length >= 2
            ? {}
            : { handedTo: t('handedToWrong') }),
          ...(form.decision !== 'HAND_OVER' || form.letterNo.trim().length >= 2
            ? {}
            : { letterNo: t('letterNoWrong') }),
        })}
        ask={({ decision }) => ({
          title: t('decideTitle', { number, decision: t(decision ?? 'decide') }),
          text: t('decideText'),
        })}
        take={async ({ decision, ...rest }) => {
          if (!decision) return []
          const { data } = await decide({ variables: { id, decidedOn, decision, ...rest } })
          const outcome = data?.decideReport
          if (outcome?.__typename === 'StaleDecision') return outcome
          if (outcome?.__typename === 'EmployerReportRefused') return [outcome.reason]
          await renew()
          return []
        }}
        problems={([reason]) => <Problem reason={reason} />}
      />
    </section>
  )
}
