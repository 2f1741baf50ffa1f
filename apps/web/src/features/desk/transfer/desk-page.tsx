import { Button, NativeSelect } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { IntegerField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { caseworkers, holdsAny } from '../../../shared/lib/staff-role.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { deskMessages } from './desk-messages.ts'
import { formMessages } from './form-messages.ts'
import { messages } from './messages.ts'
import { TransferState } from './state-badge.tsx'
import { DeskTransfersDocument, SetTransferStepDaysDocument, type DeskTransfersQuery } from './transfer.generated.ts'
import style from './transfer.module.css'

type Line = DeskTransfersQuery['relationTransfers']['edges'][number]['node']
const states = [
  'APPLIED',
  'VOUCHER_ISSUED',
  'ACCEPTED_THERE',
  'FUNDS_SENT',
  'MOVED',
  'HANDED_IN',
  'ACCEPTED',
  'INFORMED',
  'FUNDS_RECEIVED',
  'COUNTED',
  'CLOSED',
  'REFUSED',
  'WITHDRAWN',
] as const

/** Transfers that are not over, oldest first, or those in one state; and the two ways to begin one at the window. */
export function DeskPage() {
  const t = useMessages(deskMessages)
  const form = useMessages(formMessages)
  const words = useMessages(messages)
  const { roles } = useViewer()
  const [parameters, setParameters] = useSearchParams()
  const state = states.find((one) => one === parameters.get('show')) ?? null
  const { data, error, fetchMore } = useQuery(DeskTransfersDocument, {
    variables: { state },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  const lines = data?.relationTransfers.edges.map(({ node }) => node)
  return (
    <>
      <PageHeader title={form('title')} lead={t('lead')} />
      {holdsAny(roles, caseworkers) ? (
        <div className={style.ways}>
          <Button component={Link} to="/staff/transfers/in" variant="default">
            {form('inTitle')}
          </Button>
          <Button component={Link} to="/staff/transfers/out" variant="default">
            {form('outTitle')}
          </Button>
        </div>
      ) : null}
      <NativeSelect
        label={t('show')}
        value={state ?? ''}
        onChange={({ currentTarget: { value } }) => setParameters(value === '' ? {} : { show: value })}
        data={[{ value: '', label: t('open') }, ...states.map((value) => ({ value, label: words(`state${value}`) }))]}
        maw={320}
        mb="md"
      />
      {!lines ? <Skeleton lines={6} /> : null}
      {lines?.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : null}
      {data && lines && lines.length > 0 ? (
        <>
          <PlainTable
            caption={form('title')}
            columns={[words('number'), words('direction'), t('person'), words('agency'), words('dueOn'), t('state')]}
          >
            {lines.map((line) => (
              <LineRow key={line.id} line={line} />
            ))}
          </PlainTable>
          <ShowMore page={data.relationTransfers.pageInfo} fetchMore={fetchMore}>
            {t('more')}
          </ShowMore>
        </>
      ) : null}
      {data ? <StepDays key={data.relationTransferStepDays} days={data.relationTransferStepDays} /> : null}
    </>
  )
}

function LineRow({ line }: { line: Line }) {
  const t = useMessages(deskMessages)
  const words = useMessages(messages)
  const format = useFormat()
  return (
    <tr>
      <th scope="row">
        <Link to={`/staff/transfers/${line.id}`}>{line.number}</Link>
      </th>
      <td data-label={words('direction')}>{words(line.direction)}</td>
      <td data-label={t('person')}>{line.personMasked}</td>
      <td data-label={words('agency')}>{line.agency}</td>
      <td data-label={words('dueOn')}>{line.dueOn === null ? '–' : format.date(line.dueOn)}</td>
      <td data-label={t('state')}>
        <TransferState state={line.state} overdue={line.overdue} />
      </td>
    </tr>
  )
}

/** How long this office takes for a step; the head sets it. */
function StepDays({ days }: { days: number }) {
  const t = useMessages(deskMessages)
  const { roles } = useViewer()
  const [setDays] = useMutation(SetTransferStepDaysDocument, { refetchQueries: [DeskTransfersDocument] })
  return (
    <section className={style.section}>
      <h2>{t('stepDays')}</h2>
      <p className={style.next}>{t('stepDaysText', { days })}</p>
      {roles.includes('HEAD') ? (
        <StepForm<{ days: number | string | null }, never>
          blank={{ days }}
          fields={(control) => (
            <IntegerField control={control} name="days" label={t('stepDaysField')} hint={t('stepDaysHint')} />
          )}
          wrong={({ days: typed }) =>
            typeof typed === 'number' && typed >= 1 && typed <= 60 ? {} : { days: t('stepDaysHint') }
          }
          verb={t('setDays')}
          aside
          take={async ({ days: typed }) => {
            await setDays({ variables: { stepDays: Number(typed) } })
            return []
          }}
          problems={() => null}
        />
      ) : null}
    </section>
  )
}
