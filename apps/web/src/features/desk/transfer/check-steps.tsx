import { fen } from '@shebao/kernel'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import {
  DateField,
  FilesField,
  idsOf,
  MoneyField,
  TextField,
  useFilesCheck,
  type GivenFile,
} from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { deskMessages } from './desk-messages.ts'
import { formMessages } from './form-messages.ts'
import { monthErrors, MonthRows, monthsInput, type MonthRow } from './month-rows.tsx'
import { StepProblems, toAnswer, type StepProblem } from './step-answer.tsx'
import type { TaskStepProps } from './task-step.ts'
import {
  AcceptTransferDocument,
  IssueTransferVoucherDocument,
  RecordTransferAcceptanceDocument,
  RecordTransferInformationDocument,
} from './transfer.generated.ts'
import style from './transfer.module.css'

/** Voucher, acceptance and information: what is checked and written before money moves. */
export function CheckSteps(props: TaskStepProps) {
  const { may } = props
  return (
    <>
      {may.includes('ISSUE_VOUCHER') ? <PaperStep {...props} event="ISSUE_VOUCHER" /> : null}
      {may.includes('TAKE_OVER') ? <PaperStep {...props} event="TAKE_OVER" /> : null}
      {may.includes('RECORD_ACCEPTANCE') ? <Acceptance {...props} /> : null}
      {may.includes('RECORD_INFORMATION') ? <Information {...props} /> : null}
    </>
  )
}

const problems = (found: readonly StepProblem[]) => <StepProblems found={found} />

/** A step that issues a paper. */
function PaperStep({ transfer, event, onDone, renew }: TaskStepProps & { event: 'ISSUE_VOUCHER' | 'TAKE_OVER' }) {
  const t = useMessages(deskMessages)
  const [issue] = useMutation(IssueTransferVoucherDocument)
  const [accept] = useMutation(AcceptTransferDocument)
  const { id, number, mark: decidedOn } = transfer
  return (
    <section className={style.form}>
      <p className={style.soft}>{t(`${event}text`)}</p>
      <StepForm<Record<never, never>, StepProblem>
        blank={{}}
        verb={t(event)}
        ask={() => ({ title: t(`${event}ask`, { number }), text: t(`${event}text`) })}
        take={async () => {
          const variables = { id, decidedOn }
          const outcome =
            event === 'TAKE_OVER'
              ? (await accept({ variables })).data?.acceptTransfer
              : (await issue({ variables })).data?.issueTransferVoucher
          return toAnswer(outcome, onDone)
        }}
        problems={problems}
        renew={renew}
      />
    </section>
  )
}

const isLong = (text: string, least: number) => [...text.trim()].length >= least
export const isDay = (text: string | null) => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

function Acceptance({ transfer, onDone, renew }: TaskStepProps) {
  const t = useMessages(deskMessages)
  const filesWrong = useFilesCheck()
  const [record] = useMutation(RecordTransferAcceptanceDocument)
  const { id, mark: decidedOn } = transfer
  return (
    <StepForm<{ documentNo: string; on: string | null; files: readonly GivenFile[] }, StepProblem>
      blank={{ documentNo: '', on: null, files: [] }}
      fields={(control) => (
        <>
          <TextField
            control={control}
            name="documentNo"
            label={t('documentNo')}
            hint={t('documentHint')}
            maxLength={60}
          />
          <DateField control={control} name="on" label={t('on')} />
          <FilesField control={control} name="files" label={t('files')} hint={t('filesHint')} />
        </>
      )}
      wrong={({ documentNo, on, files }) => ({
        documentNo: isLong(documentNo, 2) ? undefined : t('documentHint'),
        on: isDay(on) ? undefined : t('onWrong'),
        files: filesWrong(files),
      })}
      verb={t('RECORD_ACCEPTANCE')}
      take={async ({ documentNo, on, files }) => {
        const variables = { id, decidedOn, documentNo, on: on ?? '', files: idsOf(files) }
        return toAnswer((await record({ variables })).data?.recordTransferAcceptance, onDone)
      }}
      problems={problems}
      renew={renew}
    />
  )
}

type Amount = number | string | null
const isAmount = (value: Amount): value is number => typeof value === 'number' && value >= 0

interface InformationValues {
  months: MonthRow[]
  principal: Amount
  interest: Amount
  pooled: Amount
  files: readonly GivenFile[]
}

/** Begins with what the voucher said; corrected as long as no money came. */
function Information({ transfer, onDone, renew }: TaskStepProps) {
  const t = useMessages(deskMessages)
  const form = useMessages(formMessages)
  const filesWrong = useFilesCheck()
  const [record] = useMutation(RecordTransferInformationDocument)
  const { id, mark: decidedOn, state, months, announcedPrincipal, announcedInterest, announcedPooled } = transfer
  const body = (
    <>
      <p className={style.soft}>{t('RECORD_INFORMATIONtext')}</p>
      <StepForm<InformationValues, StepProblem>
        blank={{
          months: months.map(({ insurance, from, to }) => ({ insurance, from, to })),
          principal: announcedPrincipal,
          interest: announcedInterest,
          pooled: announcedPooled,
          files: [],
        }}
        fields={(control) => (
          <>
            <MonthRows control={control} />
            <MoneyField control={control} name="principal" label={form('principal')} />
            <MoneyField control={control} name="interest" label={form('interest')} />
            <MoneyField control={control} name="pooled" label={form('pooled')} />
            <FilesField control={control} name="files" label={t('informationFiles')} hint={t('filesHint')} />
          </>
        )}
        wrong={(given) => ({
          principal: isAmount(given.principal) ? undefined : t('amountWrong'),
          interest: isAmount(given.interest) ? undefined : t('amountWrong'),
          pooled: given.pooled === null || isAmount(given.pooled) ? undefined : t('amountWrong'),
          files: filesWrong(given.files),
          ...monthErrors(given.months, form),
        })}
        verb={t('RECORD_INFORMATION')}
        aside={state === 'INFORMED'}
        take={async (given) => {
          const input = {
            id,
            decidedOn,
            months: monthsInput(given.months),
            principal: fen(Number(given.principal)),
            interest: fen(Number(given.interest)),
            pooled: given.pooled === null ? null : fen(Number(given.pooled)),
            files: idsOf(given.files),
          }
          return toAnswer((await record({ variables: { input } })).data?.recordTransferInformation, onDone)
        }}
        problems={problems}
        renew={renew}
      />
    </>
  )
  if (state !== 'INFORMED') return <section className={style.form}>{body}</section>
  return (
    <details>
      <summary>{t('RECORD_INFORMATION')}</summary>
      {body}
    </details>
  )
}
