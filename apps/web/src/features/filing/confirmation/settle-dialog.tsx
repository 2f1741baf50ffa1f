import { Button, Radio, Textarea } from '@mantine/core'
import '@mantine/core/styles/Radio.css'
import '@mantine/core/styles/InlineInput.css'
import { useMutation } from '@apollo/client/react'
import { useState, type FormEvent } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { Person } from './confirmation-table.tsx'
import { SettleDisagreementDocument } from './confirmations.generated.ts'
import type { DisputedField } from './confirmations.generated.ts'
import { messages } from './messages.ts'
import type { Note } from './use-asking.ts'
import style from './confirmations.module.css'

interface SettleProps {
  declarationId: string
  person: Person
  onClose: () => void
  onSettled: (note: Note) => void
}

const shortestReason = 4

/** What a person says beside what the list says: theirs is taken over, or ours kept with a reason that they read. */
export function SettleDialog({ declarationId, person, onClose, onSettled }: SettleProps) {
  const t = useMessages(messages)
  const [take, setTake] = useState<ReadonlySet<DisputedField>>(
    () => new Set(person.disagreements.flatMap(({ field }) => (field === 'BASES' ? [] : [field]))),
  )
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [settle, { loading }] = useMutation(SettleDisagreementDocument)
  const keeps = person.disagreements.some(({ field }) => !take.has(field))
  const choose = (field: DisputedField, theirs: boolean) => {
    const others = [...take].filter((one) => one !== field)
    setTake(new Set(theirs ? [...others, field] : others))
  }
  const send = async () => {
    const variables = { declarationId, rowNo: person.rowNo, askingId: person.askingId ?? '', take: [...take] }
    try {
      const { data } = await settle({ variables: { ...variables, reason: keeps ? reason : null } })
      const done = data?.settleDisagreement
      if (!done) return setProblem(t('failed'))
      if (done.__typename === 'ConfirmationRefused') return onSettled({ tone: 'warning', text: t(done.code) })
      return onSettled({ tone: 'done', text: t(done.asked ? 'settled' : 'settledByHand') })
    } catch {
      return setProblem(t('failed'))
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const lacking = keeps && [...reason.trim()].length < shortestReason
    setMissing(lacking)
    if (!lacking) void send()
  }
  return (
    <Dialog title={t('settleTitle', { name: person.name })} onClose={onClose}>
      <form className={style.settle} noValidate onSubmit={submit}>
        <p className={style.soft}>{t('settleLead')}</p>
        {problem ? <Notice tone="refused">{problem}</Notice> : null}
        {person.disagreements.map((one) => (
          <Choice key={one.field} disagreement={one} taken={take.has(one.field)} onChoose={choose} />
        ))}
        {keeps ? (
          <Textarea
            name="reason"
            label={t('reason')}
            error={missing ? t('reasonMissing') : undefined}
            value={reason}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        <div className={style.actions}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={loading}>
            {t('settleVerb')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface ChoiceProps {
  disagreement: Person['disagreements'][number]
  taken: boolean
  onChoose: (field: DisputedField, theirs: boolean) => void
}

function Choice({ disagreement, taken, onChoose }: ChoiceProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { field, text, amount, months, oursText, oursAmount, oursMonths } = disagreement
  const shown = (given: { text: string | null; amount: number | null; months: number | null }) =>
    given.text ??
    (given.amount === null ? undefined : format.yuan(given.amount)) ??
    (given.months === null ? t('blank') : t('monthsValue', { months: given.months }))
  return (
    <fieldset className={style.choice}>
      <legend>{t(field)}</legend>
      <dl className={style.compare}>
        {field === 'BASES' ? null : (
          <div>
            <dt>{t('ours')}</dt>
            <dd>{shown({ text: oursText, amount: oursAmount, months: oursMonths })}</dd>
          </div>
        )}
        <div>
          <dt>{t('theirs')}</dt>
          <dd>{shown({ text, amount, months })}</dd>
        </div>
      </dl>
      {field === 'BASES' ? (
        <p className={style.soft}>{t('basesKeep')}</p>
      ) : (
        <>
          <Radio name={field} label={t('take')} checked={taken} onChange={() => onChoose(field, true)} />
          <Radio name={field} label={t('keep')} checked={!taken} onChange={() => onChoose(field, false)} />
        </>
      )}
    </fieldset>
  )
}
