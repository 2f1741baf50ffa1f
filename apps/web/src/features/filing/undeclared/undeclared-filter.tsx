import { Button, NativeSelect, TextInput } from '@mantine/core'
import { answerName, INDUSTRIES } from '@shebao/declaration-rules'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { messages } from './messages.ts'
import style from './undeclared.module.css'
import type { Month } from './undeclared.ts'

/** What is chosen goes into the address, so that it can be kept and passed on. */
export function UndeclaredFilter({ month: { period, months, monthlySelf } }: { month: Month }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const format = useFormat()
  const [params, setParams] = useSearchParams()
  const [text, setText] = useState(params.get('text') ?? '')
  const put = (name: string, value: string) => {
    const next = new URLSearchParams(params)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setParams(next)
  }
  const shown = months.includes(period) ? months : [...months, period]
  return (
    <form
      className={style.filter}
      aria-label={t('filter')}
      onSubmit={(event) => {
        event.preventDefault()
        put('text', text.trim())
      }}
    >
      <NativeSelect
        size="sm"
        label={t('period')}
        value={period}
        data={shown.map((value) => ({ value, label: format.period(value) }))}
        onChange={(event) => put('period', event.currentTarget.value)}
      />
      {monthlySelf ? (
        <>
          <TextInput
            size="sm"
            label={t('text')}
            placeholder={t('textHint')}
            className={style.text}
            value={text}
            maxLength={64}
            autoComplete="off"
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <NativeSelect
            size="sm"
            label={t('industry')}
            value={params.get('industry') ?? ''}
            data={[
              { value: '', label: t('allIndustries') },
              ...INDUSTRIES.map((value) => ({ value, label: answerName('industry', value, language) })),
            ]}
            onChange={(event) => put('industry', event.currentTarget.value)}
          />
          <NativeSelect
            size="sm"
            label={t('state')}
            value={params.get('state') ?? ''}
            data={[
              { value: '', label: t('all') },
              { value: 'OPEN', label: t('OPEN') },
              { value: 'DEEMED', label: t('DEEMED') },
            ]}
            onChange={(event) => put('state', event.currentTarget.value)}
          />
          <div className={style.buttons}>
            <Button type="submit" size="sm">
              {t('apply')}
            </Button>
          </div>
        </>
      ) : null}
    </form>
  )
}
