import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { CheckHotlineCallerDocument, type CallOnDeskFragment, type HotlineRefusal } from './hotline.generated.ts'
import style from './hotline.module.css'
import { messages } from './messages.ts'

const numbers = ['idNumber', 'cardNumber'] as const
type Field = (typeof numbers)[number] | 'name' | 'employer'

/** What the caller says, written down and held against the register. What was typed stays when it does not fit. */
export function CheckForm({ call, onChange }: { call: CallOnDeskFragment; onChange: () => Promise<unknown> }) {
  const t = useMessages(messages)
  const form = useRef<HTMLFormElement>(null)
  const [check, { loading }] = useMutation(CheckHotlineCallerDocument)
  const [wrong, setWrong] = useState<readonly Field[]>([])
  const [refused, setRefused] = useState<HotlineRefusal | 'failed'>()
  const fields: readonly Field[] = [...(call.detailsNeeded ? numbers : []), 'name', 'employer']
  const focus = (field: Field | undefined) =>
    form.current?.querySelector<HTMLInputElement>(`[name="${field ?? 'name'}"]`)?.focus()
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const read = (field: Field) => {
      const value = typed.get(field)
      return typeof value === 'string' ? value.trim() : ''
    }
    const missing = fields.filter((field) => field !== 'employer' && read(field) === '')
    setWrong(missing)
    setRefused(undefined)
    if (missing.length > 0) return focus(missing[0])
    const said = call.detailsNeeded ? { idNumber: read('idNumber'), cardNumber: read('cardNumber') } : {}
    const variables = { id: call.id, name: read('name'), employer: read('employer') || null, ...said }
    const outcome = (await check({ variables }).catch(() => undefined))?.data?.checkHotlineCaller
    if (!outcome) return setRefused('failed')
    if (outcome.__typename === 'HotlineRefused') setRefused(outcome.reason)
    return void (await onChange().catch(() => undefined))
  }
  const left = call.checksLeft
  if (left <= 0) return <Notice tone="refused">{t('refusedCHECKS_USED_UP')}</Notice>
  return (
    <form ref={form} className={style.form} noValidate onSubmit={(event) => void submit(event)}>
      <div>
        <h3>{t('check')}</h3>
        <p>{t('checkText')}</p>
      </div>
      {refused ? (
        <Notice tone="refused">
          {refused === 'failed' ? t('failed') : t(`refused${refused}`)}
          {refused === 'NO_MATCH' ? ` ${t('checksLeft', { left })}` : ''}
        </Notice>
      ) : null}
      {fields.map((field) => (
        <TextInput
          key={field}
          name={field}
          size="lg"
          label={t(field)}
          description={t(field === 'idNumber' || field === 'cardNumber' ? 'numberHint' : `${field}Hint`)}
          error={wrong.includes(field) ? t('needed', { field: t(field) }) : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={field === 'employer' || field === 'name' ? 100 : 30}
        />
      ))}
      <Button type="submit" size="lg" loading={loading}>
        {t('checkNow')}
      </Button>
    </form>
  )
}
