import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { MonthInput } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { isMonth } from '../../../shared/lib/typed-text.ts'
import style from './history.module.css'
import { messages } from './messages.ts'

interface Asked {
  period: string | null
  asKnownOn: string | null
}

/** For which month, and as it was known on which day. */
export function FilterForm({ asked }: { asked: Asked }) {
  const t = useMessages(messages)
  const [, setParams] = useSearchParams()
  const [month, setMonth] = useState(asked.period ?? '')
  const [wrong, setWrong] = useState(false)
  const [known, setKnown] = useState(asked.asKnownOn ?? '')
  return (
    <form
      className={style.filter}
      aria-label={t('filter')}
      onSubmit={(event) => {
        event.preventDefault()
        const readable = month === '' || isMonth(month)
        setWrong(!readable)
        if (!readable) return
        setParams(Object.entries({ month, known }).filter(([, value]) => value !== ''))
      }}
    >
      <MonthInput
        size="sm"
        label={t('period')}
        description={t('periodHint')}
        value={month}
        onChange={setMonth}
        error={wrong ? t('periodWrong') : undefined}
      />
      <TextInput
        size="sm"
        type="date"
        label={t('asKnownOn')}
        description={t('asKnownHint')}
        value={known}
        onChange={(event) => setKnown(event.currentTarget.value)}
      />
      <div className={style.buttons}>
        <Button type="submit" size="sm">
          {t('apply')}
        </Button>
        {asked.period !== null || asked.asKnownOn !== null ? (
          <Button size="sm" variant="subtle" onClick={() => setParams([])}>
            {t('reset')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
