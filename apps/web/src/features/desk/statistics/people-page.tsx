import { answerName } from '@shebao/declaration-rules'
import { useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ChoiceLinks } from '../../../shared/ui/choices.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { messages } from './messages.ts'
import { pathOf } from './selection.ts'
import type { Selection } from './selection.ts'
import { PeopleByTraitDocument } from './statistics.generated.ts'
import type { PeopleTrait } from './statistics.generated.ts'
import { Failed, StatisticsFrame } from './statistics-frame.tsx'
import style from './statistics.module.css'

const traits = ['UNIT_TYPE', 'INJURY_CLASS', 'SEX'] as const satisfies readonly PeopleTrait[]

/** Different people in the months, counted one by one: no kept sum knows who is who. */
export function PeoplePage() {
  return <StatisticsFrame part="people">{(selection) => <People selection={selection} />}</StatisticsFrame>
}

function People({ selection }: { selection: Selection }) {
  const t = useMessages(messages)
  const [params] = useSearchParams()
  const by = traits.find((known) => known === params.get('trait')) ?? 'UNIT_TYPE'
  const { data, error, refetch } = useQuery(PeopleByTraitDocument, { variables: { by, of: selection } })
  return (
    <section className={style.section} aria-label={t('people')}>
      <p className={style.soft}>{t('peopleLead')}</p>
      <ChoiceLinks
        label={t('trait')}
        chosen={by}
        options={traits.map((id) => ({
          id,
          text: t(id),
          to: pathOf('/staff/statistics/people', selection, { trait: id }),
        }))}
      />
      {error && !data ? <Failed again={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton lines={5} /> : null}
      {data ? <Counts by={by} counts={data.peopleByTrait} /> : null}
    </section>
  )
}

interface Count {
  key: string
  people: number
  months: number
  base: number
}

function Counts({ by, counts }: { by: PeopleTrait; counts: readonly Count[] }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const format = useFormat()
  const nameOf = (key: string) => {
    if (by === 'UNIT_TYPE') return answerName('unitType', key, language)
    if (by === 'INJURY_CLASS') return t('injuryClass', { class: key })
    return key === 'MALE' || key === 'FEMALE' ? t(key) : key
  }
  const [people, months, base] = [t('PEOPLE'), t('monthsOf'), `${t('base')}${t('yuan')}`]
  const row = (name: string, count: Count) => (
    <tr key={count.key}>
      <th scope="row">{name}</th>
      <td data-align="end" data-label={people}>
        {format.count(count.people)}
      </td>
      <td data-align="end" data-label={months}>
        {format.count(count.months)}
      </td>
      <td data-align="end" data-label={base}>
        {format.fen(count.base)}
      </td>
    </tr>
  )
  const total = counts.find(({ key }) => key === '')
  return (
    <PlainTable
      caption={t('people')}
      columns={[t(by), { end: people }, { end: months }, { end: base }]}
      foot={total ? row(t('total'), total) : null}
    >
      {counts.filter(({ key }) => key !== '').map((count) => row(nameOf(count.key), count))}
    </PlainTable>
  )
}
