import { Button, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'react-router'
import { useMessages } from '../lib/language-context.tsx'
import { readDate } from '../lib/typed-text.ts'
import { useFormat } from '../lib/use-format.ts'
import { asKnownMessages } from './as-known-messages.ts'
import style from './as-known-on.module.css'
import { Notice } from './notice.tsx'

const parameter = 'known'

/** The past day that the address asks for, so that the browser's way back leads to now; null: as it is. */
export function useAsKnownOn(): string | null {
  const [params] = useSearchParams()
  return readDate(params.get(parameter) ?? '') ?? null
}

/** Asks for a past day. */
export function AsKnownForm() {
  const shown = useAsKnownOn()
  return <DayForm key={shown} shown={shown} />
}

function DayForm({ shown }: { shown: string | null }) {
  const t = useMessages(asKnownMessages)
  const { state } = useLocation()
  const [, setParams] = useSearchParams()
  const [typed, setTyped] = useState(shown ?? '')
  return (
    <form
      className={style.form}
      aria-label={t('form')}
      onSubmit={(event) => {
        event.preventDefault()
        setParams((params) => withDay(params, readDate(typed)), { state })
      }}
    >
      <TextInput
        size="sm"
        type="date"
        label={t('day')}
        description={t('hint')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" size="sm" variant="default">
        {t('show')}
      </Button>
    </form>
  )
}

/** Says plainly that one looks at the past, and leads back to now. Nothing where one does not. */
export function AsKnownBanner({ ofCase = false, children }: { ofCase?: boolean; children?: ReactNode }) {
  const t = useMessages(asKnownMessages)
  const format = useFormat()
  const day = useAsKnownOn()
  const { state } = useLocation()
  const [params] = useSearchParams()
  if (day === null) return null
  return (
    <div className={style.banner}>
      <Notice tone="warning">
        <strong>{t('past', { date: format.date(day) })}</strong> {ofCase ? t('noDeeds') : null} {children}{' '}
        <Link to={{ search: withDay(params, undefined).toString() }} state={state} className={style.now}>
          {t('now')}
        </Link>
      </Notice>
    </div>
  )
}

function withDay(params: URLSearchParams, day: string | undefined): URLSearchParams {
  const next = new URLSearchParams(params)
  if (day === undefined) next.delete(parameter)
  else next.set(parameter, day)
  return next
}
