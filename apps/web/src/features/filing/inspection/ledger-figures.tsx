import { Button } from '@mantine/core'
import { IconBook2 } from '@tabler/icons-react'
import { insuranceName, paidDiffers, readAnswer } from '@shebao/declaration-rules'
import type { Issue, UnitDraft } from '@shebao/declaration-rules'
import { FIVE_INSURANCES, isFen, sumFen } from '@shebao/kernel'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import style from './ledger-figures.module.css'
import { messages } from './rare-messages.ts'

/** What the ledger holds and the form says otherwise, by the path of the answer: taken over with one press. */
export function ledgerFiguresToUse(draft: UnitDraft, issues: readonly Issue[]): Record<string, number> {
  const paid = FIVE_INSURANCES.flatMap((insurance) => {
    const held = draft.paidLastYearByLedger?.[insurance]
    const stated = draft.paidLastYear?.[insurance]
    return held !== undefined && stated !== held ? [[`paidLastYear.${insurance}`, held] as const] : []
  })
  const owed = issues.flatMap(({ ruleId, field, params }) =>
    ruleId === 'unit.arrears.ledger' && isFen(params['ledgerFen']) ? [[field, params['ledgerFen']] as const] : [],
  )
  return Object.fromEntries([...paid, ...owed])
}

interface LedgerFiguresProps {
  draft: UnitDraft
  issues: readonly Issue[]
  onUse: (answers: Record<string, number>) => void
}

/** Last year's payments as the ledger holds them, beside the form's; a difference is shown with both figures. */
export function LedgerFigures({ draft, issues, onUse }: LedgerFiguresProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const held = draft.paidLastYearByLedger
  if (!held) return null
  const answers = ledgerFiguresToUse(draft, issues)
  const amount = (path: string) => {
    const value = readAnswer(draft, path)
    return isFen(value) ? format.fen(value) : '—'
  }
  const total = (values: UnitDraft['paidLastYear']) =>
    format.fen(sumFen(FIVE_INSURANCES.flatMap((insurance) => values?.[insurance] ?? [])))
  return (
    <section className={style.ledger} aria-label={t('ledgerTitle')}>
      <PlainTable
        columns={[t('insurance'), { end: t('ledgerHolds') }, { end: t('formSays') }]}
        foot={
          <tr>
            <th scope="row">{t('total')}</th>
            <td data-label={t('ledgerHolds')} data-align="end">
              {total(held)}
            </td>
            <td data-label={t('formSays')} data-align="end">
              {total(draft.paidLastYear)}
            </td>
          </tr>
        }
      >
        {FIVE_INSURANCES.map((insurance) => (
          <tr key={insurance} data-differs={paidDiffers(draft, insurance)}>
            <th scope="row">
              {insuranceName(insurance, language)}{' '}
              {paidDiffers(draft, insurance) ? <StatusBadge tone="warning">{t('ledgerDiffers')}</StatusBadge> : null}
            </th>
            <td data-label={t('ledgerHolds')} data-align="end">
              {amount(`paidLastYearByLedger.${insurance}`)}
            </td>
            <td data-label={t('formSays')} data-align="end">
              {amount(`paidLastYear.${insurance}`)}
            </td>
          </tr>
        ))}
      </PlainTable>
      {Object.keys(answers).length > 0 ? (
        <div className={style.offer}>
          <p>{t('useLedgerText')}</p>
          <Button variant="default" leftSection={<IconBook2 size={18} aria-hidden />} onClick={() => onUse(answers)}>
            {t('useLedger')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
