import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import style from './calendar.module.css'
import { MissingCalendarYearDocument } from './calendar.generated.ts'
import { messages } from './messages.ts'

/** From October on: next year's calendar is not there. `here`: on the page where it is brought in. */
export function MissingCalendar({ here = false }: { here?: boolean }) {
  const t = useMessages(messages)
  const { data } = useQuery(MissingCalendarYearDocument, { fetchPolicy: 'cache-and-network' })
  const year = data?.missingCalendarYear
  if (year === undefined || year === null) return null
  return (
    <div className={style.missing}>
      <Notice tone="warning">
        {t('missing', { year: String(year) })} {here ? null : <Link to="/staff/calendar">{t('missingOpen')}</Link>}
      </Notice>
    </div>
  )
}
