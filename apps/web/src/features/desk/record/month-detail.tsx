import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useClient, useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { DerivationDocument } from '../../../shared/lib/derivation.generated.ts'
import { useDeriveMonth } from '../../money/notice/index.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover, derivationTree, OpeningAmount } from '../../../shared/ui/derivation-popover.tsx'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import sheet from './record.module.css'
import style from './month-detail.module.css'
import { messages } from './record-messages.ts'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { Gap } from './gaps.tsx'
import { MonthDetailFragmentDoc, MyMonthDocument } from './month-detail.generated.ts'
import type { MonthDetailFragment } from './month-detail.generated.ts'
import { insurancesOf } from './month-insurances.ts'
import type { RecordGap, RecordTransfer } from './record-months.ts'
import { WhenUnpaid, type Office } from './when-unpaid.tsx'
import { MonthStatus } from './month-status.tsx'

/** One month in full: who paid, on what base, how much, and why; where it is a gap, why and what that does. */
export function MonthDetail({
  period,
  assessed,
  gaps,
  transfers,
  office,
  onClose,
}: {
  period: string
  /** Whether there are amounts to ask for. */
  assessed: boolean
  gaps: readonly RecordGap[]
  transfers: readonly RecordTransfer[]
  office: Office
  onClose: () => void
}) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <Dialog title={format.period(period)} onClose={onClose}>
      {assessed ? <Premiums period={period} office={office} /> : null}
      {transfers.map(({ transferId, outgoing, agency }) => (
        <p key={transferId}>{t(outgoing ? 'movedAwayText' : 'movedInText', { agency })}</p>
      ))}
      {!assessed && gaps.length === 0 && transfers.length === 0 ? <p>{t('pendingText')}</p> : null}
      {gaps.map((gap) => (
        <section key={gap.insurances.join()} className={style.detail}>
          <Gap gap={gap} />
        </section>
      ))}
      <p className={style.ask}>
        <Link to={`/me/ask?month=${period}`}>{t('askAboutMonth')}</Link>
      </p>
      <Button variant="default" onClick={onClose}>
        {t('close')}
      </Button>
    </Dialog>
  )
}

function Premiums({ period, office }: { period: string; office: Office }) {
  const t = useMessages(messages)
  const { data, error, refetch } = useQuery(MyMonthDocument, { variables: { period } })
  if (error && !data)
    return (
      <Notice tone="refused">
        {t('monthFailed')}{' '}
        <Button variant="default" size="compact-md" onClick={() => void refetch()}>
          {t('again')}
        </Button>
      </Notice>
    )
  if (!data) return <Skeleton lines={6} />
  return data.me.payments.edges.map(({ node }) => <OneEmployer key={node.id} month={node} office={office} />)
}

function OneEmployer({ office, ...props }: { month: FragmentType<MonthDetailFragment>; office: Office }) {
  const month = useOwnFields(MonthDetailFragmentDoc, props.month)
  const t = useMessages(messages)
  const format = useFormat()
  const derive = useDeriveMonth()
  return (
    <section className={style.detail}>
      <dl className={style.facts}>
        <dt>{t('unit')}</dt>
        <dd>
          {month.employerName}
          {month.kind === 'NORMAL' ? '' : ` · ${t(`kind${month.kind}`)}`}
        </dd>
        <dt>{t('status')}</dt>
        <dd>
          <MonthStatus status={month.status} />
        </dd>
        <dt>{t('postedOn')}</dt>
        <dd>{month.postedOn ? format.date(month.postedOn) : '–'}</dd>
        <dt>{t('averageWage')}</dt>
        <dd>
          <DerivationPopover fen={month.averageWage} sign explanation={derive(month.id, { label: 'AVERAGE_WAGE' })} />
        </dd>
      </dl>
      {month.status === 'UNPAID' ? <WhenUnpaid office={office} /> : null}
      <AmountTable month={month} />
      <p className={sheet.soft}>{t(month.kind === 'REFUND' ? 'whyRefund' : 'why')}</p>
    </section>
  )
}

function AmountTable({ month }: { month: MonthDetailFragment }) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  const derive = useDeriveMonth()
  return (
    <table className={style.amounts}>
      <thead>
        <tr>
          <th scope="col">{t('insurance')}</th>
          <th scope="col">{t('base')}</th>
          <th scope="col">{t('personal')}</th>
          <th scope="col">{t('employer')}</th>
        </tr>
      </thead>
      <tbody>
        {insurancesOf(month).map(({ insurance, base, employer, personal, included }) => (
          <tr key={insurance}>
            <th scope="row">{words(insurance)}</th>
            {base === 0 ? (
              <td colSpan={3} className={sheet.soft}>
                {included ? t('included') : t('notInsured')}
              </td>
            ) : (
              <>
                <td>
                  <DerivationPopover fen={base} explanation={derive(month.id, { label: 'BASE', insurance })} />
                </td>
                <td>
                  <Share month={month} insurance={insurance} side="PERSONAL" fen={personal} />
                </td>
                <td>
                  <Share month={month} insurance={insurance} side="EMPLOYER" fen={employer} />
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total')}</th>
          <td>
            {month.kind === 'REFUND' ? (
              <MoneyText fen={month.personalTotal + month.employerTotal} size="total" />
            ) : (
              <Total month={month} />
            )}
          </td>
          <td>
            <DerivationPopover fen={month.personalTotal} explanation={derive(month.id, { label: 'PERSONAL_SHARE' })} />
          </td>
          <td>
            <DerivationPopover fen={month.employerTotal} explanation={derive(month.id, { label: 'EMPLOYER_SHARE' })} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function Share({
  month,
  insurance,
  side,
  fen,
}: {
  month: MonthDetailFragment
  insurance: string
  side: 'EMPLOYER' | 'PERSONAL'
  fen: number
}) {
  const derive = useDeriveMonth()
  // Nothing to derive where the law has this side pay nothing (SIL 33, 53).
  if (fen === 0) return <MoneyText fen={0} />
  return <DerivationPopover fen={fen} explanation={derive(month.id, { label: 'PREMIUM_LINE', insurance, side })} />
}

function Total({ month }: { month: MonthDetailFragment }) {
  const t = useMessages(messages)
  const client = useClient()
  const load = async () => {
    const { data } = await client.query({ query: DerivationDocument, variables: { subject: { month: month.id } } })
    if (!data?.derivation) return null
    return (
      <>
        {data.derivation.agrees ? null : <Notice tone="warning">{t('differs')}</Notice>}
        {await derivationTree(data.derivation.explanation)}
      </>
    )
  }
  return <OpeningAmount fen={month.personalTotal + month.employerTotal} size="total" load={load} />
}
