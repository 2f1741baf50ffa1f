import { Button } from '@mantine/core'
import { checkPersonIdentifier, permitNumberOnRecord } from '@shebao/identifiers'
import { civilDateAt } from '@shebao/kernel'
import { useState } from 'react'
import { useForm, useWatch, type FieldErrors } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { CheckField, SelectField, TextareaField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import style from './rights-page.module.css'
import { HandOutRightsStatementDocument, type HandOutRightsStatementMutation } from './rights.generated.ts'
import { windowMessages } from './window-messages.ts'

type Outcome = HandOutRightsStatementMutation['handOutRightsStatement']
type HandedOut = Extract<Outcome, { __typename: 'RightsStatementHandedOut' }>

interface Values {
  number: string
  year: string | null
  who: 'PERSON' | 'AGENT' | null
  idSeen: boolean
  agentName: string
  agentNumber: string
  agentSeen: boolean
  reason: string
}
/** Nothing about who stands there is chosen beforehand, and no document counts as looked at. */
const blank: Values = {
  number: '',
  year: null,
  who: null,
  idSeen: false,
  agentName: '',
  agentNumber: '',
  agentSeen: false,
  reason: '',
}
const yearsBack = 30
/** Years that may be asked for, the last one that is over first. */
function yearsOver(): string[] {
  const running = Number(civilDateAt(new Date()).slice(0, 4))
  return Array.from({ length: yearsBack }, (_, index) => String(running - 1 - index))
}
const whoComes = ['PERSON', 'AGENT'] as const
const hasLength = (text: string, least: number, most: number) =>
  [...text.trim()].length >= least && [...text.trim()].length <= most

/** A person at the window gets the paper of a year; nothing typed here is kept, since it is somebody's number. */
export function RightsWindowPage() {
  const t = useMessages(windowMessages)
  const [handedOut, setHandedOut] = useState<HandedOut>()
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {handedOut ? (
        <Papers of={handedOut} onNext={() => setHandedOut(undefined)} />
      ) : (
        <WindowForm onDone={setHandedOut} />
      )}
    </>
  )
}

function Papers({ of: { nameMasked: name, idMasked, statement }, onNext }: { of: HandedOut; onNext: () => void }) {
  const t = useMessages(windowMessages)
  const { id, year, number, version } = statement
  const address = (lang: string) =>
    `/documents/rights-statement-at-window.pdf?${new URLSearchParams({ statement: id, lang }).toString()}`
  return (
    <>
      <Notice tone="done">{t('done', { name, idMasked, year: String(year), number, version: String(version) })}</Notice>
      <div className={style.deeds}>
        <Button component="a" href={address('zh-CN')} target="_blank" rel="noreferrer">
          {t('printZh')}
        </Button>
        <Button component="a" href={address('en')} target="_blank" rel="noreferrer" variant="default">
          {t('printEn')}
        </Button>
        <Button variant="subtle" onClick={onNext}>
          {t('another')}
        </Button>
      </div>
    </>
  )
}

function WindowForm({ onDone }: { onDone: (handedOut: HandedOut) => void }) {
  const t = useMessages(windowMessages)
  const check = useValuesCheck()
  const [problem, setProblem] = useState<string>()
  const [handOut, { loading }] = useMutation(HandOutRightsStatementDocument, { fetchPolicy: 'no-cache' })
  const { control, handleSubmit } = useForm<Values>({
    defaultValues: { ...blank, year: yearsOver()[0] ?? null },
    resolver: check,
  })
  const who = useWatch({ control, name: 'who' })
  const send = handleSubmit(async (form) => {
    setProblem(undefined)
    const { data } = await handOut({ variables: { input: inputOf(form) } }).catch(() => ({ data: undefined }))
    const outcome = data?.handOutRightsStatement
    if (outcome?.__typename === 'RightsStatementHandedOut') onDone(outcome)
    else setProblem(outcome ? t(outcome.problem) : t('failed'))
  })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void send(event)}>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <TextField
        control={control}
        name="number"
        label={t('number')}
        hint={t('numberHint')}
        autoComplete="off"
        maxLength={30}
      />
      <SelectField
        control={control}
        name="year"
        label={t('year')}
        options={yearsOver().map((value) => ({ value, label: value }))}
      />
      <SelectField
        control={control}
        name="who"
        label={t('who')}
        options={whoComes.map((value) => ({ value, label: t(value) }))}
      />
      <CheckField control={control} name="idSeen" label={t('idSeen')} />
      {who === 'AGENT' ? (
        <>
          <TextField control={control} name="agentName" label={t('agentName')} autoComplete="off" maxLength={60} />
          <TextField control={control} name="agentNumber" label={t('agentNumber')} autoComplete="off" maxLength={30} />
          <CheckField control={control} name="agentSeen" label={t('agentSeen')} />
        </>
      ) : null}
      <TextareaField
        control={control}
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        rows={2}
        maxLength={500}
      />
      <div>
        <Button type="submit" loading={loading}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}

function inputOf({ number, year, who, idSeen, agentName, agentNumber, agentSeen, reason }: Values) {
  const agent = who === 'AGENT' ? { name: agentName, idNumber: agentNumber, idSeen: agentSeen } : null
  return { number, year: Number(year), reason, idSeen, agent }
}

/** What is not right in the form, by field, with what would be. */
function useValuesCheck() {
  const t = useMessages(windowMessages)
  return (form: Values) => {
    const wrong = (message: string) => ({ type: 'value', message })
    const agent = form.who === 'AGENT'
    const isNumber = checkPersonIdentifier(
      undefined,
      permitNumberOnRecord(form.agentNumber),
      civilDateAt(new Date()),
    ).ok
    const errors: FieldErrors<Values> = {
      ...(hasLength(form.number, 6, 30) ? {} : { number: wrong(t('numberWrong')) }),
      ...(form.year ? {} : { year: wrong(t('yearWrong')) }),
      ...(form.who ? {} : { who: wrong(t('whoWrong')) }),
      ...(form.idSeen ? {} : { idSeen: wrong(t('idSeenWrong')) }),
      ...(!agent || hasLength(form.agentName, 2, 60) ? {} : { agentName: wrong(t('agentNameWrong')) }),
      ...(!agent || isNumber ? {} : { agentNumber: wrong(t('agentNumberWrong')) }),
      ...(!agent || form.agentSeen ? {} : { agentSeen: wrong(t('idSeenWrong')) }),
      ...(isText(form.reason) ? {} : { reason: wrong(t('reasonHint')) }),
    }
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: form, errors: {} }
  }
}
