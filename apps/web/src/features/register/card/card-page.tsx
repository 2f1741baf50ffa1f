import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Link } from 'react-router'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { useFocusWhenLost } from '../../../shared/ui/use-focus-when-lost.ts'
import { CardDeeds } from './card-deeds.tsx'
import { ApplyForCard } from './apply-for-card.tsx'
import { CardState } from './card-state.tsx'
import { CardTimeline } from './card-timeline.tsx'
import { ElectronicCard } from './electronic-card.tsx'
import style from './card-page.module.css'
import { MyCardsDocument, type CardBankStatus, type CardStatus, type OwnCardFragment } from './card.generated.ts'
import { messages } from './messages.ts'

type Card = OwnCardFragment

/** The person's cards, masked: the state of both applications, what can be done now, and what happened. */
export function CardPage() {
  const t = useMessages(messages)
  const { data, error, refetch } = useQuery(MyCardsDocument)
  const [done, setDone] = useState<{ id?: string }>()
  useFocusWhenLost(done, true)
  if (error && !data) throw error
  if (!data) return <Skeleton lines={5} />
  const { me, office, cardBanks } = data
  const open = me.cards.some(({ kind, status }) => kind === 'PERMANENT' && !isOver(status))
  const said = me.cards.find(({ id }) => id === done?.id) ?? me.cards[0]
  const onDone = async (of: { id?: string } = {}) => {
    await refetch()
    setDone({ ...of })
  }
  return (
    <>
      <PageHeader title={t('cardTitle')} lead={t('cardLead')} />
      {done && said ? (
        <Notice tone="done">{t('deedDone', { number: said.numberMasked, state: t(said.status) })}</Notice>
      ) : null}
      {open ? null : <ApplyForCard banks={cardBanks} onApplied={onDone} />}
      {me.cards.map((card) => (
        <article key={card.id} className={style.card} aria-label={`${t('cardNumber')} ${card.numberMasked}`}>
          <Face card={card} name={me.name} idMasked={me.idMasked} />
          {card.status === 'NORMAL' ? <ElectronicCard cardId={card.id} /> : null}
          {card.passwordDue ? <PasswordDue /> : null}
          <Application title={t('social')} status={card.status} />
          {card.bankStatus === null ? (
            <p className={style.soft}>{t('temporaryText')}</p>
          ) : (
            <Application title={t('bankApplication')} status={card.bankStatus} note={t('bankPassword')} />
          )}
          <CardDeeds card={card} office={office} onReload={refetch} onDone={() => onDone({ id: card.id })} />
          <section className={style.deeds}>
            <h2>{t('history')}</h2>
            <CardTimeline card={card} />
          </section>
        </article>
      ))}
    </>
  )
}

const isOver = (status: CardStatus) => status === 'REPLACED' || status === 'CANCELLED'

/** Asked for at once after activation: with the initial password nothing can be done. */
function PasswordDue() {
  const t = useMessages(messages)
  return (
    <Notice tone="warning">
      <strong>{t('passwordDue')}</strong>
      <p>{t('passwordDueText')}</p>
      <Link to="/account" className={style.toAccount}>
        {t('changePassword')}
      </Link>
    </Notice>
  )
}

function Face({ card, name, idMasked }: { card: Card; name: string; idMasked: string }) {
  const t = useMessages(messages)
  return (
    <dl className={style.face}>
      <div>
        <dt>{t('holder')}</dt>
        <dd>{name}</dd>
      </div>
      <div>
        <dt>{t('idNumber')}</dt>
        <dd>{idMasked}</dd>
      </div>
      <div>
        <dt>{t('cardNumber')}</dt>
        <dd>{card.numberMasked}</dd>
      </div>
      <div>
        <dt>{t('bank')}</dt>
        <dd>{card.bankName}</dd>
      </div>
    </dl>
  )
}

function Application({ title, status, note }: { title: string; status: CardStatus | CardBankStatus; note?: string }) {
  const t = useMessages(messages)
  return (
    <section className={style.application}>
      <h2>{title}</h2>
      <CardState status={status} />
      <p>{t(`text${status}`)}</p>
      {note ? <p className={style.soft}>{note}</p> : null}
    </section>
  )
}
