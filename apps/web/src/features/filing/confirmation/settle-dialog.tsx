import { Button, Radio, Textarea } from '@mantine/core'
import '@mantine/core/styles/Radio.css'
import '@mantine/core/styles/InlineInput.css'
import { useState, type FormEvent } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
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
type Choice = 'THEIRS' | 'OURS'
type Choices = ReadonlyMap<DisputedField, Choice>

/** What a person says beside what the list says: theirs is taken over, or ours kept with a reason that they read. */
export function SettleDialog({ declarationId, person, onClose, onSettled }: SettleProps) {
  const t = useMessages(messages)
  // Nothing is chosen for the clerk; of bases there is nothing to choose.
  const [chosen, setChosen] = useState<Choices>(() => new Map([['BASES', 'OURS']]))
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [settle, { loading }] = useMutation(SettleDisagreementDocument)
  const fields = person.disagreements.map(({ field }) => field)
  const take = fields.filter((field) => chosen.get(field) === 'THEIRS')
  const keeps = fields.some((field) => chosen.get(field) === 'OURS')
  const undecided = fields.some((field) => !chosen.has(field))
  const send = async () => {
    const variables = { declarationId, rowNo: person.rowNo, askingId: person.askingId ?? '', take }
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
    setProblem(undecided ? t('chooseEach') : undefined)
    if (!lacking && !undecided) void send()
  }
  return (
    <Dialog title={t('settleTitle', { name: person.name })} onClose={onClose}>
      <form className={style.settle} noValidate onSubmit={submit}>
        <p className={style.soft}>{t('settleLead')}</p>
        {problem ? <Notice tone="refused">{problem}</Notice> : null}
        {person.disagreements.map((one) => (
          <ChoiceOfField
            key={one.field}
            disagreement={one}
            choice={chosen.get(one.field)}
            onChoose={(choice) => setChosen(new Map([...chosen, [one.field, choice]]))}
          />
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
  choice: Choice | undefined
  onChoose: (choice: Choice) => void
}

function ChoiceOfField({ disagreement, choice, onChoose }: ChoiceProps) {
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
          <Radio name={field} label={t('take')} checked={choice === 'THEIRS'} onChange={() => onChoose('THEIRS')} />
          <Radio name={field} label={t('keep')} checked={choice === 'OURS'} onChange={() => onChoose('OURS')} />
        </>
      )}
    </fieldset>
  )
}
