import { Button } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import type { StatusTone } from '../../../shared/ui/status-badge.tsx'
import type { AskedPersonFragment, ConfirmationState } from './confirmations.generated.ts'
import { messages } from './messages.ts'
import style from './confirmations.module.css'

export type Person = AskedPersonFragment

const tones: Readonly<Record<ConfirmationState, StatusTone>> = {
  NOT_ASKED: 'idle',
  WAITING: 'waiting',
  CONFIRMED: 'done',
  DISAGREED: 'warning',
  CHANGED: 'warning',
  EXPIRED: 'warning',
  UNREACHED: 'warning',
}

interface TableProps {
  people: readonly Person[]
  /** Whether anything can still be done. */
  asks: boolean
  busy: boolean
  onSettle: (person: Person) => void
  onAsk: (person: Person) => void
  onLink: (person: Person) => void
}

/** Each person with how they stand and the one thing to do about it. */
export function ConfirmationTable({ people, ...deeds }: TableProps) {
  const t = useMessages(messages)
  return (
    <PlainTable caption={t('title')} columns={[t('person'), t('state'), t('since'), { unseen: t('deed') }]}>
      {people.map((person) => (
        <PersonRow key={person.id} person={person} {...deeds} />
      ))}
    </PlainTable>
  )
}

function PersonRow({ person, asks, busy, onSettle, onAsk, onLink }: Omit<TableProps, 'people'> & { person: Person }) {
  const t = useMessages(messages)
  const { state, name, idMasked, rowNo } = person
  const small = { size: 'compact-sm', variant: 'default', disabled: busy } as const
  return (
    <tr>
      <th scope="row">
        {name || t('blank')}
        <span className={style.small}>
          {idMasked} · {t('row', { row: rowNo })}
        </span>
      </th>
      <td data-label={t('state')}>
        <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>
        {state === 'CHANGED' ? <span className={style.small}>{t('changedText')}</span> : null}
      </td>
      <td data-label={t('since')}>
        <When person={person} />
      </td>
      <td>
        <div className={style.deeds} hidden={!asks}>
          {state === 'DISAGREED' ? (
            <Button {...small} variant="filled" onClick={() => onSettle(person)}>
              {t('settle')}
            </Button>
          ) : null}
          {state === 'WAITING' || state === 'UNREACHED' ? (
            <Button {...small} onClick={() => onLink(person)}>
              {t('makeLink')}
            </Button>
          ) : null}
          {state === 'NOT_ASKED' || state === 'CHANGED' || state === 'EXPIRED' ? (
            <Button {...small} onClick={() => onAsk(person)}>
              {t('ask')}
            </Button>
          ) : null}
          {state === 'WAITING' && person.way === 'SMS' ? (
            <Button {...small} onClick={() => onAsk(person)}>
              {t('remind')}
            </Button>
          ) : null}
        </div>
      </td>
    </tr>
  )
}

function When({ person: { answeredAt, askedAt, way, signer, signatureId, state } }: { person: Person }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (!askedAt || state === 'NOT_ASKED') return '–'
  if (way === 'NONE') return '–'
  const at = answeredAt
    ? t('answeredAt', { at: format.instant(answeredAt) })
    : t(way === 'HANDED' ? 'handedAt' : 'sentAt', { at: format.instant(askedAt) })
  return (
    <>
      {at}
      {answeredAt && signer ? <span className={style.small}>{t('signer', { signer })}</span> : null}
      {answeredAt && signatureId ? <Signature id={signatureId} /> : null}
      {answeredAt && way === 'HANDED' ? <span className={style.small}>{t('byHand')}</span> : null}
    </>
  )
}

/** The signature as it was drawn; it opens in its own size. */
export function Signature({ id }: { id: string }) {
  const t = useMessages(messages)
  const at = `/attachments/${id}`
  return (
    <a className={style.signature} href={at} target="_blank" rel="noreferrer">
      <img src={at} alt={t('drawn')} loading="lazy" />
    </a>
  )
}
