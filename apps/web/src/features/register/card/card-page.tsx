import { useQuery } from '@apollo/client/react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { CardDeeds } from './card-deeds.tsx'
import { CardState } from './card-state.tsx'
import style from './card-page.module.css'
import { MyCardsDocument, type CardStatus, type MyCardsQuery } from './card.generated.ts'
import { messages } from './messages.ts'

type Card = MyCardsQuery['me']['cards'][number]

/** The person's cards, masked, with the state of both applications. */
export function CardPage() {
  const t = useMessages(messages)
  const { data, error } = useQuery(MyCardsDocument)
  if (error && !data) throw error
  if (!data) return <Skeleton lines={5} />
  const { me } = data
  return (
    <>
      <PageHeader title={t('cardTitle')} lead={t('cardLead')} />
      {me.cards.length === 0 ? <EmptyState title={t('noCard')}>{t('noCardText')}</EmptyState> : null}
      {me.cards.map((card) => (
        <article key={card.id} className={style.card}>
          <Face card={card} name={me.name} idMasked={me.idMasked} />
          <Application title={t('social')} status={card.status} />
          <Application title={t('bankApplication')} status={card.bankStatus} note={t('bankPassword')} />
          <Dates card={card} />
          <CardDeeds status={card.status} office={data.office} />
        </article>
      ))}
    </>
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

function Application({ title, status, note }: { title: string; status: CardStatus; note?: string }) {
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

function Dates({ card }: { card: Card }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <p className={style.soft}>
      {card.issuedOn ? `${t('issuedOn')} ${format.date(card.issuedOn)}` : null}
      {card.activatedOn ? ` · ${t('activatedOn')} ${format.date(card.activatedOn)}` : null}
    </p>
  )
}
