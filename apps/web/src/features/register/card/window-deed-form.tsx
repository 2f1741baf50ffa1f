import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useState, type FormEvent } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useStale } from '../../../shared/case/use-stale.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { CardDocument, CardReplacementCause, OwnCardFragment } from './card.generated.ts'
import { cardWords } from './card-words.ts'
import { useWindowDeed } from './use-window-deed.ts'
import type { Filled } from './use-window-deed.ts'
import { askedFor, proofOf, type WindowDeed } from './window-deeds.ts'
import { windowMessages } from './window-messages.ts'
import style from './window.module.css'

const causes: readonly CardReplacementCause[] = ['LOST', 'DAMAGED', 'PARTICULARS_CHANGED']
const grounds = ['DEATH', 'EMIGRATION'] as const
const blank: Filled = { documents: [], byProxy: false, reason: '', cause: 'LOST', ground: 'DEATH' }
const shortestReason = 4

interface WindowDeedFormProps {
  deed: WindowDeed
  card: OwnCardFragment
  onCancel: () => void
  onDone: () => Promise<unknown>
  onStale: () => Promise<unknown>
}

/** What was seen for one deed, each paper ticked by whoever saw it. */
export function WindowDeedForm({ deed, card, onCancel, onDone, onStale }: WindowDeedFormProps) {
  const t = useMessages(windowMessages)
  const word = useMessages(cardWords)
  const send = useWindowDeed()
  const [filled, setFilled] = useState(blank)
  const [problem, setProblem] = useState<string>()
  const [reasonMissing, setReasonMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const { isStale, staleNotice } = useStale(onStale)
  const { proxy, reason: asksReason, grave } = askedFor[deed]
  const needed = neededFor(deed, filled)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const short = asksReason === true && [...filled.reason.trim()].length < shortestReason
    setReasonMissing(short)
    if (short) return
    setProblem(undefined)
    setBusy(true)
    const outcome = await send(deed, card, filled).catch(() => undefined)
    setBusy(false)
    if (!outcome) return setProblem(t('failed'))
    if (isStale(outcome)) return undefined
    if (outcome.__typename === 'CardRefused') return setProblem(word(`refused${outcome.reason}`))
    return void (await onDone())
  }
  const tick = (document: CardDocument, seen: boolean) =>
    setFilled({
      ...filled,
      documents: seen ? [...filled.documents, document] : filled.documents.filter((one) => one !== document),
    })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void submit(event)} aria-label={t(deed)}>
      <p>{t(`text${deed}`)}</p>
      {staleNotice}
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      {deed === 'CANCEL' ? (
        <NativeSelect
          label={t('ground')}
          value={filled.ground}
          data={grounds.map((value) => ({ value, label: word(`ground${value}`) }))}
          onChange={({ currentTarget: { value } }) =>
            setFilled({ ...filled, documents: [], ground: grounds.find((one) => one === value) ?? 'DEATH' })
          }
        />
      ) : null}
      {deed === 'REPLACE' ? (
        <NativeSelect
          label={t('cause')}
          value={filled.cause}
          data={causes.map((value) => ({ value, label: word(`cause${value}`) }))}
          onChange={({ currentTarget: { value } }) =>
            setFilled({ ...filled, cause: causes.find((one) => one === value) ?? 'LOST' })
          }
        />
      ) : null}
      {proxy ? (
        <Checkbox
          label={t('byProxy')}
          checked={filled.byProxy}
          onChange={({ currentTarget: { checked } }) => setFilled({ ...filled, byProxy: checked })}
        />
      ) : null}
      {needed.length > 0 ? (
        <fieldset className={style.papers}>
          <legend>{t('seen')}</legend>
          {needed.map((document) => (
            <Checkbox
              key={document}
              label={word(`document${document}`)}
              checked={filled.documents.includes(document)}
              onChange={({ currentTarget: { checked } }) => tick(document, checked)}
            />
          ))}
        </fieldset>
      ) : null}
      {asksReason ? (
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          error={reasonMissing ? t('reasonWrong') : undefined}
          value={filled.reason}
          maxLength={500}
          onChange={({ currentTarget: { value } }) => setFilled({ ...filled, reason: value })}
        />
      ) : null}
      <div className={style.deeds}>
        <Button type="submit" loading={busy} {...(grave ? { color: 'zhu.7' } : {})}>
          {t(deed)}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

function neededFor(deed: WindowDeed, { byProxy, ground }: Filled): readonly CardDocument[] {
  if (deed === 'CANCEL') return [proofOf[ground]]
  const documents = askedFor[deed].documents ?? []
  return byProxy ? [...documents, 'PROXY_ID'] : documents
}
