import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Choices } from '../../../shared/ui/choices.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { DeemedList } from './deemed-list.tsx'
import { messages } from './messages.ts'
import { UndeclaredFilter } from './undeclared-filter.tsx'
import { UndeclaredList } from './undeclared-list.tsx'
import { UndeclaredMonthDocument } from './undeclared.generated.ts'
import type { Month, Said } from './undeclared.ts'

const parts = ['list', 'waiting', 'decided'] as const

/** Who has not declared a month: to be reminded, and in the end deemed by two people (SIL 62). */
export function UndeclaredPage() {
  const t = useMessages(messages)
  const [params, setParams] = useSearchParams()
  const part = parts.find((one) => one === params.get('show')) ?? 'list'
  const [said, setSaid] = useState<Parameters<Said>[0]>()
  const { data, error, refetch } = useQuery(UndeclaredMonthDocument, {
    variables: { period: params.get('period') },
    fetchPolicy: 'cache-and-network',
  })
  const month = data?.undeclaredMonth
  const choose = (show: (typeof parts)[number]) => {
    setSaid(undefined)
    const next = new URLSearchParams(params)
    if (show === 'list') next.delete('show')
    else next.set('show', show)
    setParams(next)
  }
  return (
    <>
      <PageHeader title={t('title')} lead={month ? <Lead month={month} /> : '…'} />
      <Choices label={t('what')} chosen={part} options={parts.map((id) => ({ id, text: t(id) }))} onChoose={choose} />
      {said ? (
        <Notice tone={said.tone}>
          {said.text.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </Notice>
      ) : null}
      {part === 'list' ? (
        <>
          {error && !month ? (
            <Notice tone="refused">
              {t('loadFailed')}{' '}
              <Button size="compact-sm" variant="subtle" onClick={() => void refetch()}>
                {t('retry')}
              </Button>
            </Notice>
          ) : null}
          {month ? (
            <>
              <UndeclaredFilter month={month} />
              <UndeclaredList
                key={`${month.period} ${params.toString()}`}
                month={month}
                onSaid={(text) => {
                  setSaid(text)
                  void refetch()
                }}
              />
            </>
          ) : null}
          {!month && !error ? <Skeleton lines={10} /> : null}
        </>
      ) : (
        <DeemedList key={part} open={part === 'waiting'} onSaid={setSaid} />
      )}
    </>
  )
}

function Lead({ month }: { month: Month }) {
  const t = useMessages(messages)
  const format = useFormat()
  const period = format.period(month.period)
  if (!month.monthlySelf) return t('leadCarried', { period })
  const date = format.date(month.dueOn)
  return (
    <>
      {month.overdueDays > 0
        ? t('leadOverdue', {
            period,
            date,
            days: month.overdueDays,
            employers: month.employers,
            deemed: month.deemed,
          })
        : t('leadOpen', { period, date, employers: month.employers })}
      {month.hasCutOff ? null : ` ${t('noCutOff')}`}
    </>
  )
}
