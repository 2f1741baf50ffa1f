import { Button, Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { NothingFound } from '../../../shared/ui/nothing-found.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { SavedViews } from '../view/index.ts'
import { filePath, filterOf } from './employer-filter.ts'
import { EmployerListDocument, EmployerSumsDocument } from './employers.generated.ts'
import type { EmployerListQuery } from './employers.generated.ts'
import style from './employers-page.module.css'
import { FilterForm } from './filter-form.tsx'
import { messages } from './messages.ts'
import { mostAtOnce, OpenCases } from './open-cases.tsx'

/** Every unit of the register with what it owes. */
export function EmployersPage() {
  return <ListPage debtors={false} />
}

/** Who is overdue, the largest debt first. */
export function DebtorsPage() {
  return <ListPage debtors />
}

function ListPage({ debtors }: { debtors: boolean }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const [params] = useSearchParams()
  const filter = filterOf(params, debtors ? 'OVERDUE' : 'NAME')
  return (
    <>
      <PageHeader
        title={t(debtors ? 'debtors' : 'employers')}
        lead={<Sums debtors={debtors} />}
        next={
          <Button component="a" variant="default" href={filePath(filter, debtors, language)} download>
            {t('download')}
          </Button>
        }
      />
      <FilterForm sort={filter.sort} />
      <SavedViews page={debtors ? 'DEBTORS' : 'EMPLOYERS'} />
      <Employers key={params.toString()} variables={{ ...filter, overdueOnly: debtors, after: null }} />
    </>
  )
}

function Sums({ debtors }: { debtors: boolean }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { data } = useQuery(EmployerSumsDocument, { fetchPolicy: 'cache-and-network' })
  const sums = data?.employerSums
  if (!sums) return '…'
  return debtors
    ? t('debtorsLead', { debtors: sums.debtors, overdue: format.yuan(sums.overdue) })
    : t('employersLead', { employers: sums.employers, debtors: sums.debtors })
}

/** Who collects what is owed. */
const openers = ['OFFICER', 'REVIEWER', 'HEAD', 'COLLECTION_OFFICER']

function Employers({
  variables,
}: {
  variables: Parameters<typeof filePath>[0] & { overdueOnly: boolean; after: null }
}) {
  const t = useMessages(messages)
  const mayOpen = useViewer().roles.some((role) => openers.includes(role))
  const [chosenIds, setChosenIds] = useState<readonly string[]>([])
  const { data, error, refetch, fetchMore } = useQuery(EmployerListDocument, {
    variables,
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) {
    return (
      <Notice tone="refused">
        {t('failed')}{' '}
        <Button size="compact-sm" variant="subtle" onClick={() => void refetch()}>
          {t('retry')}
        </Button>
      </Notice>
    )
  }
  if (!data) return <Skeleton lines={10} />
  const { edges, pageInfo } = data.employerList
  const items = edges.map(({ node }) => node)
  const choosing = variables.overdueOnly && mayOpen
  // Whoever the filter no longer lists is not chosen either.
  const chosen = items.filter(({ id }) => chosenIds.includes(id))
  const toggle = (id: string) =>
    setChosenIds(chosenIds.includes(id) ? chosenIds.filter((one) => one !== id) : [...chosenIds, id])
  if (edges.length === 0) {
    const narrowed = variables.text !== null || variables.owedFrom !== null || variables.overdueDaysFrom !== null
    return narrowed ? (
      <NothingFound title={t('empty')} clear={`?sort=${variables.sort}`}>
        {t('emptyText')}
      </NothingFound>
    ) : (
      <EmptyState title={t(variables.overdueOnly ? 'emptyDebtors' : 'emptyRegister')} />
    )
  }
  return (
    <section className={style.list} aria-label={t(variables.overdueOnly ? 'debtors' : 'employers')}>
      {choosing ? <OpenCases listed={items} chosen={chosen} onChoose={(those) => setChosenIds(idsOf(those))} /> : null}
      <EmployerTable
        items={items}
        overdueOnly={variables.overdueOnly}
        {...(choosing && { choice: { ids: idsOf(chosen), toggle } })}
      />
      <ShowMore page={pageInfo} fetchMore={fetchMore} />
    </section>
  )
}

type Item = EmployerListQuery['employerList']['edges'][number]['node']
const idsOf = (items: readonly Pick<Item, 'id'>[]) => items.map(({ id }) => id)

interface EmployerTableProps {
  items: readonly Item[]
  overdueOnly: boolean
  /** Where rows can be chosen. */
  choice?: { ids: readonly string[]; toggle: (id: string) => void }
}

function EmployerTable({ items, overdueOnly, choice }: EmployerTableProps) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <PlainTable
      caption={t(overdueOnly ? 'debtors' : 'employers')}
      columns={[
        ...(choice ? [{ unseen: t('choose') }] : []),
        t('unit'),
        { end: t('overdue') },
        { end: t('days') },
        { end: t('notices') },
        { end: t('owed') },
        { end: t('insured') },
        t('lastFiled'),
      ]}
      keys={t('keys')}
    >
      {items.map((item) => (
        <tr
          key={item.id}
          data-urgent={item.overdue > 0 && !overdueOnly}
          {...(choice && { 'data-chosen': choice.ids.includes(item.id) })}
        >
          {choice ? <Choose item={item} choice={choice} /> : null}
          <th scope="row">
            <Link data-row to={`/staff/employers/${item.id}`}>
              {item.name}
            </Link>
            <span className="sub">{item.registrationNo}</span>
          </th>
          <td data-align="end" data-label={t('overdue')}>
            {item.overdue > 0 ? <MoneyText fen={item.overdue} /> : '—'}
          </td>
          <td data-align="end" data-label={t('days')}>
            {item.overdueDays > 0 ? t('dayCount', { count: item.overdueDays }) : '—'}
          </td>
          <td data-align="end" data-label={t('notices')}>
            {item.overdueNotices > 0 ? format.count(item.overdueNotices) : '—'}
          </td>
          <td data-align="end" data-label={t('owed')}>
            <MoneyText fen={item.owed} />
          </td>
          <td data-align="end" data-label={t('insured')}>
            {format.count(item.insured)}
          </td>
          <td data-label={t('lastFiled')}>{item.lastFiledYear ?? t('never')}</td>
        </tr>
      ))}
    </PlainTable>
  )
}

function Choose({ item: { id, name }, choice }: { item: Item; choice: NonNullable<EmployerTableProps['choice']> }) {
  const t = useMessages(messages)
  const checked = choice.ids.includes(id)
  return (
    <td className={style.check}>
      <Checkbox
        size="sm"
        aria-label={t('chooseOf', { name })}
        checked={checked}
        disabled={!checked && choice.ids.length >= mostAtOnce}
        onChange={() => choice.toggle(id)}
      />
    </td>
  )
}
