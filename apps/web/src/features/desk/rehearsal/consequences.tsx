import { amountOf } from '@shebao/premium'
import type { Delay } from '@shebao/premium'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { messages } from './messages.ts'
import type { Rehearsal } from './rehearsal.ts'
import style from './rehearsal.module.css'

interface ConsequencesProps {
  consequences: Rehearsal['consequences']
  /** Of the debt, where there is one. */
  fine: Delay['fine'] | undefined
}

/** What the law attaches to being late, in the order in which it comes. */
export function Consequences({ consequences, fine }: ConsequencesProps) {
  const t = useMessages(messages)
  const format = useFormat()
  if (consequences.length === 0) return null
  const named = (article: string) => {
    const [law, number = ''] = article.split(' ')
    return t(law === 'R259' ? 'R259' : 'SIL', { article: number })
  }
  return (
    <div>
      <h3>{t('law')}</h3>
      <PlainTable caption={t('law')} columns={[t('what'), t('basis'), t('when')]}>
        {consequences.map(({ code, articles, from }) => (
          <tr key={code}>
            <th scope="row" className={style.consequence}>
              {t(`${code}_law`)}
              {code === 'FINE' && fine ? (
                <span className="sub">
                  {t('fineRange')} <DerivationPopover fen={amountOf(fine[0])} sign explanation={fine[0]} /> {t('to')}{' '}
                  <DerivationPopover fen={amountOf(fine[1])} sign explanation={fine[1]} />
                </span>
              ) : null}
            </th>
            <td data-label={t('basis')}>
              {articles.map((article) => (
                <span key={article} className={style.article}>
                  {named(article)}
                </span>
              ))}
            </td>
            <td data-label={t('when')}>{from === null ? t('ordered') : format.date(from)}</td>
          </tr>
        ))}
      </PlainTable>
    </div>
  )
}
