import { useMessages } from '../../shared/lib/language-context.tsx'
import { MoneyText } from '../../shared/ui/money-text.tsx'
import type { StatusTone } from '../../shared/ui/status-badge.tsx'
import { YearGrid } from '../../shared/ui/year-grid.tsx'
import type { EmployerHomeQuery } from './home.generated.ts'
import style from './home.module.css'
import { messages } from './messages.ts'

type Month = EmployerHomeQuery['employer']['yearAtAGlance'][number]

const tones: Readonly<Record<Month['state'], StatusTone>> = {
  PAID: 'done',
  IN_PROGRESS: 'waiting',
  DUE: 'open',
  OVERDUE: 'overdue',
  NOT_BILLED: 'idle',
  AHEAD: 'idle',
}

/** Twelve months with their state and amount, and the two sums that matter. */
export function YearPicture({ months }: { months: readonly Month[] }) {
  const t = useMessages(messages)
  const year = Number(months[0]?.period.slice(0, 4))
  const sumOf = (wanted: readonly Month['state'][]) =>
    months.filter(({ state }) => wanted.includes(state)).reduce((sum, { total }) => sum + (total ?? 0), 0)
  const open = sumOf(['DUE', 'OVERDUE', 'IN_PROGRESS'])
  return (
    <>
      <div className={style.yearHead}>
        <h2 id="year">{t('yearTitle', { year: String(year) })}</h2>
        <dl className={style.sums}>
          <div>
            <dt>{t('yearPaid')}</dt>
            <dd>
              <MoneyText fen={sumOf(['PAID'])} size="total" sign />
            </dd>
          </div>
          {open > 0 ? (
            <div>
              <dt>{t('yearOpen')}</dt>
              <dd>
                <MoneyText fen={open} size="total" sign />
              </dd>
            </div>
          ) : null}
        </dl>
      </div>
      <YearGrid
        year={year}
        months={months.map(({ period, state, total, noticeId }) => ({
          month: Number(period.slice(5)),
          tone: tones[state],
          word: t(`state${state}`),
          ...(total === null ? {} : { fen: total }),
          ...(noticeId === null ? {} : { to: `/employer/bills/${noticeId}` }),
        }))}
      />
    </>
  )
}
