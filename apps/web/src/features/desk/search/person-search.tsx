import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { isTooMany } from '../../../shared/lib/is-too-many.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { AsKnownBanner, AsKnownForm, useAsKnownOn } from '../../../shared/ui/as-known-on.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { messages } from './messages.ts'
import style from './search-page.module.css'
import { FindPersonDocument } from './search.generated.ts'
import type { FindPersonMutation } from './search.generated.ts'

/**
 * Somebody by the number of a document or card: asked for once, since every look is written into the trail, and once more for each
 * past day, since the units that were known then are read anew.
 */
export function PersonSearch({ number, atOnce }: { number: string; atOnce: boolean }) {
  const t = useMessages(messages)
  const [find, { data, loading, error }] = useMutation(FindPersonDocument, { fetchPolicy: 'no-cache' })
  const asKnownOn = useAsKnownOn()
  const asked = useRef(false)
  useEffect(() => {
    if (!(atOnce || asKnownOn) || asked.current) return
    asked.current = true
    find({ variables: { number, asKnownOn } }).catch(() => undefined) // `error` says it
  }, [atOnce, find, number, asKnownOn])
  const again = () => void find({ variables: { number, asKnownOn } }).catch(() => undefined)
  return (
    <section className={style.person} aria-labelledby="person-search">
      <h2 id="person-search">{data ? t('person') : t('personAsk')}</h2>
      {error ? <Notice tone="refused">{t(isTooMany(error) ? 'tooMany' : 'failed')}</Notice> : null}
      {loading ? <Skeleton lines={3} /> : null}
      <AsKnownBanner />
      {data?.findPerson ? <Found person={data.findPerson} /> : null}
      {data && !data.findPerson ? <p>{t('personNone')}</p> : null}
      {data || loading ? null : (
        <>
          <p>{t('personAskText')}</p>
          <Button variant="default" onClick={again}>
            {t('personGo')}
          </Button>
        </>
      )}
    </section>
  )
}

function Found({ person }: { person: NonNullable<FindPersonMutation['findPerson']> }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <>
      <p>
        <strong>{person.nameMasked}</strong> · {t('idNumber')} {person.idMasked}
        <br />
        <span className="quiet">{t('personRecorded')}</span>
      </p>
      <AsKnownForm />
      {person.spells.length === 0 ? (
        <p>{t('personNoSpells')}</p>
      ) : (
        <PlainTable caption={t('personSpells')} columns={[t('unit'), t('spell')]}>
          {person.spells.map(({ employerId, employerName, registrationNo, fromPeriod, toPeriod }) => (
            <tr key={`${employerId} ${fromPeriod}`}>
              <th scope="row">
                <Link to={`/staff/employers/${employerId}`}>{employerName}</Link>
                <span className="sub">{registrationNo}</span>
              </th>
              <td>
                {toPeriod === null
                  ? t('open', { from: format.period(fromPeriod) })
                  : t('until', { from: format.period(fromPeriod), to: format.period(toPeriod) })}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </>
  )
}
