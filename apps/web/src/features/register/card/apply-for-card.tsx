import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import style from './card-page.module.css'
import { ApplyForCardDocument } from './card.generated.ts'
import { cardWords } from './card-words.ts'
import { deedMessages } from './deed-messages.ts'

interface ApplyForCardProps {
  banks: readonly string[]
  /** At the window: for whom. */
  individualId?: string
  onApplied: () => Promise<unknown>
}

/** A first card, or one after the last was cancelled: of which bank. */
export function ApplyForCard({ banks, individualId, onApplied }: ApplyForCardProps) {
  const t = useMessages(deedMessages)
  const word = useMessages(cardWords)
  const [bank, setBank] = useState(banks[0] ?? '')
  const [refused, setRefused] = useState<string>()
  const [apply, { loading }] = useMutation(ApplyForCardDocument)
  const send = async () => {
    setRefused(undefined)
    const who = individualId === undefined ? {} : { individualId }
    const outcome = (await apply({ variables: { ...who, bank } }).catch(() => undefined))?.data?.applyForCard
    if (!outcome) return setRefused(t('failed'))
    if (outcome.__typename === 'CardRefused') return setRefused(word(`refused${outcome.reason}`))
    return void (await onApplied())
  }
  return (
    <section className={style.deeds}>
      <h2>{t('APPLY')}</h2>
      <p>{banks.length === 0 ? t('noBanks') : t('howAPPLY')}</p>
      {refused ? <Notice tone="refused">{refused}</Notice> : null}
      {banks.length === 0 ? null : (
        <>
          <NativeSelect
            label={t('bank')}
            value={bank}
            data={[...banks]}
            onChange={(event) => setBank(event.currentTarget.value)}
          />
          <div>
            <Button loading={loading} onClick={() => void send()}>
              {t('doAPPLY')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
