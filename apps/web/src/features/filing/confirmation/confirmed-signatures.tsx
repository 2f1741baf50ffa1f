import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { Signature } from './confirmation-table.tsx'
import { ConfirmedSignaturesDocument, MonthlySignaturesDocument } from './confirmed-signatures.generated.ts'
import type { ConfirmationState, SignaturesOfFragment } from './confirmed-signatures.generated.ts'
import { useFieldWords } from './field-words.ts'
import { messages } from './messages.ts'
import { StateFilter } from './state-filter.tsx'
import style from './confirmations.module.css'

interface SignaturesProps {
  declarationId: string
  /** One of a month. */
  monthly?: boolean
}

/** For the review: who signed their own row on their phone, by which way, and what counts. Nothing where nobody was asked. */
export function ConfirmedSignatures({ declarationId, monthly = false }: SignaturesProps) {
  const t = useMessages(messages)
  const [state, setState] = useState<ConfirmationState>()
  const asked = { variables: { id: declarationId, state: state ?? null }, fetchPolicy: 'no-cache' } as const
  const year = useQuery(ConfirmedSignaturesDocument, { ...asked, skip: monthly })
  const month = useQuery(MonthlySignaturesDocument, { ...asked, skip: !monthly })
  const signatures = monthly
    ? (month.data ?? month.previousData)?.monthlyDeclaration.confirmedSignatures
    : (year.data ?? year.previousData)?.declaration.confirmedSignatures
  if (!signatures) return null
  const { counts, people, signedList } = signatures
  const open = counts.notAsked + counts.waiting + counts.changed + counts.expired + counts.unreached
  const all = open + counts.confirmed + counts.disagreed
  return (
    <section className={style.page} aria-labelledby="confirmed-signatures">
      <div>
        <h2 id="confirmed-signatures">{t('staffTitle')}</h2>
        <p className="quiet">{t('staffLead')}</p>
        <p>
          {t('staffCounts', { confirmed: counts.confirmed, disagreed: counts.disagreed, open })}{' '}
          {signedList ? t('staffList') : null}
        </p>
      </div>
      <StateFilter counts={counts} all={all} state={state} onState={setState} />
      <PlainTable caption={t('staffTitle')} columns={[t('person'), t('state'), t('staffWay'), t('staffSigned')]}>
        {people.edges.map(({ node }) => (
          <PersonRow key={node.rowNo} person={node} />
        ))}
      </PlainTable>
      <ShowMore page={people.pageInfo} fetchMore={monthly ? month.fetchMore : year.fetchMore}>
        {t('more')}
      </ShowMore>
    </section>
  )
}

function PersonRow({ person }: { person: SignaturesOfFragment['people']['edges'][number]['node'] }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const format = useFormat()
  const fieldWord = useFieldWords()
  const { rowNo, name, idMasked, state, counts, way, answeredAt, signatureId, disputed } = person
  const fields = disputed.map((field) => fieldWord(field)).join(language === 'en' ? ', ' : '、')
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={style.small}>
          {idMasked} · {t('row', { row: rowNo })}
        </span>
      </th>
      <td data-label={t('state')}>
        <StatusBadge tone={counts ? 'done' : state === 'DISAGREED' ? 'warning' : 'idle'}>{t(state)}</StatusBadge>
        <span className={style.small}>{t(counts ? 'staffCounted' : 'staffNotCounted')}</span>
        {fields === '' ? null : <span className={style.small}>{t('staffDisputed', { fields })}</span>}
      </td>
      <td data-label={t('staffWay')}>
        {way === null ? '–' : t(way)}
        {answeredAt === null ? null : <span className={style.small}>{format.instant(answeredAt)}</span>}
      </td>
      <td data-label={t('staffSigned')}>{signatureId === null ? '–' : <Signature id={signatureId} />}</td>
    </tr>
  )
}
