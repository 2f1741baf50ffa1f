import { Button, TextInput } from '@mantine/core'
import { insuranceName } from '@shebao/declaration-rules'
import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { changeMessages } from './change-messages.ts'
import style from './change-panel.module.css'
import type { ChosenPerson } from './chosen-person.ts'
import { MonthlyPeopleDocument } from './person.generated.ts'

/** Whom a change is about, chosen from the register: by a whole name or number, or from the list. */
export function PersonChoice({ onChoose }: { onChoose: (person: ChosenPerson) => void }) {
  const t = useMessages(changeMessages)
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  const { data, error, fetchMore } = useQuery(MonthlyPeopleDocument, {
    variables: { search: search === '' ? null : search },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  const page = data?.employer.insuredPeople
  return (
    <div className={style.scroll}>
      <form
        className={style.search}
        onSubmit={(event) => {
          event.preventDefault()
          setSearch(typed.trim())
        }}
      >
        <TextInput
          type="search"
          label={t('search')}
          description={t('searchHint')}
          value={typed}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t('find')}
        </Button>
      </form>
      {page ? (
        <People
          people={page.edges.map(({ node }) => node)}
          search={search}
          onChoose={onChoose}
          onAll={() => {
            setTyped('')
            setSearch('')
          }}
        />
      ) : (
        <Skeleton lines={4} />
      )}
      <ShowMore page={page?.pageInfo} fetchMore={fetchMore}>
        {t('more')}
      </ShowMore>
    </div>
  )
}

interface PeopleProps {
  people: readonly ChosenPerson[]
  search: string
  onChoose: (person: ChosenPerson) => void
  onAll: () => void
}

function People({ people, search, onChoose, onAll }: PeopleProps) {
  const t = useMessages(changeMessages)
  const { language } = useLanguage()
  const format = useFormat()
  if (people.length === 0 && search === '') return <EmptyState title={t('noPeople')} />
  if (people.length === 0)
    return (
      <EmptyState
        title={t('nobody')}
        next={
          <Button variant="default" onClick={onAll}>
            {t('showAll')}
          </Button>
        }
      >
        {t('nobodyText')}
      </EmptyState>
    )
  // Names are masked in the register; of who was searched by name it is the name that was typed.
  const named = search !== '' && !/\d/.test(search)
  return (
    <ul className={style.people} aria-label={t('inRegister')}>
      {people.map((person) => {
        const name = named ? search : person.name
        const { individualId, idNumber, hireDate, fromPeriod, averageWage, insurances } = person
        const chosen = { individualId, name, idNumber, hireDate, fromPeriod, averageWage, insurances }
        return (
          <li key={individualId}>
            <button type="button" onClick={() => onChoose(chosen)}>
              <span>
                <b>{name}</b>
                {idNumber}
              </span>
              <span className="quiet">
                {t('hired', { date: format.date(hireDate) })} ·{' '}
                {insurances.map((one) => insuranceName(one, language)).join(language === 'zh-CN' ? '、' : ', ')}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
