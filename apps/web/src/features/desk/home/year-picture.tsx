import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useDeriveNotices } from '../../money/notice/index.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import type { StatusTone } from '../../../shared/ui/status-badge.tsx'
import { YearGrid } from '../../../shared/ui/year-grid.tsx'
import style from './year-picture.module.css'
import { messages } from './messages.ts'
import { YearPictureFragmentDoc } from './year-picture.generated.ts'
import type { YearPictureFragment } from './year-picture.generated.ts'

type Month = YearPictureFragment['yearAtAGlance'][number]

const tones: Readonly<Record<Month['state'], StatusTone>> = {
  PAID: 'done',
  IN_PROGRESS: 'waiting',
  DUE: 'open',
  OVERDUE: 'overdue',
  WRITTEN_OFF: 'idle',
  NOT_BILLED: 'idle',
  AHEAD: 'idle',
}

/** A paid month shows what it cost, another what is left of it. */
const labelOf = (state: Month['state']) => (state === 'PAID' ? ('AMOUNT_DUE' as const) : ('OUTSTANDING' as const))

const stillOpen = ['DUE', 'OVERDUE', 'IN_PROGRESS'] as const

/** Twelve months with their state and amount, and the two sums that matter. */
export function YearPicture({ employer }: { employer: FragmentType<YearPictureFragment> }) {
  const { yearAtAGlance: months } = useOwnFields(YearPictureFragmentDoc, employer)
  const t = useMessages(messages)
  const year = Number(months[0]?.period.slice(0, 4))
  const derive = useDeriveNotices()
  const noticesOf = (wanted: readonly Month['state'][]) =>
    months.flatMap(({ state, noticeId }) =>
      noticeId !== null && wanted.includes(state) ? [{ id: noticeId, label: labelOf(state) }] : [],
    )
  const sumOf = (wanted: readonly Month['state'][]) =>
    months.filter(({ state }) => wanted.includes(state)).reduce((sum, { total }) => sum + (total ?? 0), 0)
  const open = sumOf(stillOpen)
  return (
    <>
      <div className={style.yearHead}>
        <h2 id="year">{t('yearTitle', { year: String(year) })}</h2>
        <dl className={style.sums}>
          <div>
            <dt>{t('yearPaid')}</dt>
            <dd>
              <DerivationPopover fen={sumOf(['PAID'])} size="total" sign explanation={derive(noticesOf(['PAID']))} />
            </dd>
          </div>
          {open > 0 ? (
            <div>
              <dt>{t('yearOpen')}</dt>
              <dd>
                <DerivationPopover fen={open} size="total" sign explanation={derive(noticesOf(stillOpen))} />
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
          ...(noticeId === null || total === null
            ? {}
            : {
                amount: { fen: total, explanation: derive([{ id: noticeId, label: labelOf(state) }]) },
                to: `/employer/bills/${noticeId}`,
              }),
        }))}
      />
    </>
  )
}
