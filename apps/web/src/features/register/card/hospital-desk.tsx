import { Button, TextInput } from '@mantine/core'
import { checkCardNumber } from '@shebao/identifiers'
import { isFen } from '@shebao/kernel'
import { useRef, useState, type FormEvent } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { readYuan } from '../../../shared/lib/typed-text.ts'
import { messages as shellMessages } from '../../../shared/ui/messages.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { DeskOutcome } from './desk-outcome.tsx'
import { partnerMessages } from './partner-messages.ts'
import { SettleWithCardDocument, type DeskDoneFragment } from './partner-desk.generated.ts'
import style from './partner.module.css'
import { textOf, useDesk } from './use-desk.ts'

const fields = ['cardNumber', 'billNo', 'amount'] as const
type Field = (typeof fields)[number]

/** A bill settled with the card: that activates it. */
export function HospitalDesk() {
  const t = useMessages(partnerMessages)
  const shell = useMessages(shellMessages)
  const form = useRef<HTMLFormElement>(null)
  const [settle, { loading }] = useMutation(SettleWithCardDocument)
  const { done, problem, send, next } = useDesk(form)
  const [wrong, setWrong] = useState<readonly Field[]>([])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { currentTarget: typed } = event
    const [cardNumber, billNo] = [textOf(typed, 'cardNumber'), textOf(typed, 'billNo')]
    const amount = readYuan(textOf(typed, 'amount'))
    const sum = isFen(amount) && amount > 0 ? amount : undefined
    const found: Field[] = []
    if (!checkCardNumber(cardNumber).ok) found.push('cardNumber')
    if (billNo === '') found.push('billNo')
    if (sum === undefined) found.push('amount')
    setWrong(found)
    if (sum === undefined || found[0])
      return form.current?.querySelector<HTMLInputElement>(`[name="${found[0] ?? 'amount'}"]`)?.focus()
    const input = { cardNumber, billNo, amount: sum }
    return send(
      async (): Promise<DeskDoneFragment | undefined> => (await settle({ variables: { input } })).data?.settleWithCard,
    )
  }
  const error = (field: Field) => (wrong.includes(field) ? t(`${field}Wrong`) : undefined)
  if (done) return <DeskOutcome done={done} onNext={next} />
  return (
    <form ref={form} className={style.form} noValidate onSubmit={(event) => void submit(event)}>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <TextInput
        name="cardNumber"
        size="lg"
        label={t('cardNumber')}
        description={t('cardNumberHint')}
        error={error('cardNumber')}
        autoComplete="off"
        spellCheck={false}
        maxLength={12}
        data-autofocus
      />
      <TextInput
        name="billNo"
        size="lg"
        label={t('billNo')}
        error={error('billNo')}
        autoComplete="off"
        maxLength={40}
      />
      <TextInput
        name="amount"
        size="lg"
        label={t('amount')}
        error={error('amount')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={14}
        rightSection={<span aria-hidden="true">{shell('yuan')}</span>}
        rightSectionWidth={56}
      />
      <Button type="submit" size="lg" loading={loading}>
        {t('settle')}
      </Button>
    </form>
  )
}
