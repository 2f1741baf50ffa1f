import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { partnerMessages } from './partner-messages.ts'
import type { DeskDoneFragment } from './partner-desk.generated.ts'
import style from './partner.module.css'

type Activated = Extract<DeskDoneFragment, { __typename: 'CardActivated' }>

/** What was activated, and what the holder is to do now; Enter goes on to the next person. */
export function DeskOutcome({ done, onNext }: { done: Activated; onNext: () => void }) {
  const t = useMessages(partnerMessages)
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => next.current?.focus(), [])
  const { numberMasked: number, social, bank } = done
  const said = social && bank ? 'doneBoth' : social ? 'doneSocial' : 'doneBank'
  return (
    <div className={style.form}>
      <Notice tone="done">
        <strong>{t(said, { number })}</strong>
        {social ? <p>{t('tellHolder')}</p> : null}
      </Notice>
      <Button ref={next} size="lg" onClick={onNext}>
        {t('next')}
      </Button>
    </div>
  )
}
