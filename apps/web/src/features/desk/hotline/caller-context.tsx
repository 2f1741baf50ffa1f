import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { CardState } from '../../register/card/index.ts'
import { questionWords } from '../question/index.ts'
import { callerMessages } from './caller-messages.ts'
import type { HotlineCallerQuery } from './hotline.generated.ts'
import style from './hotline.module.css'
import { messages } from './messages.ts'
import { outcomeMessages } from './outcome-messages.ts'

type Caller = HotlineCallerQuery['hotlineCaller']

/** What the office knows of the caller, masked, in the words the agent says. */
export function CallerContext({ caller }: { caller: Caller }) {
  const t = useMessages(callerMessages)
  const { nameMasked, idMasked, wrongKeys } = caller
  return (
    <aside className={style.context} aria-labelledby="caller">
      <header>
        <h3 id="caller">{t('caller', { name: nameMasked })}</h3>
        <p>
          {idMasked}
          {wrongKeys > 0 ? ` · ${t('wrongKeys', { times: wrongKeys })}` : ''}
        </p>
        <p className={style.hint}>{t('noted')}</p>
      </header>
      <Cards cards={caller.cards} />
      <Months months={caller.months} />
      <Open caller={caller} />
      <Unread unread={caller.unread} />
      <EarlierCalls calls={caller.earlierCalls} />
    </aside>
  )
}

function Part({ title, none, children }: { title: string; none: string; children: readonly ReactNode[] }) {
  return (
    <section>
      <h4>{title}</h4>
      {children.length === 0 ? <p className={style.hint}>{none}</p> : <ul>{children}</ul>}
    </section>
  )
}

function Cards({ cards }: Pick<Caller, 'cards'>) {
  const t = useMessages(callerMessages)
  const format = useFormat()
  return (
    <Part title={t('cards')} none={t('noCards')}>
      {cards.map(({ id, numberMasked, kind, status, lostUntil }) => (
        <li key={id}>
          {numberMasked} <CardState status={status} />
          {kind === 'TEMPORARY' ? ` · ${t('temporary')}` : ''}
          {lostUntil ? ` · ${t('lostUntil', { time: format.instant(lostUntil) })}` : ''}
        </li>
      ))}
    </Part>
  )
}

/** As one says it: the month, by whom, and whether it was paid. */
function Months({ months }: Pick<Caller, 'months'>) {
  const t = useMessages(callerMessages)
  const statuses = useMessages(insuranceWords)
  const format = useFormat()
  return (
    <Part title={t('months')} none={t('noMonths')}>
      {months.map(({ id, period, status, employerName, personalTotal }) => (
        <li key={id}>
          {t('monthSaid', {
            month: format.period(period),
            employer: employerName,
            status: statuses(status),
            amount: format.yuan(personalTotal),
          })}
        </li>
      ))}
    </Part>
  )
}

function Open({ caller: { questions, transfers } }: { caller: Caller }) {
  // Who sits at the hotline alone has no desk of questions.
  const mayOpen = useViewer().roles.some((role) => role !== 'HOTLINE_AGENT')
  const t = useMessages(callerMessages)
  const words = useMessages(questionWords)
  const format = useFormat()
  return (
    <>
      <Part title={t('open')} none={t('nothingOpen')}>
        {[
          ...questions.map(({ id, number, kind, topic, dueOn, overdue }) => (
            <li key={id}>
              {mayOpen ? <Link to={`/staff/questions/${id}`}>{number}</Link> : number} {words(kind)} · {words(topic)} ·{' '}
              {t(overdue ? 'overdueSince' : 'dueBy', { date: format.date(dueOn) })}
            </li>
          )),
          ...transfers.map(({ id, number, direction, agency, dueOn }) => (
            <li key={id}>
              {number} {t(`transfer${direction}`)} · {agency}
              {dueOn ? ` · ${t('dueBy', { date: format.date(dueOn) })}` : ''}
            </li>
          )),
        ]}
      </Part>
      <p className={style.hint}>{t('reports')}</p>
    </>
  )
}

function Unread({ unread }: Pick<Caller, 'unread'>) {
  const t = useMessages(callerMessages)
  const chinese = useLanguage().language === 'zh-CN'
  const format = useFormat()
  return (
    <Part title={t('unread')} none={t('nothingUnread')}>
      {unread.map(({ id, at, titleZh, titleEn }) => (
        <li key={id}>
          {format.instant(at)} {chinese ? titleZh : titleEn}
        </li>
      ))}
    </Part>
  )
}

function EarlierCalls({ calls }: { calls: Caller['earlierCalls'] }) {
  const t = useMessages(callerMessages)
  const wishes = useMessages(messages)
  const outcomes = useMessages(outcomeMessages)
  const format = useFormat()
  return (
    <Part title={t('earlierCalls')} none={t('noEarlierCalls')}>
      {calls.map(({ id, endedAt, wish, outcome, note }) => (
        <li key={id}>
          {endedAt ? format.instant(endedAt) : ''} {wishes(wish ?? 'AGENT')} · {outcome ? outcomes(outcome) : ''}
          {note ? <span className={style.note}>{note}</span> : null}
        </li>
      ))}
    </Part>
  )
}
