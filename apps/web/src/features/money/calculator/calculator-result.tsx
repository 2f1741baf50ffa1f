import { WORDS } from '@shebao/premium'
import type { ReactNode } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { DerivationTree } from '../../../shared/ui/derivation-tree.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { limitNotes, weakParameters, type Calculation } from './calculate.ts'
import sheet from './calculator.module.css'
import style from './calculator-result.module.css'
import { CopyLink } from './copy-link.tsx'
import { messages } from './messages.ts'
import { ShareBars } from './share-bars.tsx'
import { ShareTable } from './share-table.tsx'

interface CalculatorResultProps {
  calculation: Calculation
  place: string
  sample: boolean
}

export function CalculatorResult({ calculation, place, sample }: CalculatorResultProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { policy, wage, personal, employer, total, takeHome, explained } = calculation
  const merged = policy.maternityMode === 'MERGED'
  return (
    <>
      <p className={style.asked}>
        {t('asked', {
          place,
          period: format.period(policy.period),
          wage: format.fen(wage),
          class: String(policy.injuryClass),
        })}
      </p>
      <dl className={style.figures}>
        <Figure name={t('employer')}>
          <DerivationPopover fen={employer} explanation={explained.employer} size="total" />
        </Figure>
        <Figure name={t('personal')}>
          <DerivationPopover fen={personal} explanation={explained.personal} size="total" />
        </Figure>
        <Figure name={t('total')}>
          <DerivationPopover fen={total} explanation={explained.total} size="figure" />
        </Figure>
        <div className={style.takeHome}>
          <dt>{t('takeHome')}</dt>
          <dd>
            <MoneyText fen={takeHome} size="figure" />
          </dd>
          <dd className={sheet.soft}>
            {t('takeHomeText', { wage: format.fen(wage), personal: format.fen(personal) })}
          </dd>
        </div>
      </dl>
      <Warnings calculation={calculation} sample={sample} />
      <ShareBars rows={calculation.rows} />
      <ShareTable calculation={calculation} />
      {merged ? <p className={sheet.soft}>{t('maternityIncluded')}</p> : null}
      <details className={style.whole}>
        <summary>{t('whole')}</summary>
        <DerivationTree explanation={explained.total} />
      </details>
      <p className={sheet.soft}>{t('estimate')}</p>
      <CopyLink />
    </>
  )
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** More than this is a paragraph that nobody reads. */
const mostNamed = 4

/** What the reader should know before trusting the figures. Nothing of it blocks. */
function Warnings({ calculation, sample }: { calculation: Calculation; sample: boolean }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { insurances, parameters, listSeparator } = WORDS[language]
  const { policy, takeHome } = calculation
  const weak = new Set(
    weakParameters(policy).map(({ name, insurance }) =>
      `${insurance === 'ALL' ? '' : insurances[insurance]} ${parameters[name]}`.trim(),
    ),
  )
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return (
    <div className={style.warnings}>
      {policy.carriedOver ? (
        <Notice tone="warning">{t('carriedOver', { period: format.period(policy.period) })}</Notice>
      ) : null}
      {sample ? (
        <Notice tone="warning">{t('sample')}</Notice>
      ) : weak.size > mostNamed ? (
        <Notice tone="warning">{t('unverifiedMany', { count: weak.size })}</Notice>
      ) : weak.size > 0 ? (
        <Notice tone="warning">{t('unverified', { names: [...weak].join(listSeparator) })}</Notice>
      ) : null}
      {limitNotes(calculation).map(({ kind, base, insurances: limited }) => (
        <Notice key={`${kind} ${base}`} tone="info">
          {t(kind, { base: format.fen(base), insurances: list.format(limited.map((one) => insurances[one])) })}
        </Notice>
      ))}
      {takeHome < 0 ? <Notice tone="warning">{t('takeHomeBelow')}</Notice> : null}
    </div>
  )
}
