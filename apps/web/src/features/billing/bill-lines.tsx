import { useApolloClient } from '@apollo/client/react'
import type { Explanation } from '@shebao/premium'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { useFormat } from '../../shared/lib/use-format.ts'
import { DerivationTree, OpeningAmount } from '../../shared/ui/derivation-popover.tsx'
import { insuranceWords } from '../../shared/ui/insurance-words.ts'
import { MoneyText } from '../../shared/ui/money-text.tsx'
import { ExplainNoticeLineDocument, type ExplainNoticeLineQuery, type FiveInsurance } from './bill.generated.ts'
import type { Bill } from './bill-page.tsx'
import style from './billing.module.css'
import { messages } from './messages.ts'

const order: readonly FiveInsurance[] = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY']

/** The notice by insurance; each sum opens into the people it is made of. */
export function BillLines({ bill }: { bill: Bill }) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  const format = useFormat()
  const lines = bill.lines.toSorted((a, b) => order.indexOf(a.insurance) - order.indexOf(b.insurance))
  return (
    <>
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
                <MoneyText fen={line.base} />
              </td>
              <td data-label={t('employerShare')}>
                <MoneyText fen={line.employer} />
              </td>
              <td data-label={t('personalShare')}>
                <MoneyText fen={line.personal} />
              </td>
              <td data-label={t('sum')}>
                <LineSum noticeId={bill.id} insurance={line.insurance} fen={line.employer + line.personal} />
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
              <MoneyText fen={bill.employerTotal} />
            </td>
            <td data-label={t('personalShare')}>
              <MoneyText fen={bill.personalTotal} />
            </td>
            <td data-label={t('sum')}>
              <MoneyText fen={bill.employerTotal + bill.personalTotal} size="total" />
            </td>
          </tr>
        </tfoot>
      </table>
      {lines.some(({ insurance }) => insurance === 'MATERNITY') ? null : (
        <p className={style.note}>{t('maternityIncluded')}</p>
      )}
    </>
  )
}

function LineSum({ noticeId, insurance, fen }: { noticeId: string; insurance: FiveInsurance; fen: number }) {
  const client = useApolloClient()
  const load = async () => {
    const { data } = await client.query({ query: ExplainNoticeLineDocument, variables: { noticeId, insurance } })
    return data ? <LineDerivation derivation={data.explainNoticeLine} /> : null
  }
  return <OpeningAmount fen={fen} size="part" load={load} />
}

function LineDerivation({ derivation }: { derivation: ExplainNoticeLineQuery['explainNoticeLine'] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { groups, others, examples } = derivation
  const shares = ({ employer, personal, people }: { employer: number; personal: number; people: number }) => ({
    people,
    employer: format.fen(employer),
    personal: format.fen(personal),
  })
  return (
    <>
      <p>{t('lineGroups')}</p>
      <ul className={style.groups}>
        {groups.map((group) => (
          <li key={`${group.base}-${group.employer}`}>
            {t('groupText', { ...shares(group), base: format.fen(group.base) })}
          </li>
        ))}
        {others.people > 0 ? <li>{t('othersText', shares(others))}</li> : null}
      </ul>
      <p>{t('exampleText')}</p>
      {examples.map((example, index) => (
        <DerivationTree key={index} explanation={example as Explanation} />
      ))}
    </>
  )
}
