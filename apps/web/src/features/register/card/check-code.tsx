import { Button, TextInput } from '@mantine/core'
import { useId, useRef, useState, type FormEvent } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { isTooMany } from '../../../shared/lib/is-too-many.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { StatusTone } from '../../../shared/ui/status-badge.tsx'
import { codeMessages } from './code-messages.ts'
import { CheckCardCodeDocument, type CardCodeOutcome } from './electronic-card.generated.ts'
import style from './electronic-card.module.css'
import { textOf } from './use-desk.ts'

const tones = {
  VALID: 'done',
  EXPIRED: 'warning',
  REPLAYED: 'refused',
  NOT_USABLE: 'refused',
  UNKNOWN: 'refused',
} as const satisfies Record<CardCodeOutcome, StatusTone>
interface Said {
  tone: 'done' | 'warning' | 'refused'
  text: string
}

/** A scanner types the code and presses Enter; the field is empty again for the next one, whatever came of it. */
export function CheckCode() {
  const t = useMessages(codeMessages)
  const heading = useId()
  const field = useRef<HTMLInputElement>(null)
  const [check, { loading }] = useMutation(CheckCardCodeDocument)
  const [missing, setMissing] = useState(false)
  const [said, setSaid] = useState<Said>()

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (loading) return
    const form = event.currentTarget
    const token = textOf(form, 'token')
    setMissing(token === '')
    setSaid(undefined)
    if (token === '') return field.current?.focus()
    try {
      const checked = (await check({ variables: { token } })).data?.checkCardCode
      if (!checked) throw new Error('No answer.')
      const { outcome, nameMasked, numberMasked } = checked
      setSaid({ tone: tones[outcome], text: t(outcome, { name: nameMasked ?? '', number: numberMasked ?? '' }) })
      form.reset()
    } catch (error) {
      setSaid({ tone: 'refused', text: t(isTooMany(error) ? 'tooMany' : 'failed') })
    }
    return field.current?.focus()
  }
  return (
    <section className={style.check} aria-labelledby={heading}>
      <h2 id={heading}>{t('check')}</h2>
      <form className={style.form} noValidate onSubmit={(event) => void send(event)}>
        <TextInput
          ref={field}
          name="token"
          size="lg"
          label={t('code')}
          description={t('checkText')}
          error={missing ? t('codeWrong') : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
        />
        <Button type="submit" size="lg" variant="default" loading={loading}>
          {t('send')}
        </Button>
      </form>
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
    </section>
  )
}
