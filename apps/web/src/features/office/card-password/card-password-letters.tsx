import { Button } from '@mantine/core'
import { useState } from 'react'
import { useEachOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { makeLetter, type MadeLetter } from '../../../shared/lib/make-letter.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { CardPasswordLetterFragmentDoc } from './card-password-letters.generated.ts'
import type { CardPasswordLetterFragment } from './card-password-letters.generated.ts'
import { messages } from './messages.ts'
import style from './card-password-waiting.module.css'

/** Confirmed requests in which one took part: the letter with the one-time code is made here, for the person alone. */
export function CardPasswordLetters(props: {
  letters: readonly FragmentType<CardPasswordLetterFragment>[]
  onMade: () => Promise<unknown>
}) {
  const letters = useEachOwnFields(CardPasswordLetterFragmentDoc, props.letters)
  const t = useMessages(messages)
  if (letters.length === 0) return null
  return (
    <section className={style.section} aria-labelledby="letters">
      <h2 id="letters">{t('letters')}</h2>
      <p className="quiet">{t('lettersLead')}</p>
      <ul className={style.waitingList}>
        {letters.map((letter) => (
          <LetterRow key={letter.id} letter={letter} onMade={props.onMade} />
        ))}
      </ul>
    </section>
  )
}

function LetterRow({ letter, onMade }: { letter: CardPasswordLetterFragment; onMade: () => Promise<unknown> }) {
  const t = useMessages(messages)
  const format = useFormat()
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<MadeLetter>()
  const make = async () => {
    setMaking(true)
    setMade(await makeLetter(`/card-passwords/${letter.id}/letter`))
    setMaking(false)
    // The list is asked for again every few seconds: a reading that fails changes nothing for who made the letter.
    await onMade().catch(() => undefined)
  }
  const until = format.instant(letter.expiresAt)
  return (
    <li>
      <div>
        <strong>{letter.nameMasked}</strong> {letter.idMasked}
        <span className="sub">
          {t(`delivery${letter.delivery}`)}
          {' · '}
          {letter.printedAt === null
            ? t('letterOpenUntil', { until })
            : t('letterMadeAt', { time: format.instant(letter.printedAt) })}
        </span>
        {made && 'problem' in made ? <Notice tone="refused">{t(`letter${made.problem}`)}</Notice> : null}
      </div>
      <div className={style.deeds}>
        {made && 'url' in made ? (
          <a href={made.url} target="_blank" rel="noreferrer">
            {t('openLetter')}
          </a>
        ) : null}
        <Button variant="default" loading={making} onClick={() => void make()}>
          {letter.printedAt === null ? t('makeLetter') : t('makeLetterAgain')}
        </Button>
      </div>
    </li>
  )
}
