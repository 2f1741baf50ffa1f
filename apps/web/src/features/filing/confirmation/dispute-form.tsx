import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { fen } from '@shebao/kernel'
import { useState, type FormEvent } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { readInteger, readYuan } from '../../../shared/lib/typed-text.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { confirmMessages } from './confirm-messages.ts'
import type { DisagreementInput, DisputedField } from './confirm.generated.ts'
import { useFieldWords } from './field-words.ts'
import style from './confirm.module.css'

interface DisputeProps {
  fields: readonly DisputedField[]
  /** Of a month there are no bases in the list: insurances and months are disputed in words. */
  ofMonth: boolean
  problem: string | undefined
  sending: boolean
  onSend: (disagreements: DisagreementInput[]) => void
  onBack: () => void
}

type FieldProblem = 'valueMissing' | 'wrongAmount' | 'wrongMonths'

const isMoney = (field: DisputedField) => field === 'WAGES' || field === 'FIRST_WAGE' || field === 'MONTHLY_WAGE'

/** What was typed for a field, as it is sent; or what is wrong with it. */
function read(field: DisputedField, typed: string): DisagreementInput | FieldProblem {
  if (typed.trim() === '') return 'valueMissing'
  if (isMoney(field)) {
    const amount = readYuan(typed)
    return amount === undefined || amount < 0 ? 'wrongAmount' : { field, amount: fen(amount) }
  }
  if (field !== 'MONTHS') return { field, text: typed.trim() }
  const months = readInteger(typed)
  return months === undefined || months < 0 || months > 12 ? 'wrongMonths' : { field, months }
}

/** Field by field: is it wrong, and what should it be. */
export function DisputeForm({ fields, ofMonth, problem, sending, onSend, onBack }: DisputeProps) {
  const t = useMessages(confirmMessages)
  const fieldWord = useFieldWords()
  const [typed, setTyped] = useState<Partial<Record<DisputedField, string>>>({})
  const [problems, setProblems] = useState<Partial<Record<DisputedField, FieldProblem>>>({})
  const [none, setNone] = useState(false)
  const labelOf = (field: DisputedField) => (ofMonth && field === 'BASES' ? t('basesOfMonth') : fieldWord(field))
  const toggle = (field: DisputedField, wrong: boolean) => {
    const { [field]: _old, ...others } = typed
    setTyped(wrong ? { ...typed, [field]: '' } : others)
    setNone(false)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = fields.filter((field) => typed[field] !== undefined)
    const results = chosen.map((field) => [field, read(field, typed[field] ?? '')] as const)
    setNone(chosen.length === 0)
    setProblems(Object.fromEntries(results.filter(([, result]) => typeof result === 'string')))
    const values = results.flatMap(([, result]) => (typeof result === 'string' ? [] : [result]))
    if (chosen.length > 0 && values.length === chosen.length) onSend(values)
  }
  return (
    <form className={style.form} noValidate onSubmit={submit} aria-labelledby="dispute-title">
      <div>
        <h2 id="dispute-title">{t('disputeTitle')}</h2>
        <p className={style.soft}>{t('disputeLead')}</p>
      </div>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      {none ? <Notice tone="refused">{t('nothingChosen')}</Notice> : null}
      {fields.map((field) => (
        <div key={field} className={style.dispute}>
          <Checkbox
            size="md"
            label={labelOf(field)}
            checked={typed[field] !== undefined}
            onChange={(event) => toggle(field, event.currentTarget.checked)}
          />
          {typed[field] === undefined ? null : (
            <ShouldBe
              field={field}
              label={labelOf(field)}
              ofMonth={ofMonth}
              value={typed[field] ?? ''}
              problem={problems[field]}
              onChange={(value) => setTyped({ ...typed, [field]: value })}
            />
          )}
        </div>
      ))}
      <div className={style.choices}>
        <Button type="submit" size="lg" loading={sending}>
          {t('send')}
        </Button>
        <Button size="lg" variant="default" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  )
}

interface ShouldBeProps {
  field: DisputedField
  label: string
  ofMonth: boolean
  value: string
  problem: FieldProblem | undefined
  onChange: (value: string) => void
}

function ShouldBe({ field, label, ofMonth, value, problem, onChange }: ShouldBeProps) {
  const t = useMessages(confirmMessages)
  const shared = {
    size: 'lg',
    name: field,
    label: t('should'),
    'aria-label': `${label}: ${t('should')}`,
    error: problem ? t(problem) : undefined,
    value,
    autoComplete: 'off',
  } as const
  if (field === 'BASES')
    return (
      <Textarea
        {...shared}
        description={t(ofMonth ? 'basesOfMonthHint' : 'basesHint')}
        maxLength={200}
        autosize
        minRows={2}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  const money = isMoney(field)
  return (
    <TextInput
      {...shared}
      description={money ? t('yuanHint') : undefined}
      inputMode={money ? 'decimal' : field === 'MONTHS' ? 'numeric' : 'text'}
      maxLength={60}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
