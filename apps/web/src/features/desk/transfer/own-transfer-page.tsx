import { Link, useParams } from 'react-router'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { formMessages } from './form-messages.ts'
import { messages } from './messages.ts'
import { StepProblems, toAnswer, type StepProblem } from './step-answer.tsx'
import { StateLine, TransferFacts, type Transfer } from './transfer-facts.tsx'
import { MyTransferDocument, WithdrawTransferDocument } from './transfer.generated.ts'
import style from './transfer.module.css'

const withdrawable: readonly Transfer['state'][] = [
  'APPLIED',
  'VOUCHER_ISSUED',
  'ACCEPTED_THERE',
  'HANDED_IN',
  'ACCEPTED',
  'INFORMED',
]

/** One transfer of the signed-in person: how far it is, what is missing, who acts next. */
export function OwnTransferPage() {
  const t = useMessages(formMessages)
  const words = useMessages(messages)
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(MyTransferDocument, { variables: { id }, fetchPolicy: 'cache-and-network' })
  const [withdraw] = useMutation(WithdrawTransferDocument)
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  const { relationTransfer: transfer } = data
  const { number, mark: decidedOn, state, direction, agency } = transfer
  return (
    <>
      <PageHeader
        title={`${words(direction)} · ${agency}`}
        above={<Link to="/me/transfers">{t('back')}</Link>}
        lead={<StateLine transfer={transfer} />}
      />
      <TransferFacts transfer={transfer} />
      {withdrawable.includes(state) ? (
        <div className={style.steps}>
          <StepForm<Record<never, never>, StepProblem>
            key={decidedOn}
            blank={{}}
            verb={t('withdraw')}
            aside
            grave
            ask={() => ({ title: t('withdrawTitle', { number }), text: t('withdrawText') })}
            take={async () =>
              toAnswer((await withdraw({ variables: { id, decidedOn } })).data?.withdrawTransfer, refetch)
            }
            problems={(found) => <StepProblems found={found} />}
            renew={refetch}
          />
        </div>
      ) : null}
    </>
  )
}
