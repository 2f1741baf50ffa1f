import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { monthsBack } from './last-day.ts'
import { messages } from './messages.ts'
import type { MonthlyRulesFragment } from './monthly.generated.ts'
import style from './monthly.module.css'
import { NotOpenedNotice } from './not-opened.tsx'
import { useOpenMonthly } from './use-open-monthly.ts'

/** What was forgotten in a month, or was wrong in it. */
export function EarlierMonths({ window: { open, oldest } }: { window: MonthlyRulesFragment }) {
  const t = useMessages(messages)
  const format = useFormat()
  const months = monthsBack(open, oldest)
  const [chosen, setChosen] = useState(months[1] ?? open)
  const { start, busy, refused } = useOpenMonthly()
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{t('earlier')}</h2>
      <p className={style.soft}>{t('earlierText', { oldest: format.period(oldest) })}</p>
      <div className={style.earlier}>
        <NativeSelect
          label={t('earlierMonth')}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={months.map((value) => ({ value, label: format.period(value) }))}
        />
        <Button variant="default" loading={busy} onClick={() => void start(chosen, 'SUPPLEMENTARY')}>
          {t('supplement')}
        </Button>
        <Button variant="default" loading={busy} onClick={() => void start(chosen, 'REVISED')}>
          {t('revise')}
        </Button>
      </div>
      <NotOpenedNotice refused={refused} />
    </section>
  )
}
