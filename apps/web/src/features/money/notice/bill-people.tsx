import type { PartSelector } from '@shebao/premium'
import { useMemo } from 'react'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useDeriveMonth } from './use-derive-notice.ts'
import { DataTable, type DataColumn } from '../../../shared/ui/data-table.tsx'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { BillPeopleFragmentDoc } from './bill-people.generated.ts'
import type { BillPeopleFragment } from './bill-people.generated.ts'
import style from './notice.module.css'
import { PeopleOfBillDocument, type PeopleOfBillQuery } from './bill.generated.ts'
import { messages } from './messages.ts'

/** A deemed amount, and what a declaration adds to it, are the employer's as a whole; so is what was owed before. */
const words = {
  NORMAL: 'differencePeople',
  BACK_PAYMENT: 'differencePeople',
  DIFFERENCE: 'differencePeople',
  DEEMED: 'deemedPeople',
  OPENING: 'openingPeople',
} as const

type Person = PeopleOfBillQuery['paymentNotice']['insured']['edges'][number]['node']

/** Everyone on the notice; each total opens into its derivation. */
export function BillPeople({ bill: ref }: { bill: FragmentType<BillPeopleFragment> }) {
  const { id, people, kind } = useOwnFields(BillPeopleFragmentDoc, ref)
  const t = useMessages(messages)
  const { data, fetchMore } = useQuery(PeopleOfBillDocument, { variables: { id } })
  const page = data?.paymentNotice.insured
  const rows = useMemo(() => page?.edges.map(({ node }) => node) ?? [], [page])
  const columns = usePeopleColumns()
  if (!page) return <Skeleton lines={6} />
  if (rows.length === 0) return <p className={style.note}>{t(words[kind])}</p>
  const more = (
    <ShowMore page={page.pageInfo} fetchMore={fetchMore} size="sm">
      {t('morePeople')}
    </ShowMore>
  )
  return (
    <DataTable
      label={t('insured')}
      rows={rows}
      columns={columns}
      rowId={personId}
      total={people}
      empty={null}
      tools={more}
      height="min(60dvh, 520px)"
    />
  )
}

const personId = ({ id }: Person) => id

function usePeopleColumns(): DataColumn<Person>[] {
  const t = useMessages(messages)
  const derive = useDeriveMonth()
  return useMemo(() => {
    const money = (
      id: string,
      header: string,
      value: (row: Person) => number,
      part?: PartSelector,
    ): DataColumn<Person> => ({
      id,
      header,
      value,
      align: 'end',
      cell: (row) => <DerivationPopover fen={value(row)} explanation={derive(row.premium.id, part)} />,
    })
    return [
      { id: 'name', header: t('name'), value: ({ name }) => name, filter: true, width: 130 },
      { id: 'id', header: t('idNumber'), value: ({ idMasked }) => idMasked, width: 190 },
      money('average', t('averageWage'), ({ premium }) => premium.averageWage, { label: 'AVERAGE_WAGE' }),
      money('base', t('pensionBase'), ({ premium }) => premium.pensionBase, { label: 'BASE', insurance: 'PENSION' }),
      {
        ...money('employer', t('employerShare'), ({ premium }) => premium.employerTotal, { label: 'EMPLOYER_SHARE' }),
        sum: 'fen',
      },
      {
        ...money('personal', t('personalShare'), ({ premium }) => premium.personalTotal, { label: 'PERSONAL_SHARE' }),
        sum: 'fen',
      },
      { ...money('total', t('sum'), ({ premium }) => premium.employerTotal + premium.personalTotal), sum: 'fen' },
    ]
  }, [t, derive])
}
