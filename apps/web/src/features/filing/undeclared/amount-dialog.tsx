import { TextInput } from '@mantine/core'
import { fen } from '@shebao/kernel'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { readInteger, readYuan } from '../../../shared/lib/typed-text.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { messages } from './messages.ts'
import { Grounds } from './propose-dialog.tsx'
import { ProposeOfficeAmountDocument } from './undeclared.generated.ts'
import { useProposed } from './use-proposed.ts'
import style from './undeclared.module.css'
import type { Month, Said, Undeclared } from './undeclared.ts'

const mostPeople = 10_000

interface AmountDialogProps {
  month: Month
  employer: Undeclared
  onClose: () => void
  onSaid: Said
}

/** An employer that never declared anything: headcount and wage, which is what the law names (SIL 62). */
export function AmountDialog({ month, employer, onClose, onSaid }: AmountDialogProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const proposed = useProposed([employer])
  const [typed, setTyped] = useState({ people: String(employer.people), wage: '', grounds: '' })
  const [asked, setAsked] = useState(false)
  const [failed, setFailed] = useState(false)
  const [propose, { loading }] = useMutation(ProposeOfficeAmountDocument)
  const [people, wage] = [readInteger(typed.people), readYuan(typed.wage)]
  const wrongPeople = people === undefined || people < 1 || people > mostPeople
  const wrongWage = wage === undefined || wage < 1
  const carryOut = async () => {
    setAsked(true)
    if (wrongPeople || wrongWage || !isText(typed.grounds)) return
    try {
      const { data } = await propose({
        variables: {
          period: month.period,
          employerId: employer.id,
          people,
          wage: fen(wage),
          grounds: typed.grounds,
        },
      })
      if (!data) throw new Error('no answer')
      onSaid(proposed(data.proposeOfficeAmount))
      onClose()
    } catch {
      setFailed(true)
    }
  }
  return (
    <ConfirmDialog
      opened
      title={t('amountTitle', { name: employer.name, period: format.period(month.period) })}
      consequence={
        <div className={style.fields}>
          <span>{t('amountText')}</span>
          <TextInput
            label={t('headcount')}
            inputMode="numeric"
            autoComplete="off"
            value={typed.people}
            error={asked && wrongPeople ? t('headcountWrong') : undefined}
            onChange={(event) => setTyped({ ...typed, people: event.currentTarget.value })}
          />
          <TextInput
            label={t('wage')}
            inputMode="decimal"
            autoComplete="off"
            value={typed.wage}
            error={asked && wrongWage ? t('wageWrong') : undefined}
            onChange={(event) => setTyped({ ...typed, wage: event.currentTarget.value })}
          />
          <Grounds
            value={typed.grounds}
            wrong={asked && !isText(typed.grounds)}
            onChange={(grounds) => setTyped({ ...typed, grounds })}
          />
          {failed ? <strong role="alert">{t('failed')}</strong> : null}
        </div>
      }
      verb={t('propose')}
      busy={loading}
      onCancel={onClose}
      onConfirm={() => void carryOut()}
    />
  )
}
