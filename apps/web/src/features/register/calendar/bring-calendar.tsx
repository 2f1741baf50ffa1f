import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { fileProblemWords } from '../../../shared/lib/file-problem-messages.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { problemSentence } from '@shebao/intake'
import type { CalendarRowProblem } from '@shebao/intake'
import type { Day } from './calendar-days.tsx'
import style from './calendar.module.css'
import { messages } from './messages.ts'
import { PublishYear } from './publish-year.tsx'
import { readCalendar, saveTemplate } from './read-calendar.ts'
import type { Brought } from './read-calendar.ts'

/** A file of days: read here, shown as what it would change, published year by year. */
export function BringCalendar({ onPublished }: { onPublished: () => Promise<unknown> }) {
  const t = useMessages(messages)
  const [brought, setBrought] = useState<Brought | 'reading'>()
  const [published, setPublished] = useState<readonly number[]>([])
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    setPublished([])
    setBrought('reading')
    setBrought(await readCalendar(file))
  }
  return (
    <section className={style.bring} aria-labelledby="bring-calendar">
      <h2 id="bring-calendar">{t('bring')}</h2>
      <p id="bring-calendar-text">{t('bringText')}</p>
      <div className={style.buttons}>
        <Button size="sm" loading={brought === 'reading'} onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
        <Button variant="default" size="sm" onClick={() => void saveTemplate()}>
          {t('template')}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('file')}
        aria-describedby="bring-calendar-text"
        accept=".xlsx,.csv,.json,.txt"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          void take(file)
          // Choosing the same file again after correcting it counts as a new choice.
          event.currentTarget.value = ''
        }}
      />
      <div aria-live="polite" className={style.bring}>
        {brought === 'reading' ? <p>{t('reading')}</p> : null}
        {brought === undefined || brought === 'reading' ? null : (
          <Result
            brought={brought}
            published={published}
            onPublished={async (year) => {
              setPublished([...published, year])
              await onPublished()
            }}
          />
        )}
      </div>
    </section>
  )
}

interface ResultProps {
  brought: Brought
  published: readonly number[]
  onPublished: (year: number) => Promise<void>
}

function Result({ brought, published, onPublished }: ResultProps) {
  const t = useMessages(messages)
  const words = useMessages(fileProblemWords)
  if ('unreadable' in brought)
    return <Notice tone="refused">{t('unreadable', { reason: words(brought.unreadable) })}</Notice>
  if (brought.problems.length > 0) return <RowProblems problems={brought.problems} />
  if (brought.years.length === 0) return <Notice tone="refused">{t('nothing')}</Notice>
  return brought.years.map(({ year, days }: { year: number; days: readonly Day[] }) =>
    published.includes(year) ? (
      <Notice key={year} tone="done">
        {t('published', { year: String(year) })}
      </Notice>
    ) : (
      <PublishYear key={year} year={year} days={days} onPublished={() => onPublished(year)} />
    ),
  )
}

const mostShown = 20

/** A file with an unreadable row is not published in part: the row may be the holiday that matters. */
function RowProblems({ problems }: { problems: readonly CalendarRowProblem[] }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  return (
    <Notice tone="refused">
      {t('rows', { count: new Set(problems.map(({ row }) => row)).size })}
      <ul className={style.problems}>
        {problems.slice(0, mostShown).map(({ row, code, column, detail = '' }) => (
          <li key={`${row} ${column}`}>
            {t('row', { row: String(row) })} · {problemSentence({ code, detail }, language)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
