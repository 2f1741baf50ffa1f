import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { IssueList } from '../../filing/monthly/index.ts'
import { messages } from './messages.ts'
import type { Rehearsal } from './rehearsal.ts'
import style from './rehearsal.module.css'

/** Every rule that does not hold, by person and field, each with the way to the place that puts it right. */
export function MissingSection({ rehearsal }: { rehearsal: Rehearsal }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { standing, declaration } = rehearsal
  const ahead = rehearsal.month === 'NEXT'
  const period = format.period(declaration?.period ?? rehearsal.period)
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">{t('missing')}</h2>
      {standing === 'NOT_BEGUN' || !declaration ? (
        <NotBegun rehearsal={rehearsal} period={period} />
      ) : standing === 'HANDED_IN' ? (
        <div className={style.part}>
          <Notice tone="done">{t('HANDED_IN', { period })}</Notice>
          {ahead ? (
            <NotBegun rehearsal={rehearsal} period={format.period(rehearsal.period)} />
          ) : (
            <Go to={`/employer/monthly/${declaration.id}`} text={t('open')} />
          )}
        </div>
      ) : standing === 'COMPLETE' ? (
        <>
          <Notice tone="done">
            <p>{t('COMPLETE', { period })}</p>
            <p>{t('completeText', declaration.counts)}</p>
          </Notice>
          <Go to={`/employer/monthly/${declaration.id}/check`} text={t('check')} />
        </>
      ) : (
        <>
          <Notice tone="warning">
            <strong>{t('INCOMPLETE', { period, count: declaration.judgement.errors })}</strong>
            <IssueList
              id={declaration.id}
              issues={declaration.judgement.issues}
              errors={declaration.judgement.errors}
              names={new Map(declaration.changes.edges.map(({ node }) => [node.rowNo, node.name ?? '']))}
            />
          </Notice>
          <Go to={`/employer/monthly/${declaration.id}`} text={t('open')} />
        </>
      )}
      {ahead && declaration && standing === 'COMPLETE' ? (
        <p className={style.soft}>{t('openDraft', { period })}</p>
      ) : null}
      {declaration && standing !== 'HANDED_IN' ? <Duties judgement={declaration.judgement} /> : null}
    </section>
  )
}

function NotBegun({ rehearsal: { monthlySelf, fileBy }, period }: { rehearsal: Rehearsal; period: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  const date = format.date(fileBy)
  return (
    <div className={style.part}>
      <Notice tone={monthlySelf ? 'warning' : 'info'}>
        <p>{t('NOT_BEGUN', { period })}</p>
        <p>{monthlySelf ? t('notBegunSelf', { date }) : t('notBegunCarry', { date })}</p>
      </Notice>
      <Go to="/employer/monthly" text={t('start', { period })} />
    </div>
  )
}

function Go({ to, text }: { to: string; text: string }) {
  return (
    <p className={style.go}>
      <Button component={Link} to={to} variant="default">
        {text}
      </Button>
    </p>
  )
}

function Duties({
  judgement: { lateRegistrations, duties },
}: {
  judgement: NonNullable<Rehearsal['declaration']>['judgement']
}) {
  const t = useMessages(messages)
  const format = useFormat()
  if (lateRegistrations === 0 && duties.length === 0) return null
  return (
    <ul className={style.list}>
      {lateRegistrations > 0 ? <li>{t('lateRegistration', { count: lateRegistrations })}</li> : null}
      {duties.map(({ dueOn, people }) => (
        <li key={dueOn}>{t('duty', { date: format.date(dueOn), people })}</li>
      ))}
    </ul>
  )
}
