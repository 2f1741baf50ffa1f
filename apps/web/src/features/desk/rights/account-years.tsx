import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useDerivation } from '../../../shared/lib/use-derivation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { messages } from './messages.ts'
import style from './rights-page.module.css'
import type { MyRightsQuery } from './rights.generated.ts'

type Year = MyRightsQuery['me']['rights']['account'][number]

/** The account, year by year, newest first: opening + principal + interest = closing, each with where it comes from. */
export function AccountYears({ years, running }: { years: readonly Year[]; running: number }) {
  const t = useMessages(messages)
  if (years.length === 0) return <p>{t('noAccount')}</p>
  const missing = years.some(({ year, isFinal }) => year < running && !isFinal)
  return (
    <>
      {missing ? <p>{t('provisional')}</p> : null}
      <ul className={style.list}>
        {years.map((each) => (
          <AccountYear key={each.year} account={each} runs={each.year === running} />
        ))}
      </ul>
    </>
  )
}

function AccountYear({ account, runs }: { account: Year; runs: boolean }) {
  const t = useMessages(messages)
  const format = useFormat()
  const derive = useDerivation()
  const { year, opening, principal, interest, ratePpm, closing } = account
  const amount = (fen: number, figure: 'PRINCIPAL' | 'INTEREST' | 'CLOSING') => (
    <DerivationPopover fen={fen} sign explanation={derive({ pensionAccount: { year, figure } }, 'ANEW')} />
  )
  return (
    <li>
      <div className={style.head}>
        <h3>{t('yearHead', { year: String(year) })}</h3>
        {ratePpm === null ? null : <span className={style.soft}>{t('rate', { rate: format.ppm(ratePpm) })}</span>}
      </div>
      <dl className={style.figures}>
        <div>
          <dt>{t('opening')}</dt>
          <dd>
            <MoneyText fen={opening} sign />
          </dd>
        </div>
        <div>
          <dt>{t('principal')}</dt>
          <dd>{amount(principal, 'PRINCIPAL')}</dd>
        </div>
        <div>
          <dt>{t('interest')}</dt>
          <dd>{interest === null ? t('interestLater') : amount(interest, 'INTEREST')}</dd>
        </div>
        <div>
          <dt>{t(runs ? 'closingNow' : 'closing')}</dt>
          <dd>{amount(closing, 'CLOSING')}</dd>
        </div>
      </dl>
    </li>
  )
}
