import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import { MonthlyDutiesDocument, ReportUnemployedListDocument } from './monthly.generated.ts'
import style from './monthly.module.css'

/** Lists of unemployed people that are still to be reported; nothing where there is none. */
export function UnemployedDuties({ today }: { today: string | undefined }) {
  const t = useMessages(messages)
  const format = useFormat()
  const [failed, setFailed] = useState(false)
  const { data } = useQuery(MonthlyDutiesDocument, { fetchPolicy: 'cache-and-network' })
  const [report, { loading }] = useMutation(ReportUnemployedListDocument, { refetchQueries: [MonthlyDutiesDocument] })
  const duties = data?.unemployedListDuties.filter(({ reportedOn }) => reportedOn === null) ?? []
  if (duties.length === 0) return null
  const say = (id: string) => {
    setFailed(false)
    report({ variables: { id } }).catch(() => setFailed(true))
  }
  return (
    <section aria-labelledby="duties">
      <h2 id="duties">{t('duties')}</h2>
      <p className={style.soft}>{t('dutiesText')}</p>
      {failed ? <Notice tone="refused">{t('failed')}</Notice> : null}
      <ul className={style.duties}>
        {duties.map(({ id, declarationId, dueOn, people }) => {
          const late = today !== undefined && dueOn < today
          return (
            <li key={id} data-late={late}>
              <span>{t(late ? 'dutyLate' : 'dutyDue', { people, date: format.date(dueOn) })}</span>
              <Link to={`/employer/monthly/${declarationId}`}>{t('seeDeclaration')}</Link>
              <Button size="compact-sm" variant="default" loading={loading} onClick={() => say(id)}>
                {t('reported')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
