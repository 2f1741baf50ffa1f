import { Button } from '@mantine/core'
import { useFieldArray, type Control } from 'react-hook-form'
import { MoneyField, MonthField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import style from './back-payment.module.css'
import { messages } from './messages.ts'
import { blankLine } from './request-form.ts'
import type { RequestForm } from './request-form.ts'

const mostLines = 200

/** People and months, a line for each wage somebody had. */
export function LineFields({ control, onChanged }: { control: Control<RequestForm>; onChanged: () => void }) {
  const t = useMessages(messages)
  const { fields, append, remove } = useFieldArray({ control, name: 'lines' })
  return (
    <section className={style.lines} aria-labelledby="back-payment-whom">
      <h2 id="back-payment-whom">{t('whom')}</h2>
      {fields.map(({ id }, index) => (
        <fieldset key={id} className={style.line}>
          <legend>{t('line', { line: index + 1 })}</legend>
          <TextField
            control={control}
            name={`lines.${index}.idNumber`}
            label={t('idNumber')}
            hint={t('idNumberHint')}
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
          />
          <MonthField control={control} name={`lines.${index}.first`} label={t('first')} hint={null} />
          <MonthField control={control} name={`lines.${index}.last`} label={t('last')} hint={null} />
          <MoneyField control={control} name={`lines.${index}.wage`} label={t('wage')} />
          {fields.length > 1 ? (
            <Button
              variant="subtle"
              aria-label={t('removeLine', { line: index + 1 })}
              onClick={() => {
                remove(index)
                onChanged()
              }}
            >
              {t('remove')}
            </Button>
          ) : null}
        </fieldset>
      ))}
      {fields.length < mostLines ? (
        <div>
          <Button
            variant="default"
            onClick={() => {
              append(blankLine)
              onChanged()
            }}
          >
            {t('add')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
