import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { MonthlyAskingDocument } from './confirmations.generated.ts'
import { messages } from './messages.ts'
import style from './confirmations.module.css'

/** On the page of a month: how far the employees’ confirming has come, and the way there. Nothing where nobody has anything to confirm. */
export function MonthAsking({ declarationId }: { declarationId: string }) {
  const t = useMessages(messages)
  const { data } = useQuery(MonthlyAskingDocument, {
    variables: { id: declarationId },
    fetchPolicy: 'cache-and-network',
  })
  const counts = data?.monthlyDeclaration.confirmationCounts
  if (!counts) return null
  const { notAsked, confirmed, disagreed, waiting, changed, expired, unreached } = counts
  const asked = confirmed + disagreed + waiting + changed + expired + unreached
  if (asked + notAsked === 0) return null
  return (
    <section className={style.asking} aria-labelledby="month-asking">
      <div>
        <h2 id="month-asking">{t('monthTitle')}</h2>
        <p>{asked === 0 ? t('monthNone') : t('monthState', { confirmed, people: asked + notAsked })}</p>
        {disagreed > 0 ? <strong className={style.toSettle}>{t('monthDisagreed', { count: disagreed })}</strong> : null}
      </div>
      <Button component={Link} to={`/employer/monthly/${declarationId}/confirmations`} variant="default">
        {t('toMonth')}
      </Button>
    </section>
  )
}
