import { Button, TextInput } from '@mantine/core'
import { useEffect, useState, type FormEvent } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useLazyQuery, useMutation } from '../../../shared/data/hooks.tsx'
import { isTooMany } from '../../../shared/lib/is-too-many.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ApplyForCard } from './apply-for-card.tsx'
import { CheckCode } from './check-code.tsx'
import { cardWords } from './card-words.ts'
import { WindowCard, type WindowCardRow } from './window-card.tsx'
import type { WindowDeed } from './window-deeds.ts'
import { windowMessages } from './window-messages.ts'
import style from './window.module.css'
import { CardHolderDocument, GiveTemporaryCardDocument } from './card.generated.ts'

const shortest = 6
const isOver = ({ status }: WindowCardRow) => status === 'REPLACED' || status === 'CANCELLED'
const beingMade = ({ kind, status }: WindowCardRow) =>
  kind === 'PERMANENT' && (status === 'APPLIED' || status === 'MADE')

/** One person at a time: found by the whole number, with their cards and what can be done with each. */
export function WindowPage() {
  const t = useMessages(windowMessages)
  const [query] = useSearchParams()
  const cardId = query.get('card')
  const [look, { data, loading, error, refetch }] = useLazyQuery(CardHolderDocument, { fetchPolicy: 'network-only' })
  const [missing, setMissing] = useState(false)
  const [done, setDone] = useState<WindowDeed>()
  useEffect(() => {
    if (cardId) void look({ variables: { cardId } }).catch(() => undefined)
  }, [cardId, look])

  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('number')
    const number = typeof typed === 'string' ? typed.trim() : ''
    setMissing(number.length < shortest)
    setDone(undefined)
    if (number.length >= shortest) void look({ variables: { number } }).catch(() => undefined)
  }
  const found = data?.cardHolder
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <form className={style.search} noValidate onSubmit={find}>
        <TextInput
          name="number"
          size="lg"
          label={t('number')}
          description={t('numberHint')}
          error={missing ? t('numberWrong') : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={30}
        />
        <Button type="submit" size="lg" loading={loading}>
          {t('find')}
        </Button>
      </form>
      {found ? null : <CheckCode />}
      {error ? <Notice tone="refused">{t(isTooMany(error) ? 'tooMany' : 'failed')}</Notice> : null}
      {data && !found ? <Notice tone="warning">{t('notFound')}</Notice> : null}
      {found && data ? (
        <section className={style.found} aria-label={t('cardOf', { name: found.nameMasked, idMasked: found.idMasked })}>
          <p className={style.person}>{t('cardOf', { name: found.nameMasked, idMasked: found.idMasked })}</p>
          {done ? <Done deed={done} /> : null}
          {found.cards.length === 0 ? <p>{t('noCards')}</p> : null}
          {found.cards.some((card) => card.kind === 'PERMANENT' && !isOver(card)) ? null : (
            <ApplyForCard banks={data.cardBanks} individualId={found.id} onApplied={refetch} />
          )}
          {found.cards.some(beingMade) && !found.cards.some((card) => card.kind === 'TEMPORARY' && !isOver(card)) ? (
            <Temporary individualId={found.id} onGiven={refetch} />
          ) : null}
          {found.cards.map((card) => (
            <WindowCard
              key={card.id}
              card={card}
              onStale={refetch}
              onDone={async (deed) => {
                await refetch()
                setDone(deed)
              }}
            />
          ))}
        </section>
      ) : null}
    </>
  )
}

/** What was done; after an activation, what comes at once. */
function Done({ deed }: { deed: WindowDeed }) {
  const t = useMessages(windowMessages)
  return (
    <Notice tone="done">
      {t('done', { deed: t(deed) })}
      {deed === 'ACTIVATE' ? (
        <>
          <p>{t('passwordText')}</p>
          <Link to="/staff/card-password">{t('passwordNext')}</Link>
        </>
      ) : null}
    </Notice>
  )
}

function Temporary({ individualId, onGiven }: { individualId: string; onGiven: () => Promise<unknown> }) {
  const t = useMessages(windowMessages)
  const word = useMessages(cardWords)
  const format = useFormat()
  const [give, { loading }] = useMutation(GiveTemporaryCardDocument)
  const [said, setSaid] = useState<{ tone: 'done' | 'refused'; text: string }>()
  const send = async () => {
    const outcome = (await give({ variables: { individualId } }).catch(() => undefined))?.data?.giveTemporaryCard
    if (!outcome) return setSaid({ tone: 'refused', text: t('failed') })
    if (outcome.__typename === 'CardRefused')
      return setSaid({ tone: 'refused', text: word(`refused${outcome.reason}`) })
    setSaid({ tone: 'done', text: t('gaveTemporary', { day: outcome.validTo ? format.date(outcome.validTo) : '' }) })
    return void (await onGiven())
  }
  return (
    <div>
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
      <Button variant="default" loading={loading} onClick={() => void send()}>
        {t('giveTemporary')}
      </Button>
    </div>
  )
}
