import { WORDS } from '@shebao/premium'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import type { InsuranceRow } from './calculate.ts'
import sheet from './calculator.module.css'
import style from './share-bars.module.css'
import { messages } from './messages.ts'

/** A bar for each share, to one scale. Told apart by pattern and figure, not by colour; the table under it says the same. */
export function ShareBars({ rows }: { rows: readonly InsuranceRow[] }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const largest = Math.max(
    1,
    ...rows.flatMap(({ employer, personal }) => [employer?.amount ?? 0, personal?.amount ?? 0]),
  )
  return (
    <figure className={style.chart}>
      <figcaption>
        <h3>{t('chart')}</h3>
        <p className={sheet.soft}>{t('chartText')}</p>
        <ul className={style.legend} aria-hidden="true">
          <li data-side="employer">{t('employer')}</li>
          <li data-side="personal">{t('personal')}</li>
        </ul>
      </figcaption>
      <div aria-hidden="true">
        {rows.map(({ insurance, employer, personal }) => (
          <div key={insurance} className={style.bars}>
            <span className={style.barName}>{WORDS[language].insurances[insurance]}</span>
            <Bar side="employer" amount={employer?.amount ?? 0} largest={largest} />
            <Bar side="personal" amount={personal?.amount ?? 0} largest={largest} />
          </div>
        ))}
      </div>
    </figure>
  )
}

function Bar({ side, amount, largest }: { side: 'employer' | 'personal'; amount: number; largest: number }) {
  const t = useMessages(messages)
  return (
    <span className={style.bar}>
      <span className={style.track}>
        <span data-side={side} style={{ width: `${(100 * amount) / largest}%` }} />
      </span>
      <span className={style.barAmount}>{amount === 0 ? t('nothing') : <MoneyText fen={amount} />}</span>
    </span>
  )
}
