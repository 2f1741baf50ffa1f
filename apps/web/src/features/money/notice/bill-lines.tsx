import type { PartSelector } from '@shebao/premium'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import type { LoadDerivation } from '../../../shared/lib/use-derivation.ts'
import { useDeriveNotice } from './use-derive-notice.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import type { FiveInsurance } from './bill-lines.generated.ts'
import { BillLinesFragmentDoc } from './bill-lines.generated.ts'
import type { BillLinesFragment } from './bill-lines.generated.ts'
import sheet from './notice.module.css'
import style from './bill-lines.module.css'
import { messages } from './messages.ts'

const order: readonly FiveInsurance[] = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY']

/** The notice by insurance; each sum opens into the people it is made of. */
export function BillLines({ bill: ref }: { bill: FragmentType<BillLinesFragment> }) {
  const bill = useOwnFields(BillLinesFragmentDoc, ref)
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  const format = useFormat()
  const deriveNotice = useDeriveNotice()
  const derive = (part: PartSelector) => deriveNotice(bill.id, part)
  const lines = bill.lines.toSorted((a, b) => order.indexOf(a.insurance) - order.indexOf(b.insurance))
  return (
    <>
      {bill.leavers > 0 ? <p className="quiet">{t('leavers', { count: bill.leavers })}</p> : null}
      <table className={style.lines}>
        <thead>
          <tr>
            <th scope="col">{t('insurance')}</th>
            <th scope="col">{t('people')}</th>
            <th scope="col">{t('base')}</th>
            <th scope="col">{t('employerShare')}</th>
            <th scope="col">{t('personalShare')}</th>
            <th scope="col">{t('sum')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.insurance}>
              <th scope="row">{words(line.insurance)}</th>
              <td data-label={t('people')}>{format.count(line.people)}</td>
              <td data-label={t('base')}>
                {bill.kind !== 'NORMAL' && bill.kind !== 'BACK_PAYMENT' ? (
                  <MoneyText fen={line.base} />
                ) : (
                  <DerivationPopover
                    fen={line.base}
                    explanation={derive({ label: 'BASE_SUM', insurance: line.insurance })}
                  />
                )}
              </td>
              <td data-label={t('employerShare')}>
                <Share
                  fen={line.employer}
                  explanation={derive({ label: 'NOTICE_SHARE', insurance: line.insurance, side: 'EMPLOYER' })}
                />
              </td>
              <td data-label={t('personalShare')}>
                <Share
                  fen={line.personal}
                  explanation={derive({ label: 'NOTICE_SHARE', insurance: line.insurance, side: 'PERSONAL' })}
                />
              </td>
              <td data-label={t('sum')}>
                <DerivationPopover
                  fen={line.employer + line.personal}
                  explanation={derive({ label: 'NOTICE_LINE', insurance: line.insurance })}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('all')}</th>
            <td data-label={t('people')}>{format.count(bill.people)}</td>
            <td className={style.nothing}>–</td>
            <td data-label={t('employerShare')}>
              <DerivationPopover fen={bill.employerTotal} explanation={derive({ label: 'EMPLOYER_SHARE' })} />
            </td>
            <td data-label={t('personalShare')}>
              <DerivationPopover fen={bill.personalTotal} explanation={derive({ label: 'PERSONAL_SHARE' })} />
            </td>
            <td data-label={t('sum')}>
              <DerivationPopover
                fen={bill.employerTotal + bill.personalTotal}
                size="total"
                explanation={derive({ label: 'TOTAL' })}
              />
            </td>
          </tr>
        </tfoot>
      </table>
      {lines.some(({ insurance }) => insurance === 'MATERNITY') ? null : (
        <p className={sheet.note}>{t('maternityIncluded')}</p>
      )}
    </>
  )
}

/** Where the law has a side pay nothing there is nothing to derive (SIL 33, 53). */
function Share({ fen, explanation }: { fen: number; explanation: LoadDerivation }) {
  return fen === 0 ? <MoneyText fen={0} /> : <DerivationPopover fen={fen} explanation={explanation} />
}
