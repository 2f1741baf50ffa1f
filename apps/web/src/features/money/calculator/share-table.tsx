import { formatPercent, WORDS } from '@shebao/premium'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import type { Calculation, Share } from './calculate.ts'
import sheet from './calculator.module.css'
import style from './share-table.module.css'
import { messages } from './messages.ts'

/** Every line with its base, rate and amount; each amount opens into its derivation. */
export function ShareTable({ calculation }: { calculation: Calculation }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const { rows, employer, personal, total, explained } = calculation
  return (
    <div>
      <h3 id="details">{t('table')}</h3>
      <p className={sheet.soft}>{t('press')}</p>
      <table className={style.table} aria-labelledby="details">
        <thead>
          <tr>
            <th scope="col">{t('insurance')}</th>
            <th scope="col">{t('base')}</th>
            <th scope="col">{t('employer')}</th>
            <th scope="col">{t('personal')}</th>
            <th scope="col">{t('total')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.insurance}>
              <th scope="row">{WORDS[language].insurances[row.insurance]}</th>
              <td data-label={t('base')}>
                <DerivationPopover fen={row.base} explanation={row.explained.base} />
              </td>
              <td data-label={t('employer')}>
                <ShareCell share={row.employer} />
              </td>
              <td data-label={t('personal')}>
                <ShareCell share={row.personal} />
              </td>
              <td data-label={t('total')}>
                <DerivationPopover fen={row.sum} explanation={row.explained.sum} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            <td className={style.blank}>–</td>
            <td data-label={t('employer')}>
              <DerivationPopover fen={employer} explanation={explained.employer} />
            </td>
            <td data-label={t('personal')}>
              <DerivationPopover fen={personal} explanation={explained.personal} />
            </td>
            <td data-label={t('total')}>
              <DerivationPopover fen={total} explanation={explained.total} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function ShareCell({ share }: { share: Share | undefined }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (share === undefined) return <span className={sheet.soft}>{t('nothing')}</span>
  const rate = formatPercent(share.ratePpm)
  return (
    <span className={style.share}>
      <DerivationPopover fen={share.amount} explanation={share.explanation} />
      <span className={sheet.soft}>
        {share.fixed === 0 ? rate : t('fixedPlus', { rate, fixed: format.fen(share.fixed) })}
      </span>
    </span>
  )
}
